import type { Context } from 'hono';
import type { z } from 'zod';
import { ChanceryError } from '../problems.ts';
import { errorResponse } from './error-response.ts';

type Checked =
  | { readonly success: true }
  | { readonly success: false; readonly error: z.core.$ZodError; readonly target: string };

/** Tells what is wrong with a request that does not fit its route: the first fault, in the API's one shape. */
export function refusedQuery(checked: Checked, context: Context): Response | undefined {
  if (checked.success) return undefined;
  return errorResponse(context, asError(checked.error.issues[0]!, checked.target));
}

function asError(issue: z.core.$ZodIssue, target: string): ChanceryError {
  const where = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    return new ChanceryError('serve/extra-field', `'${issue.keys.join("', '")}' is not known here.`, {
      hint: 'What is known stands in /openapi.json.',
    });
  }
  const expected = issue.code === 'invalid_value' ? issue.values.map(String) : [];
  const name = where === '' ? `The ${target}` : `'${where}'`;
  return new ChanceryError('serve/bad-field', `${name}: ${issue.message}.`, { expected });
}
