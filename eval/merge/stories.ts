import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { makeReport, readInputs } from '../../src/read/index.ts';
import type { Report } from '../../src/record/index.ts';
import { readLines } from '../gold/run.ts';

/** A report of the story set, and the happenings that its events are labelled with. */
export interface Story {
  readonly id: string;
  /** Whether every event of the report is labelled. */
  readonly isComplete: boolean;
  /** Reports with the same word here have nearly the same text. */
  readonly like: string | null;
  readonly report: Report;
  readonly events: readonly Label[];
}

/** One event of a report as a careful reader has it. Dates are `DAY` or `DAY/DAY`. */
export interface Label {
  readonly h: string;
  readonly in: string;
  readonly is: string;
  readonly status?: string;
  readonly who?: readonly string[];
  readonly whom?: readonly string[];
  readonly on?: string;
  readonly was?: string;
  readonly at?: string;
  readonly count?: number;
  readonly says?: readonly string[];
  readonly denies?: readonly string[];
  readonly moved?: boolean;
  readonly off?: boolean;
}

interface StoryLine {
  readonly id: string;
  readonly from?: string;
  readonly outlet?: string;
  readonly published?: string;
  readonly title?: string;
  readonly text?: string;
  readonly like?: string;
  readonly events: readonly Label[];
}

const FILE = fileURLToPath(new URL('stories.yaml', import.meta.url));

/** The story set; what it takes from the development data is read from there. */
export async function loadStories(data: string): Promise<readonly Story[]> {
  const lines = parse(readFileSync(FILE, 'utf8')) as StoryLine[];
  const stories: Story[] = [];
  for (const line of lines) {
    const { id, like = null, events } = line;
    const report = line.from ? await openReport(data, line.from) : ownReport(line);
    stories.push({ id, isComplete: line.from === undefined, like, report, events });
  }
  return stories;
}

function ownReport({ id, outlet, published, title, text }: StoryLine): Report {
  return makeReport({
    source: `stories.yaml#${id}`,
    text: text!,
    ...(outlet && { outlet }),
    ...(published && { published }),
    ...(title && { title }),
  });
}

/** A report of the development data: a line by its id, or an item of a feed by words of its address or title. */
async function openReport(data: string, from: string): Promise<Report> {
  const [file = '', key = ''] = from.split('#');
  if (file.endsWith('.jsonl')) {
    const line = readLines<Report & { published: never }>(join(data, file)).find((other) => other.id === key)!;
    return makeReport({ ...line, source: `dev.jsonl#${key}` } as Parameters<typeof makeReport>[0]);
  }
  for await (const result of readInputs([join(data, file)])) {
    if (result.kind !== 'report') continue;
    const { report } = result;
    if (report.source.includes(key) || report.title?.includes(key)) return report;
  }
  throw new Error(`${from} is not in the development data`);
}
