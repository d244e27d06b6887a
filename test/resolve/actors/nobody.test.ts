import { expect, it } from 'vitest';
import { explained } from './explained.ts';

/** Text, the words that stand for nobody known, a part of the reason, and who they might have meant. */
const CASES: readonly (readonly [string, string, string, readonly string[]])[] = [
  ['She left on Monday.', 'She', 'nothing near before', []],
  ['Both sides left on Monday.', 'Both sides', 'too few parties', []],
  ['Their counterpart left on Monday.', 'Their counterpart', 'whose it is, "Their"', []],
  ['A prime minister flew home.', 'A prime minister', 'somebody new', []],
  [
    'Officials from Spain and Poland met. The prime minister was absent.',
    'The prime minister',
    'nobody before it is called prime minister',
    ['per:pedro-sanchez', 'per:mateusz-morawiecki'],
  ],
];

it.each(CASES)('"%s": "%s" is told as nobody known', async (text, words, reason, candidates) => {
  const mention = await explained(text, words);
  expect(mention).toMatchObject({ actors: [], place: null });
  expect(mention?.facts.join('; ')).toContain(reason);
  expect(mention?.candidates.map(({ actor }) => actor)).toEqual(candidates);
});

it('says nothing of an empty "it"', async () => {
  expect(await explained('It seems that Poland will pay.', 'It')).toBeUndefined();
});

it('says nothing of relative pronouns for things', async () => {
  expect(await explained('Spain lost the game which it had planned.', 'which')).toBeUndefined();
});

it.each(["With Sunday's signings, Spain is done.", 'Monday, Spain said it would stay.'])(
  'takes no day for somebody: %s',
  async (text) => {
    const mentions = await Promise.all(['Sunday', 'Monday'].map((day) => explained(text, day)));
    expect(mentions).toEqual([undefined, undefined]);
  },
);

it('takes no address for somebody', async () => {
  expect(await explained('For questions, contact press@state.gov.', 'press@state.gov')).toBeUndefined();
});

it('tells the office that decides once, and that of his own state', async () => {
  const mention = await explained('President Biden met Wang Yi.', 'Biden', '2022-03-17');
  expect(mention?.facts.join('; ').match(/held office/gu)).toHaveLength(1);
  expect(mention?.facts.join('; ')).toContain('head_of_state of USA');
});

it('calls who else was considered by name', async () => {
  const mention = await explained('Xi Jinping and Vladimir Putin met Narendra Modi. He left.', 'He', '2022-03-17');
  expect(mention?.candidates.length).toBeGreaterThan(1);
  expect(mention?.candidates.map(({ name }) => name)).toContain('Narendra Modi');
  const set = await explained('Xi Jinping and Vladimir Putin met ministers of India and Iran. They left.', 'They');
  expect(set?.candidates.map(({ name }) => name)).toContain('Xi Jinping and Vladimir Putin');
});
