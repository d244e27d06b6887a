import { readReport, type Toolkit } from '../../src/pipeline.ts';
import { familyOf, type Telling, tellingsOf } from '../../src/reconcile/index.ts';
import type { Event, EventType, ReportRecord, Span } from '../../src/record/index.ts';
import type { Labelled } from './score-merging.ts';
import type { Label, Story } from './stories.ts';

/** What our own reading of a story gives to merging, with the labels that its events match, and the labels that none matches. */
export interface OwnTellings {
  readonly record: ReportRecord;
  readonly tellings: readonly Telling[];
  /** Those to be judged: of a story whose labels are complete all, of another those that have a label. */
  readonly labelled: readonly Labelled[];
  readonly missed: readonly Label[];
}

/** Reads a story with the whole pipeline. */
export async function ownTellings(story: Story, toolkit: Toolkit): Promise<OwnTellings> {
  const { record, explanations } = await readReport(story.report, toolkit);
  const tellings = tellingsOf(record, explanations);
  const found = new Map<string, string>();
  const missed: Label[] = [];
  for (const label of story.events) {
    const told = tellings.filter(({ event }) => isTriggered(label, event, record.report.text));
    const fitting = told.filter(({ event }) => hasType(label, event));
    const resting = tellings.filter(({ event }) => hasType(label, event) && restsOn(label, event, record.report.text));
    const matching = (fitting.length > 0 ? fitting : resting).filter(
      ({ id }) => (found.get(id) ?? label.h) === label.h,
    );
    if (matching.length === 0) missed.push(label);
    for (const { id } of matching) found.set(id, label.h);
    // The same words under another type: no label was found, but what is joined there with its like is joined rightly.
    for (const { id, event } of told) if (!found.has(id)) found.set(id, `${label.h} as ${familyOf(event.type)}`);
  }
  const labelled = tellings.map((telling) => ({ telling, happening: found.get(telling.id) ?? null }));
  return {
    record,
    tellings,
    labelled: story.isComplete
      ? labelled
      : labelled.filter(({ happening }) => happening !== null && !happening.includes(' as ')),
    missed,
  };
}

function isTriggered(label: Label, { trigger }: Event, text: string): boolean {
  return overlaps(label, trigger, text);
}

function restsOn(label: Label, { evidence }: Event, text: string): boolean {
  return evidence.some((span) => overlaps(label, span, text));
}

function overlaps(label: Label, span: Span, text: string): boolean {
  const start = text.indexOf(label.in);
  return span.start < start + label.in.length && start < span.end;
}

function hasType(label: Label, { type }: Event): boolean {
  return familyOf(type) === familyOf(label.is.split(' ')[0] as EventType);
}
