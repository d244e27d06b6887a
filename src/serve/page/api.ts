import { useEffect, useState } from 'react';
import type { ErrorWire } from '../wire.ts';

/** What came of a request: nothing yet, an error in the API's own shape, or the answer. */
export type Resource<Answer> =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly error: ErrorWire }
  | { readonly state: 'ready'; readonly answer: Answer };

const answers = new Map<string, unknown>();
const MAX_ANSWERS = 50;

/** The API's answer to a GET, kept for as long as the page is open. `path` null asks nothing. */
export function useResource<Answer>(path: string | null): Resource<Answer> {
  const [resource, setResource] = useState<{ path: string | null; value: Resource<Answer> }>({
    path: null,
    value: { state: 'loading' },
  });
  useEffect(() => {
    if (path === null) return;
    const controller = new AbortController();
    ask<Answer>(path, { signal: controller.signal }).then((value) => {
      if (!controller.signal.aborted) setResource({ path, value });
    });
    return () => controller.abort();
  }, [path]);
  return resource.path === path ? resource.value : { state: 'loading' };
}

/** Asks once; never throws: a failed network is an error like any other. */
export async function ask<Answer>(path: string, init: RequestInit = {}): Promise<Resource<Answer>> {
  const isGet = init.method === undefined;
  if (isGet && answers.has(path)) return { state: 'ready', answer: answers.get(path) as Answer };
  try {
    const response = await fetch(path, { ...init, headers: { accept: 'application/json', ...init.headers } });
    const body: unknown = await response.json();
    if (!response.ok) return { state: 'failed', error: body as ErrorWire };
    if (isGet) remember(path, body);
    return { state: 'ready', answer: body as Answer };
  } catch (cause) {
    return { state: 'failed', error: unreachable(cause) };
  }
}

/** Forgets every kept answer: what was asked before may have changed. */
export function forgetAnswers(): void {
  answers.clear();
}

function remember(path: string, answer: unknown): void {
  if (answers.size >= MAX_ANSWERS) answers.delete(answers.keys().next().value!);
  answers.set(path, answer);
}

function unreachable(cause: unknown): ErrorWire {
  return {
    code: 'page/no-answer',
    message: 'The server did not answer.',
    hint: `See whether "chancery serve" is still running. (${cause instanceof Error ? cause.message : String(cause)})`,
  };
}
