import { z } from '@hono/zod-openapi';
import { bothFilters, type Filter, fieldFilter, MAX_LIMIT, type PageRequest, parseFilter } from '../ask/index.ts';
import { EXPORTERS } from '../export/index.ts';
import { ChanceryError } from '../problems.ts';

/** A parameter that may be given several times: `?type=AID&type=CONSULT`. */
export function several(description: string, example: string) {
  return z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((value): readonly string[] => (value === undefined ? [] : [value].flat()).filter((one) => one !== ''))
    .openapi({ type: 'array', items: { type: 'string' }, description: `${description} Such as ${example}.` });
}

/** A parameter that is given once; an empty one is as good as none, as a form sends it. */
export function once(description: string, example: string) {
  return z
    .string()
    .optional()
    .transform((value) => (value === '' ? undefined : value))
    .openapi({ type: 'string', description: `${description} Such as ${example}.` });
}

export const pageFields = {
  limit: z.coerce.number().int().min(1).max(MAX_LIMIT).optional().openapi({ description: 'How many entries at most.' }),
  cursor: once('The `next` of the page before.', '2023-03-20~r_5f0c~0'),
};

export const filterFields = {
  q: once('Words and field:value parts, as the command line takes them.', 'ceasefire actor:CHN date:2023-03'),
  actor: several('Takes part: a name, an id or a country code; each of several.', 'CHN'),
  between: several('Two who have to do with one another.', 'CHN'),
  by: once('Who says so, or denies it.', 'RUS'),
  type: several('Type of event; one of several.', 'CONSULT'),
  mode: several('Mode; one of several.', 'visit'),
  status: several('Status; one of several.', 'planned'),
  place: several('Place or country code; one of several.', 'Moscow'),
  outlet: several('Who published it; one of several.', 'Xinhua'),
  since: once('First day; a month or a year will do.', '2023-03'),
  until: once('Last day.', '2023-12-31'),
};

export const filterQuerySchema = z.strictObject({
  ...filterFields,
  ...pageFields,
  format: z
    .enum(['json', ...EXPORTERS.map(({ name }) => name)])
    .optional()
    .openapi({
      description: 'json is one page; the others are the whole list, to download.',
    }),
});
export type FilterQuery = z.infer<typeof filterQuerySchema>;
/** The fields of a query that make its filter. */
export type FilterFields = Pick<FilterQuery, keyof typeof filterFields>;

/** The filter that a query asks for; the same grammar as on the command line. Throws where a field or value is not known. */
export function filterOf(query: FilterFields): Filter {
  const parts = ['actor', 'by', 'type', 'mode', 'status', 'place', 'outlet', 'since', 'until'] as const;
  const filters = parts.flatMap((field) => valuesOf(query[field]).map((value) => fieldFilter(field, value)));
  return [parseFilter(query.q ?? ''), ...filters, betweenOf(query.between)].reduce(bothFilters, {});
}

/** The part of a list that a query asks for. */
export function pageOfQuery(query: Pick<FilterQuery, 'limit' | 'cursor'>): PageRequest {
  return {
    ...(query.limit !== undefined && { limit: query.limit }),
    ...(query.cursor !== undefined && { after: query.cursor }),
  };
}

function valuesOf(value: string | readonly string[] | undefined): readonly string[] {
  return value === undefined ? [] : [value].flat();
}

function betweenOf(between: readonly string[]): Filter {
  const parties = between.length === 1 ? between[0]!.split(',') : between;
  if (parties.length === 0) return {};
  const [one, other, ...more] = parties;
  if (one && other && more.length === 0) return { between: [one, other] };
  throw new ChanceryError('serve/two-parties', `'between' takes two parties, not ${parties.length}.`, {
    hint: 'Give it twice: between=CHN&between=RUS.',
  });
}
