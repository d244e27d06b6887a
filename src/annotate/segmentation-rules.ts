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
  readonly greetings: ReadonlySet<string>;
  /** Styles of address, each as its words, the longest first. */
  readonly styles: readonly (readonly string[])[];
}

/** The word lists as they stand in the YAML files. */
export interface SegmentationLists {
  readonly titles: readonly string[];
  readonly numbered: readonly string[];
  readonly closing: readonly string[];
  readonly ordinary: readonly string[];
  readonly suffixes: readonly string[];
  readonly negation: string;
  readonly words: Readonly<Record<string, string>>;
  readonly keptPrefixes: readonly string[];
  readonly keptWords: readonly string[];
  readonly units: readonly string[];
  readonly currencyPrefixes: readonly string[];
  readonly fileEndings: readonly string[];
  readonly hostEndings: readonly string[];
  readonly emoticons: readonly string[];
  readonly starters: readonly string[];
  readonly saying: readonly string[];
  readonly greetings: readonly string[];
  readonly styles: readonly string[];
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
    greetings: new Set(lists.greetings),
    styles: lists.styles.map((style) => style.split(' ')).sort((a, b) => b.length - a.length),
  };
}

/** One alternation, tried in this order at every position. Quantifiers that could run over a whole text are bounded. */
function compileScanner(lists: SegmentationLists): RegExp {
  const kinds = [
    ...kindsOfAddresses(lists),
    ...kindsOfAbbreviations(lists),
    ...kindsOfNumbers(lists),
    ...kindsOfWords(lists),
  ];
  return new RegExp(kinds.map(([kind, source]) => `(?<${kind}>${source})`).join('|'), 'uy');
}

type Kind = readonly [name: string, source: string];

/** What may end an address: no mark that closes a sentence around it. */
const ADDRESS = String.raw`[^\s<>"“”]{1,2000}[^\s<>"“”.,;:!?)\]'’]`;
/** Not inside a longer word or number. */
const WORD_END = String.raw`(?![\p{L}\p{N}])`;

function kindsOfAddresses({ hostEndings, fileEndings, emoticons }: SegmentationLists): Kind[] {
  const label = String.raw`[\p{L}\p{N}](?:[\p{L}\p{N}_\-]{0,62}[\p{L}\p{N}])?`;
  return [
    ['url', String.raw`(?:https?|ftp):\/\/${ADDRESS}|www\.${ADDRESS}`],
    ['email', String.raw`[\p{L}\p{N}_][\p{L}\p{N}_.+%\-]{0,63}@${label}(?:\.${label}){1,6}`],
    ['handle', String.raw`@[\p{L}\p{N}_]{2,64}`],
    ['emoticon', `(?:${anyOf(emoticons)})(?=\\s|$|[.,!?)])`],
    ['host', String.raw`(?:${label}\.){1,5}(?:${anyOf(hostEndings)})(?:\/(?:${ADDRESS})?)?(?![\p{L}\p{N}@])`],
    [
      'file',
      String.raw`[\p{L}\p{N}_][\p{L}\p{N}_\-]{0,63}\.(?:${anyOf([...fileEndings, ...fileEndings.map((ending) => ending.toUpperCase())])})${WORD_END}`,
    ],
  ];
}

function kindsOfAbbreviations({ titles, numbered, closing, ordinary }: SegmentationLists): Kind[] {
  return [
    [
      'initials',
      String.raw`(?:\p{L}\.){2,12}(?:\p{Lu}${WORD_END})?|(?:\p{Lu}\.){1,12}\p{Lu}(?![\p{L}\p{N}.])|[ap]\.m${WORD_END}|(?:\p{Lu}\p{Ll}{0,2}\.){2,6}`,
    ],
    ['initial', String.raw`(?!I\.)\p{Lu}\.(?=\s+\p{Lu})`],
    ['title', `(?:${anyOf(titles)})\\.(?=\\s|$)`],
    ['numbered', `(?:${anyOf(numbered)})\\.(?=\\s?\\p{N})`],
    ['closing', `(?:${anyOf(closing)})\\.(?=[\\s,;:)\\]'’"”]|$)`],
    ['abbreviation', `(?:${anyOf(ordinary)})\\.(?=[\\s,;:)\\]'’"”]|$)`],
  ];
}

function kindsOfNumbers({ units, currencyPrefixes }: SegmentationLists): Kind[] {
  const amount = String.raw`(?:\p{N}{1,3}(?:,\p{N}{3}){1,6}(?:\.\p{N}+)?(?![\p{N},])|\p{N}+(?:[.:]\p{N}+){0,6})`;
  return [
    ['date', String.raw`\p{N}{4}-\p{N}{2}-\p{N}{2}(?![\p{N}\-])|\p{N}{1,2}\/\p{N}{1,2}(?:\/\p{N}{2,4})?(?![\p{N}\/])`],
    ['phone', String.raw`(?:\p{N}{1,3}-)?\p{N}{3}-\p{N}{3}-\p{N}{4}(?![\p{N}\-])|\p{N}{3}-\p{N}{4}(?![\p{N}\-])`],
    [
      'number',
      String.raw`${amount}(?:(?:st|nd|rd|th|s|ST|ND|RD|TH)${WORD_END}|(?![\p{L}\p{N}])|(?=(?:${anyOf(units)})${WORD_END}))|(?<![\p{L}\p{N}"”’)\].])\.\p{N}+`,
    ],
    ['year', String.raw`(?<![\p{L}\p{N}])['’]\p{N}{2}s?${WORD_END}`],
    ['money', `(?:${anyOf(currencyPrefixes)})\\$`],
  ];
}

function kindsOfWords({ keptPrefixes, keptWords }: SegmentationLists): Kind[] {
  const prefixes = keptPrefixes
    .map((prefix) => `[${prefix[0]!.toUpperCase()}${prefix[0]}]${prefix.slice(1)}`)
    .join('|');
  return [
    [
      'kept',
      String.raw`(?:${anyOf(keptWords)})${WORD_END}|(?:${prefixes})[-–][\p{L}\p{M}\p{N}]+(?!\.\p{L})|\p{Lu}{1,3}&\p{Lu}{1,3}${WORD_END}|\p{Ll}&\p{Ll}${WORD_END}`,
    ],
    ['word', String.raw`[\p{L}\p{M}\p{N}_]+(?:['’\u0060][\p{L}\p{M}]+)*`],
    ['elision', `['’](?:s|re|ve|ll|d|m|em|tis|twas|til|cause)${WORD_END}`],
    ['marks', String.raw`[.!?]{2,}|[!?]|…+|-{2,}|—+|–+|_+|\*+|={2,}|~+|<{2,}|>{2,}|\u0060{2}|['’‘]{2}`],
    [
      'emoji',
      String.raw`\p{Regional_Indicator}{2}|\p{Extended_Pictographic}[\p{M}\u{1F3FB}-\u{1F3FF}\uFE0F]*(?:\u200D\p{Extended_Pictographic}[\p{M}\u{1F3FB}-\u{1F3FF}\uFE0F]*)*`,
    ],
    ['other', String.raw`[^\s]`],
  ];
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
