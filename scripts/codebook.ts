import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type EventRule, type Lexicon, loadLexicon } from '../src/lexicon/index.ts';
import { EVENT_TYPES } from '../src/record/index.ts';

/** The codebook as Markdown: what each rule codes and when, in the order of the types. Generated, so that it cannot drift. */
export function codebook({ rules, codes, words }: Lexicon): string {
  const chapters = EVENT_TYPES.flatMap((type) => {
    const mine = rules.filter((rule) => rule.event.type === type);
    return mine.length === 0 ? [] : [`## ${type}`, '', ...mine.flatMap(ruleLines)];
  });
  return [HEAD, ...modesChapter(rules, codes, words), ...chapters].join('\n').trimEnd().concat('\n');
}

const HEAD = `# Codebook

Generated from \`lexicon/events/\` by \`npm run docs:codebook\`; do not edit. The types are PLOVER's of 2021 and the extension STATEMENT.
Status, attribution and time are composed for all rules alike (ARCHITECTURE.md), so no rule speaks of them.

## Confidence

The chance that type and parties are right, by a logistic model of what was decided how: an event noun or a verb, parties named directly or inside
a phrase, operators, a date, somebody's word. Its weights (\`lexicon/confidence.yaml\`) are fitted on the gold reports by \`eval/confidence\`,
but for one that is stated: a party known only through an office that a single hand-written source gives lowers the chance (0.80 to 0.77), since
some five in a hundred of those are off by days or persons, and the gold reports have two such events. \`chancery kb who\` calls them unverified.
\`eval/scores.md\` has the reliability table, each document judged by a model that was fitted without it. \`chancery explain\` lists what counted.
`;

/** Which modes words decide, and which no text can give. */
function modesChapter(rules: readonly EventRule[], codes: Lexicon['codes'], words: Lexicon['words']): string[] {
  const isOpen = ({ event }: EventRule) => event.mode === undefined || words.generalModes.has(event.mode);
  const open = (type: string) =>
    rules.some((rule) => rule.event.type === type && isOpen(rule))
      ? [...new Set(words.modes.get(type)?.values() ?? [])]
      : [];
  const byRule = (type: string) =>
    rules.flatMap(({ event }) => (event.type === type && event.mode ? [event.mode] : []));
  const decided = [...words.modes.keys()].map((type) => `* ${type}: ${open(type).join(', ')}`);
  const missing = Object.entries(codes).flatMap(([type, { modes }]) => {
    const known = new Set([...open(type), ...byRule(type)]);
    const left = Object.keys(modes).filter((mode) => !known.has(mode));
    return left.length > 0 ? [`* ${type}: ${left.join(', ')}`] : [];
  });
  return [
    '## Modes',
    '',
    'A rule names the mode where its words decide it. What rules leave open, the words of trigger and content decide (`lexicon/coding.yaml`, `modes`):',
    '',
    ...decided,
    '',
    'No rule and no word gives these modes:',
    '',
    ...(missing.length > 0 ? missing : ['* none']),
    '',
    '(STATEMENT `comment` and `claim` by decision: what is merely said is a quotation, what is claimed an attribution.)',
    '',
  ];
}

function ruleLines(rule: EventRule): string[] {
  const mode = rule.event.mode ? ` · ${rule.event.mode}` : '';
  return [
    `### \`${rule.id}\`${mode}`,
    '',
    rule.because,
    '',
    `* triggers: ${triggersOf(rule)}`,
    ...rule.examples.map((example) => `* “${example.text}”`),
    ...rule.counterexamples.map((example) => `* not: “${example.text}” (${example.because})`),
    '',
  ];
}

function triggersOf({ trigger }: EventRule): string {
  const list = (name: string, lemmas: readonly string[] | undefined) =>
    lemmas ? [`${name} ${lemmas.join(', ')}`] : [];
  return [
    ...list('verbs', trigger.verb),
    ...list('idioms', trigger.phrase),
    ...list('nouns', trigger.noun),
    ...list('adjectives', trigger.adjective),
    ...list('carried by', trigger.carriedBy),
  ].join('; ');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(fileURLToPath(new URL('../docs/codebook.md', import.meta.url)), codebook(loadLexicon()));
}
