import { errorSchema } from './wire.ts';

export const API_INFO = {
  openapi: '3.1.0',
  info: {
    title: 'Chancery',
    version: '1',
    description:
      'The record of diplomacy in one store: who did what to whom, when, in which status, on whose word. ' +
      'Every error has the shape {code, message, expected?, hint?}.',
    license: { name: 'MIT' },
  },
  tags: [
    { name: 'record', description: 'What was read, and what it rests on.' },
    { name: 'reading', description: 'Reading new reports.' },
    { name: 'server' },
  ],
};

/** An answer in JSON, for a route's description. */
export function json<Schema>(schema: Schema, description: string) {
  return { description, content: { 'application/json': { schema } } };
}

/** What goes wrong on a route, by status. */
export const REFUSED = { 400: json(errorSchema, 'What is asked for is not understood.') } as const;
export const UNKNOWN = { 404: json(errorSchema, 'There is no such thing in the record.') } as const;
