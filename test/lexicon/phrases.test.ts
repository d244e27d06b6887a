import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readSentence } from '../../src/check-lexicon.ts';
import { openToolkit } from '../../src/pipeline.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';

const RULE = `- id: accuse.mine
  because: a test
  event: { type: ACCUSE }
  trigger: { phrase: [give piece of mind, haul over coal] }
  roles: { actor: [subject], recipient: [indirect, object, to] }
  needs: [actor, recipient]
  where: { anyActor: true }
  examples: [{ text: A. }]
  counterexamples: [{ text: B., because: c }]
`;

const SENTENCES: readonly (readonly [string, readonly (readonly string[])[]])[] = [
  ['Kenya hauled Somalia over the coals.', [['KEN', 'SOM']]],
  ['Somalia was hauled over the coals by Kenya.', [['KEN', 'SOM']]],
  ['Kenya hauled coal to Somalia.', []],
  ['A coal ship that Kenya hauled reached Somalia.', []],
];

it('finds an idiom by its verb and the words under it, in active and passive', async () => {
  const file = join(temporaryFolder(), 'mine.yaml');
  writeFileSync(file, RULE);
  const toolkit = await openToolkit({ lexiconFolders: [file] });
  for (const [text, expected] of SENTENCES) {
    const { record } = await readSentence(toolkit, text);
    const found = record.events.filter(({ rule }) => rule === 'accuse.mine');
    expect([text, found.map(({ actors, recipients }) => [...actors, ...recipients])]).toEqual([text, expected]);
  }
});
