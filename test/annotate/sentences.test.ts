import { beforeAll, describe, expect, it } from 'vitest';
import { loadSegmentation } from '../../src/annotate/load.ts';
import type { SegmentationRules } from '../../src/annotate/segmentation-rules.ts';
import { findSentences } from '../../src/annotate/sentences.ts';
import { findWords } from '../../src/annotate/tokens.ts';

let rules: SegmentationRules;
beforeAll(async () => {
  rules = await loadSegmentation();
});

function sentencesOf(text: string): string[] {
  const sentences = findSentences(text, findWords(text, 0, text.length, rules), rules);
  return sentences.map((words) => text.slice(words[0]!.start, words.at(-1)!.end));
}

describe('findSentences', () => {
  it.each<[string, readonly string[]]>([
    ['plain stops', ['They met.', 'They talked!', 'Did they agree?', 'No.']],
    ['a closing mark after the stop', ['“We will sign.”', 'He left.', '(They stayed.)', 'It rained.']],
    ['quoted sentences that stand in one quotation', ['“We met.', 'We talked.', 'We agreed,” she said.']],
    [
      'a note in brackets after the stop',
      ['He died in 1849. [3] [4]', 'His papers were lost. [citation needed]', 'Nobody knew.'],
    ],
    ['a sentence that begins with a small letter', ['they came late.', 'nobody waited for them.']],
    ['a country in initials before a new sentence', ['He flew to the U.S.', 'The visit lasted a week.']],
    ['a drawn line', ['The text ends', '----------', 'Another begins']],
    ['the date of a message', ['Ann Roe', '03/27/2019 01:58 PM', 'Please call me']],
    ['an address', ['More at https://example.org/a', 'https://example.org/b', 'Ann Roe']],
    ['etc. before a capital', ['They sell tea, rice, etc.', 'Roe buys it.']],
    ['numbered entries', ['1. The parties agree.', '2. The treaty stands.']],
    ['a greeting and a farewell', ['Dear Mr. Minister,', 'We thank you.', 'Best regards,', 'Ann']],
  ])('ends at %s', (_, sentences) => {
    expect(sentencesOf(sentences.join(' '))).toEqual(sentences);
  });

  it.each([
    'Gen. Roe of the U.S. Army met Mr. Li at 5 p.m. on Friday.',
    'J. P. Roe and No. 10 said so, e.g. in Vol. 3.',
    '“Why not?” Roe asked.',
    '“Stop!” she said.',
    'He wanted to... well, to leave.',
    'The firm (est. 1990) and its partners (Acme Inc., Apex Ltd.) agreed.',
    'The rate rose to 3.5 in Jan. 2020.',
    'See v. 2 of the text at example.org today.',
    'The strain of E. coli was new.',
    'They agreed on three points: trade; travel; talks.',
  ])('goes on in: %s', (text) => {
    expect(sentencesOf(text)).toEqual([text]);
  });

  it('ends where only the space after the stop is missing', () => {
    expect(sentencesOf('They left.Nobody knew.')).toEqual(['They left.', 'Nobody knew.']);
    expect(sentencesOf('They use version 2.Beta of A.Text')).toHaveLength(1);
  });

  it('gives the last stop to the sentence where it ends in a shortened word', () => {
    const text = 'They sell tea, rice, etc.';
    const [words] = findSentences(text, findWords(text, 0, text.length, rules), rules);
    expect(words!.map(({ start, end }) => text.slice(start, end)).slice(-2)).toEqual(['etc', '.']);
  });

  it.each(['. ', '"', '[1] ', 'Hi, ', 'A. '])('needs time in proportion to the length of a run of %j', (unit) => {
    const text = unit.repeat(20_000);
    const words = findWords(text, 0, text.length, rules);
    const began = process.cpuUsage();
    findSentences(text, words, rules);
    expect(process.cpuUsage(began).user / 1e6).toBeLessThan(5);
  });
});
