import type { ExplainedReading, Reader, ReaderOptions } from '../../src/cli/cli.ts';
import { runCli } from '../../src/cli/run.ts';
import type { Output, Terminal } from '../../src/cli/terminal.ts';
import type { Problem } from '../../src/problems.ts';
import type { Report } from '../../src/record/index.ts';
import { anActor, anEvent, anExplanation, aRecord } from '../store/readings.ts';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

interface Around {
  readonly stdin?: string;
  readonly reader?: Reader;
  readonly open?: (options: ReaderOptions) => Promise<Reader>;
  readonly env?: Readonly<Record<string, string>>;
  readonly columns?: number;
  readonly isColoured?: boolean;
  readonly isTerminal?: boolean;
}

/** Runs a command line in this process, with a reader that needs no model, and gives back what it printed. */
export async function ran(words: readonly string[], around: Around = {}): Promise<Ran> {
  const {
    stdin = '',
    reader = WORD_READER,
    env = {},
    columns = 100,
    isColoured = false,
    isTerminal = false,
    open = async () => reader,
  } = around;
  const printed = { out: '', err: '' };
  const output = (name: 'out' | 'err'): Output => ({
    isTerminal,
    isColoured,
    columns,
    write: async (piece) => {
      printed[name] += typeof piece === 'string' ? piece : Buffer.from(piece).toString('latin1');
    },
  });
  async function* input() {
    if (stdin !== '') yield Buffer.from(stdin);
  }
  const now = () => new Date('2025-06-01T12:00:00Z');
  const terminal: Terminal = {
    out: output('out'),
    err: output('err'),
    stdin: input(),
    env,
    now,
    untilStopped: async () => {},
  };
  const code = await runCli(words, terminal, { version: async () => reader.version, open });
  return { code, ...printed };
}

/** A reader that finds a visit by Norland to Sudmark wherever a report says "visited", and fails where it says "unreadable". */
export const WORD_READER: Reader = {
  version: 'test+1',
  read: async (report, problems) => readingOf(report, problems),
  parse: async (report) => `# text = ${report.text}\n\n`,
};

function readingOf(report: Report, problems: readonly Problem[]): ExplainedReading {
  if (report.text.includes('unreadable')) throw new Error('no such tree');
  const start = report.text.indexOf('visited');
  const trigger = { start, end: start + 'visited'.length, text: 'visited' };
  const evidence = { start: 0, end: report.text.length, text: report.text };
  const event = anEvent('e1', evidence, {
    trigger,
    actors: ['NOR'],
    recipients: ['SUD'],
    time: { from: report.published.value, to: report.published.value, basis: 'report' },
  });
  const actors = [
    anActor('NOR', { name: 'Norland', country: 'NOR' }),
    anActor('SUD', { name: 'Sudmark', country: 'SUD' }),
  ];
  const events = start < 0 ? [] : [event];
  return {
    record: aRecord(report, { actors, events, problems: [...problems] }),
    explanations: events.map(anExplanation),
    resolution: { knowledge: 'k1', mentions: [mentionOf('Norland', 'NOR'), mentionOf('the delegation', null)] },
  };
}

function mentionOf(text: string, actor: string | null): ExplainedReading['resolution']['mentions'][number] {
  const candidates =
    actor === null
      ? []
      : [
          { actor, name: 'Norland', score: 0.9 },
          { actor: 'SUD', name: 'Sudmark', score: 0.25 },
        ];
  const found = { start: 0, end: text.length, text, kind: 'name' as const, place: null };
  return {
    ...found,
    actors: actor === null ? [] : [actor],
    how: 'its name',
    facts: ['states.csv:3'],
    candidates,
    score: 0.9,
  };
}
