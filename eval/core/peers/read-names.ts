/** Names of the language core: JSONL rows with a `text` in, JSONL rows with `names` out, in the same order. */
import { createInterface } from 'node:readline';
import { annotateText, openSession } from '../../../src/annotate/index.ts';

const session = await openSession();
for await (const line of createInterface({ input: process.stdin })) {
  const { text } = JSON.parse(line) as { text: string };
  const { sentences } = await annotateText(text, session);
  const names = sentences.flatMap((sentence) => sentence.names.map(({ start, end, type }) => ({ start, end, type })));
  process.stdout.write(`${JSON.stringify({ names })}\n`);
}
await session.close();
