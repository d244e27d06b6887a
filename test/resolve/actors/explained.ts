import { openToolkit, readReport, type Toolkit } from '../../../src/pipeline.ts';
import { makeReport } from '../../../src/read/index.ts';

let toolkit: Promise<Toolkit> | null = null;

/** How the first mention with these words was resolved in a report of that day, with the real language core; undefined where they are none. */
export async function explained(text: string, words: string, published = '2023-03-17') {
  toolkit ??= openToolkit();
  const { resolution } = await readReport(makeReport({ text, published, source: 'test' }), await toolkit);
  const found = resolution.mentions.filter((mention) => mention.text === words);
  return found.find(({ actors }) => actors.length > 0) ?? found[0];
}
