import { type Command, Option } from 'commander';
import type { ReviewedReport } from '../../../ask/index.ts';
import { ChanceryError } from '../../../problems.ts';
import type { Event } from '../../../record/index.ts';
import type { Decision, ReviewedRecord, Seen, SeenEvent, Setting } from '../../../review/index.ts';
import type { Store } from '../../../store/index.ts';
import type { Cli } from '../../cli.ts';
import { storeOption, withStore } from '../../options.ts';

/** What every command that judges takes. */
export interface ReviewOptions {
  readonly store: string;
  readonly reviewer?: string;
  readonly note?: string;
}

/** Gives a command the options of all that judge. */
export function decisionCommand(command: Command, describes: string): Command {
  return command
    .description(describes)
    .option('--note <words>', 'why')
    .addOption(reviewerOption())
    .addOption(storeOption());
}

/** `--reviewer NAME`, also from the environment. */
export function reviewerOption(): Option {
  return new Option('--reviewer <name>', 'who judges; each sees only his own judgements').env('CHANCERY_REVIEWER');
}

/** Decisions on one report, from the reviewer's own view of it and the ids that he names. */
export type Decide = (
  view: ReviewedRecord,
  local: readonly string[],
  store: Store,
  report: ReviewedReport,
) => Promise<readonly Decision[]> | readonly Decision[];

/** Works out the decisions on each report over the reviewer's own view of it, appends them to its log, and says so. */
export async function decideOn(
  cli: Cli,
  options: ReviewOptions,
  asked: ReadonlyMap<string, readonly string[]>,
  decide: Decide,
): Promise<void> {
  const name = whoReviews(options);
  await withStore(options.store, 'write', async (store) => {
    const { reviewedReport } = await import('../../../ask/index.ts');
    const { entryName } = await import('../../../review/index.ts');
    const { decisionWords } = await import('../../view/review-view.ts');
    const made: (readonly [string, readonly Decision[]])[] = [];
    for (const [beginning, local] of asked) {
      const report = await reviewedReport(store, beginning, name);
      made.push([report.view.record.report.id, await decide(report.view, local, store, report)]);
    }
    for (const [report, decisions] of made) {
      const entries = await store.review(report, { name, note: options.note }, decisions);
      const lines = entries.map((entry) => `${entryName(entry)}  ${decisionWords(entry.decision)}\n`);
      await cli.terminal.out.write(lines.join(''));
    }
  });
}

/** Throws when nobody says who judges. */
export function whoReviews({ reviewer }: ReviewOptions): string {
  if (reviewer) return reviewer;
  throw new ChanceryError('cli/no-reviewer', 'A judgement is somebody’s.', {
    hint: 'Say whose with --reviewer NAME, or in the environment variable CHANCERY_REVIEWER.',
  });
}

/** `r_1/e1 r_1/e2 r_2/e1` by report. */
export function byReport(ids: readonly string[], between: '/' | '#' = '/'): ReadonlyMap<string, readonly string[]> {
  const reports = new Map<string, string[]>();
  for (const id of ids) {
    const at = id.lastIndexOf(between);
    if (at <= 0 || at === id.length - 1) {
      throw new ChanceryError('review/unknown-event', `'${id}' is no id.`, { expected: [`r_5f0c…${between}…`] });
    }
    const report = id.slice(0, at);
    reports.set(report, [...(reports.get(report) ?? []), id.slice(at + 1)]);
  }
  return reports;
}

/** An event or quotation with what the settings make of it. */
export async function changed(store: Store, view: ReviewedRecord, id: string, set: readonly string[]): Promise<Seen> {
  const { editedEvent, editedQuotation, seenBy } = await import('../../../review/index.ts');
  const seen = seenBy(view, id);
  const [settings, help] = await settingsOf(store, view, set);
  return seen.kind === 'event'
    ? editedEvent(view.record, seen.event, settings, help)
    : editedQuotation(view.record, seen.quotation, settings, help);
}

/** An event with what the settings make of it. */
export async function editedOf(
  store: Store,
  view: ReviewedRecord,
  event: Event,
  set: readonly string[],
): Promise<SeenEvent> {
  const { editedEvent } = await import('../../../review/index.ts');
  const [settings, help] = await settingsOf(store, view, set);
  return editedEvent(view.record, event, settings, help);
}

/** Settings, and everything that they need to be carried out. */
export async function settingsOf(store: Store, { record }: ReviewedRecord, set: readonly string[]) {
  const { parseSetting } = await import('../../../review/index.ts');
  const { editHelp } = await import('../../review-help.ts');
  const settings: readonly Setting[] = set.map(parseSetting);
  return [settings, await editHelp(store, record, settings)] as const;
}
