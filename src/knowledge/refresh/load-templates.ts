import { readFile } from 'node:fs/promises';
import { KNOWLEDGE_FOLDER } from '../load.ts';
import { type QueryTemplates, REFRESH_SUBJECTS } from './subjects.ts';

/** The queries of knowledge/wikidata. */
export async function loadTemplates(): Promise<QueryTemplates> {
  const texts = REFRESH_SUBJECTS.map(async (subject) => {
    return [subject, await readFile(`${KNOWLEDGE_FOLDER}wikidata/${subject}.rq`, 'utf8')] as const;
  });
  return Object.fromEntries(await Promise.all(texts)) as QueryTemplates;
}
