/** What the files of lexicon/annotate say about words and sentences, ready for the scanner. */
export interface SegmentationRules {
  /** Abbreviations, lower case without the stop, that stand before a name and never end a sentence. */
  readonly titles: ReadonlySet<string>;
  /** Finds one UD word or mark at a position; sticky, with named groups for its kind. */
  readonly scanner: RegExp;
  /** Finds a clitic at the end of a word; its first group is the clitic. */
  readonly clitic: RegExp;
  /** Whole words of two parts, lower case, with the length of the first. */
  readonly twoPart: ReadonlyMap<string, number>;
  readonly starters: ReadonlySet<string>;
  readonly saying: ReadonlySet<string>;
}

/** The word lists as they stand in the YAML files. */
export interface SegmentationLists {
  readonly titles: readonly string[];
  readonly numbered: readonly string[];
  readonly ordinary: readonly string[];
  readonly suffixes: readonly string[];
  readonly negation: string;
  readonly words: Readonly<Record<string, string>>;
  readonly keptPrefixes: readonly string[];
  readonly keptWords: readonly string[];
  readonly emoticons: readonly string[];
  readonly starters: readonly string[];
  readonly saying: readonly string[];
}

/** Compiles the lists into the scanner. */
export function compileSegmentation(lists: SegmentationLists): SegmentationRules {
  return {
    titles: new Set(lists.titles.map((title) => title.toLowerCase())),
    scanner: compileScanner(lists),
    clitic: compileClitic(lists),
    twoPart: new Map(Object.entries(lists.words).map(([word, first]) => [word, first.length])),
    starters: new Set(lists.starters),
    saying: new Set(lists.saying),
  };
}

/** One alternation, tried in this order at every position. Quantifiers that could run over a whole text are bounded. */
function compileScanner(lists: SegmentationLists): RegExp {
  const kinds: readonly (readonly [string, string])[] = [
    ['url', String.raw`(?:https?|ftp):\/\/[^\s<>"“”]+[^\s<>"“”.,;:!?)\]'’]|www\.[^\s<>"“”]+[^\s<>"“”.,;:!?)\]'’]`],
    ['email', String.raw`[\p{L}\p{N}_.+\-]{1,64}@[\p{L}\p{N}\-]{1,63}(?:\.[\p{L}\p{N}\-]{1,63}){1,6}`],
    ['handle', String.raw`@[\p{L}\p{N}_]{1,64}`],
    ['emoticon', `(?:${anyOf(lists.emoticons)})(?=\\s|$|[.,!?])`],
    [
      'domain',
      String.raw`[\p{L}\p{N}][\p{L}\p{N}\-]{0,62}\.(?:com|org|net|gov|edu|int|info|mil)(?:\.[a-z]{2})?(?:\/[^\s<>"“”]*[^\s<>"“”.,;:!?)\]'’])?(?![\p{L}\p{N}])`,
    ],
    [
      'initials',
      String.raw`(?:\p{L}\p{M}*\.){2,}(?:\p{Lu}(?![\p{L}\p{N}]))?|\p{Lu}\.\p{Lu}(?![\p{L}\p{N}.])|[ap]\.m(?![\p{L}\p{N}])|(?:\p{Lu}\p{Ll}{0,2}\.){2,}`,
    ],
    ['initial', String.raw`\p{Lu}\.(?=\s+\p{Lu})`],
    ['title', `(?:${anyOf(lists.titles)})\\.(?=\\s|$)`],
    ['numbered', `(?:${anyOf(lists.numbered)})\\.(?=\\s?\\p{N})`],
    ['abbreviation', `(?:${anyOf(lists.ordinary)})\\.(?=[\\s,;:)\\]'’"”]|$)`],
    [
      'kept',
      `(?:${anyOf(lists.keptWords)})(?![\\p{L}\\p{N}])|(?:${[...lists.keptPrefixes].join('|')})[-–](?=\\p{L})[\\p{L}\\p{M}]+`,
    ],
    [
      'number',
      String.raw`[-+]?\p{N}+(?:[.,:/]\p{N}+)*(?:st|nd|rd|th|s)?(?![\p{L}])|\p{N}+(?:[.,:/]\p{N}+)*(?=\p{L})|\.\p{N}+`,
    ],
    ['money', String.raw`(?:US|C|A|HK|NZ|S)\$`],
    ['word', String.raw`[\p{L}\p{M}\p{N}_]+(?:['’\u0060][\p{L}\p{M}]+)*|\p{Lu}+&\p{Lu}+`],
    ['elision', String.raw`['’](?:s|re|ve|ll|d|m|em|tis|twas|\p{N}{2}s)(?![\p{L}\p{N}])`],
    ['dots', String.raw`\.{2,}|…+|[!?]+|-{2,}|—+|–+|_+|\*+|={2,}|~+|\u0060{2}|''`],
    [
      'emoji',
      String.raw`\p{Regional_Indicator}{2}|\p{Extended_Pictographic}[\p{M}\u{1F3FB}-\u{1F3FF}\uFE0F]*(?:\u200D\p{Extended_Pictographic}[\p{M}\u{1F3FB}-\u{1F3FF}\uFE0F]*)*`,
    ],
    ['other', String.raw`[^\s]`],
  ];
  return new RegExp(kinds.map(([kind, source]) => `(?<${kind}>${source})`).join('|'), 'uy');
}

function compileClitic({ suffixes, negation }: SegmentationLists): RegExp {
  const apostrophe = "['’`]";
  return new RegExp(`(${negation.replace("'", apostrophe)}|${apostrophe}(?:${suffixes.join('|')}))$`, 'iu');
}

/** The alternatives, longest first, each taken literally. */
function anyOf(words: readonly string[]): string {
  const longestFirst = [...words].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return longestFirst.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('|');
}
