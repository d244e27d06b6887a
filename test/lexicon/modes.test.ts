import { beforeAll, describe, expect, it } from 'vitest';
import { readSentence } from '../../src/check-lexicon.ts';
import { CONTEXTS } from '../../src/lexicon/index.ts';
import { openToolkit, type Toolkit } from '../../src/pipeline.ts';

let toolkit: Toolkit;
beforeAll(async () => {
  toolkit = await openToolkit();
});

async function eventsIn(text: string) {
  const { record } = await readSentence(toolkit, text);
  return record.events;
}

describe('modes that words decide', () => {
  it.each([
    ['Qatar urged Israel to release the prisoners.', 'REQUEST', 'yield'],
    ['Ukraine urged Germany to send more weapons.', 'REQUEST', 'assist'],
    ['Russia threatened to cut gas supplies to Poland.', 'THREATEN', 'restrict'],
    ['Kenyan students went on hunger strike against the government.', 'PROTEST', 'hunger'],
    ['Protesters marched in Kenya on Tuesday.', 'PROTEST', 'demo'],
    ['Japan sent food to Yemen.', 'AID', 'humanitarian'],
  ])('%s', async (text, type, mode) => {
    expect((await eventsIn(text)).map((event) => [event.type, event.mode])).toContainEqual([type, mode]);
  });
});

describe('contexts', () => {
  it('are PLOVER’s 37, each with words of its own', () => {
    expect(new Set(CONTEXTS).size).toBe(37);
    const given = new Set([...toolkit.lexicon.words.contexts.phrases.values()].flat());
    expect([...given].sort()).toEqual([...CONTEXTS].sort());
  });

  it('come from words, pairs of words and the sectors of parties', async () => {
    const [event] = await eventsIn('The Norwegian army accused Chile of human rights abuses.');
    expect(event!.contexts).toEqual(['military', 'human_rights']);
  });
});
