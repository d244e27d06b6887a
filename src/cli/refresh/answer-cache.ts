import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const cachedSchema = z.object({ at: z.string(), text: z.string() });
/** An answer and the moment at which it was given. */
export type CachedAnswer = Readonly<z.infer<typeof cachedSchema>>;

/** Answers by the digest of their question. */
export interface AnswerCache {
  get(digest: string): Promise<CachedAnswer | null>;
  put(digest: string, answer: CachedAnswer): Promise<void>;
}

/** Names a question. */
export function digestOf(endpoint: string, query: string): string {
  return createHash('sha256').update(endpoint).update('\n').update(query).digest('hex').slice(0, 32);
}

/** Keeps answers in a folder, a file each. One given before `oldest` is asked for anew. */
export function answerCache(folder: string, oldest: Date): AnswerCache {
  const fileOf = (digest: string) => join(folder, `${digest}.json`);
  return {
    get: async (digest) => {
      const text = await readFile(fileOf(digest), 'utf8').catch(() => null);
      const answer = text === null ? null : cachedSchema.parse(JSON.parse(text));
      return answer && answer.at >= oldest.toISOString() ? answer : null;
    },
    put: async (digest, answer) => {
      await mkdir(folder, { recursive: true });
      await writeWhole(fileOf(digest), JSON.stringify(answer));
    },
  };
}

/** Writes a file whole or not at all. */
export async function writeWhole(file: string, text: string): Promise<void> {
  const part = `${file}.part`;
  await writeFile(part, text);
  await rename(part, file);
}
