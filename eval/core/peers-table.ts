import { readFileSync } from 'node:fs';

interface System {
  readonly name: string;
  readonly names: Readonly<Record<string, { precision: number; recall: number; f1: number }>>;
  readonly wordsPerSecond: number;
  readonly wordsPerCpuSecond: number;
}

interface Peers {
  readonly date: string;
  readonly spacy: string;
  readonly words: number;
  readonly systems: readonly System[];
}

/** What the last run of peers.py measured: our core and spaCy's small models on the same texts, side by side. */
export function peersTable(file: URL = new URL('peers/peers.json', import.meta.url)): string[] {
  const { date, spacy, words, systems } = JSON.parse(readFileSync(file, 'utf8')) as Peers;
  const percent = (value: number) => (100 * value).toFixed(1);
  const sets = Object.keys(systems[0]!.names);
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    `Measured on ${date} by \`eval/core/peers/peers.py\` in one run, spaCy ${spacy}: names (exact span and type over PER, LOC, ORG;`,
    `P / R / F1) and words a second, one thread, raw text in (${words} words, median of five), by the clock and of processor time.`,
    '',
    row(['system', ...sets, 'words/s', 'words/s of CPU']),
    row(['---', ...sets, '', ''].map(() => '---')),
    ...systems.map(({ name, names, wordsPerSecond, wordsPerCpuSecond }) =>
      row([
        name,
        ...sets.map((set) => {
          const { precision, recall, f1 } = names[set]!;
          return `${percent(precision)} / ${percent(recall)} / ${percent(f1)}`;
        }),
        String(wordsPerSecond),
        String(wordsPerCpuSecond),
      ]),
    ),
  ];
}
