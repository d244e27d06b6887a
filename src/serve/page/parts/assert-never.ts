/** Ends a `switch` over a union. The one of `problems.ts` would bring all of zod to the browser. */
export function assertNever(value: never): never {
  throw new TypeError(`Unexpected value ${JSON.stringify(value)}.`);
}
