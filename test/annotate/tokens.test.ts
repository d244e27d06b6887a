import { beforeAll, describe, expect, it } from 'vitest';
import { loadSegmentation } from '../../src/annotate/load.ts';
import type { SegmentationRules } from '../../src/annotate/segmentation-rules.ts';
import { findWords } from '../../src/annotate/tokens.ts';

let rules: SegmentationRules;
beforeAll(async () => {
  rules = await loadSegmentation();
});

/** The words of a text, joined by `|`. */
function divided(text: string): string {
  return findWords(text, 0, text.length, rules)
    .map(({ start, end }) => text.slice(start, end))
    .join('|');
}

describe('findWords', () => {
  it.each([
    ["They didn't go, and can't.", "They|did|n't|go|,|and|ca|n't|."],
    ["the ministry's view", "the|ministry|'s|view"],
    ['the ministries’ views', 'the|ministries|’|views'],
    ["we'd've met", "we|'d|'ve|met"],
    ['She cannot stay; they’re gonna leave', 'She|can|not|stay|;|they|’re|gon|na|leave'],
  ])('parts clitics: %s', (text, words) => {
    expect(divided(text)).toBe(words);
  });

  it.each([
    ["Shi'ite leaders in Sana'a", "Shi'ite|leaders|in|Sana'a"],
    ["O'Neill at five o'clock", "O'Neill|at|five|o'clock"],
    ['its own', 'its|own'],
  ])('leaves other apostrophes alone: %s', (text, words) => {
    expect(divided(text)).toBe(words);
  });

  it.each([
    ['a well-known face-to-face deal', 'a|well|-|known|face|-|to|-|face|deal'],
    ['non-aligned and pro-Western, anti-missile', 'non-aligned|and|pro-Western|,|anti-missile'],
    ['U.S.-led talks', 'U.S.|-|led|talks'],
    ['2019–2021', '2019|–|2021'],
    ['words—no, words -- more', 'words|—|no|,|words|--|more'],
  ])('divides at hyphens and dashes but not after a kept prefix: %s', (text, words) => {
    expect(divided(text)).toBe(words);
  });

  it.each([
    ['$5bn, €3.2m or US$40', '$|5|bn|,|€|3.2|m|or|US$|40'],
    ['12.5% of 1,200,000 t', '12.5|%|of|1,200,000|t'],
    ['on the 21st at 5:30pm in the 1990s', 'on|the|21st|at|5:30|pm|in|the|1990s'],
    ['points 1,2 and 3', 'points|1|,|2|and|3'],
    ['on 2023-03-17 and 9/11', 'on|2023-03-17|and|9/11'],
    ['-4 degrees', '-|4|degrees'],
  ])('divides numbers from their units: %s', (text, words) => {
    expect(divided(text)).toBe(words);
  });

  it.each([
    ['Mr. Li of the U.S. met Gen. J. P. Roe.', 'Mr.|Li|of|the|U.S.|met|Gen.|J.|P.|Roe|.'],
    ['at 5 p.m. on Jan. 3, No. 10, e.g. here', 'at|5|p.m.|on|Jan.|3|,|No.|10|,|e.g.|here'],
    ['No. They left.', 'No|.|They|left|.'],
  ])('keeps the stop of a shortened word: %s', (text, words) => {
    expect(divided(text)).toBe(words);
  });

  it.each([
    ['See https://example.org/a?b=c, or www.example.net.', 'See|https://example.org/a?b=c|,|or|www.example.net|.'],
    ['Write to press.office@mfa.example.org.', 'Write|to|press.office@mfa.example.org|.'],
    ['on example.gov/news and in plan.pdf', 'on|example.gov/news|and|in|plan.pdf'],
    ['@spokesman said', '@spokesman|said'],
  ])('keeps addresses whole: %s', (text, words) => {
    expect(divided(text)).toBe(words);
  });

  it.each([
    ['Wait... what?! No…', 'Wait|...|what|?!|No|…'],
    ['“Yes,” he said (twice).', '“|Yes|,|”|he|said|(|twice|)|.'],
    ['good 🇺🇸👍🏽👩‍🚀 :)', 'good|🇺🇸|👍🏽|👩‍🚀|:)'],
    ['AT&T and R&D', 'AT&T|and|R&D'],
  ])('keeps runs of marks and signs of several characters whole: %s', (text, words) => {
    expect(divided(text)).toBe(words);
  });

  it('covers every character that is not white space, in order', () => {
    const text = 'a\u00a0b\u2003c  “x”— 3½ km² \u0000 \ud800 naïve Ελλάδα 北京 العربية 1,,2..3--4';
    const words = findWords(text, 0, text.length, rules);
    const covered = words.map(({ start, end }) => text.slice(start, end)).join('');
    expect(covered).toBe(text.replace(/\s/gu, ''));
  });

  it.each([
    ['letters', 'a'],
    ['hyphens', 'a-'],
    ['numbers', '1,111'],
    ['dotted numbers', '1.1'],
    ['hosts', 'a.'],
    ['ampersands', 'A&'],
    ['quotation marks', '"'],
    ['joined emoji', '👩\u200d'],
  ])('needs time in proportion to the length where no space divides %s', (_, unit) => {
    const text = unit.repeat(60_000 / unit.length);
    const began = process.cpuUsage();
    findWords(text, 0, text.length, rules);
    // 0.3 s on an idle machine; a quadratic scan takes minutes.
    expect(process.cpuUsage(began).user / 1e6).toBeLessThan(5);
  });
});
