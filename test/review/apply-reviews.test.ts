import { describe, expect, it } from 'vitest';
import type { Event, ReportRecord } from '../../src/record/index.ts';
import {
  accepting,
  adding,
  applyReviews,
  type Decision,
  editing,
  merging,
  type ReviewEntry,
  rejecting,
  seeEvent,
  splitting,
} from '../../src/review/index.ts';
import { anActor, anEvent, aRecord, aReport, callReading, spanOf } from '../store/readings.ts';

const CALL = callReading().record;

function log(...decisions: readonly Decision[]): readonly ReviewEntry[] {
  return decisions.map((decision, index) => entry(index + 1, decision));
}

function entry(number: number, decision: Decision, reviewer = 'ann'): ReviewEntry {
  return { report: 'r_ca11', number, reviewer, at: '2025-06-01T12:00:00.000Z', note: null, decision };
}

function withEvent(record: ReportRecord, id: string, more: Partial<Event>): ReportRecord {
  return { ...record, events: record.events.map((event) => (event.id === id ? { ...event, ...more } : event)) };
}

/** The same report as a later version reads it: ids, rules and confidence are others. */
function readAnew(record: ReportRecord, events = record.events): ReportRecord {
  const renamed = events.map((event, index) => ({
    ...event,
    id: `e${9 - index}`,
    rule: 'newer.rule',
    confidence: 0.5,
  }));
  return { ...record, events: renamed };
}

const RAW = applyReviews(CALL, []);
const [ACCEPT] = accepting(RAW, ['e1']) as [Decision];
const [REJECT] = rejecting(RAW, ['e2']) as [Decision];
const EDIT = editing(RAW, 'e3', seeEvent(CALL, { ...CALL.events[2]!, status: 'negated' }));

const summary = ({ events }: ReportRecord) => events.map(({ id, type, status }) => `${id} ${type} ${status}`);

describe('judgements over the reading that they were made on', () => {
  it('leave everything as it is when there are none', () => {
    expect(JSON.stringify(RAW.record)).toBe(JSON.stringify(CALL));
    expect(RAW.judged.size).toBe(0);
  });

  it('accept, take out and change events', () => {
    const { record, judged, removed, lost } = applyReviews(CALL, log(ACCEPT, REJECT, EDIT));
    expect(summary(record)).toEqual(['e1 CONSULT occurred', 'e3 AID negated']);
    expect([...judged].map(([id, { action }]) => `${id} ${action}`)).toEqual(['e1 accept', 'e3 edit']);
    expect(removed.map(({ by }) => by.action)).toEqual(['reject']);
    expect(lost).toEqual([]);
  });

  it('split one event into several, and make one of several', () => {
    const halves = ['planned', 'negated'].map((status) =>
      seeEvent(CALL, { ...CALL.events[1]!, status: status as Event['status'] }),
    );
    const split = applyReviews(CALL, log(splitting(RAW, 'e2', halves)));
    expect(summary(split.record)).toEqual([
      'e1 CONSULT occurred',
      'e2 CONSULT planned',
      'e3 AID possible',
      'c1 CONSULT negated',
    ]);
    const merged = applyReviews(CALL, log(merging(RAW, ['e1', 'e2'])));
    expect(summary(merged.record)).toEqual(['e1 CONSULT occurred', 'e3 AID possible']);
    expect(merged.record.events[0]?.evidence).toHaveLength(2);
    expect(merged.record.events[0]?.recipients).toEqual(['per:bo-lind', 'SUD']);
  });

  it('add an event with parties that were not read', () => {
    const eastland = anActor('EAS', { name: 'Eastland', country: 'EAS' });
    const event = anEvent('', spanOf(CALL.report.text, 'She will visit'), { actors: ['EAS'] });
    const added = adding({ ...seeEvent(CALL, event), actors: [eastland] });
    const { record } = applyReviews(CALL, log(added));
    expect(summary(record).at(-1)).toBe('c1 CONSULT occurred');
    expect(record.actors.at(-1)).toEqual(eastland);
  });

  it('judge quotations too', () => {
    const { record, judged } = applyReviews(CALL, log(...rejecting(RAW, ['q1'])));
    expect(record.quotations).toEqual([]);
    expect(judged.size).toBe(0);
    expect(applyReviews(CALL, log(...accepting(RAW, ['q1']))).judged.get('q1')?.action).toBe('accept');
  });

  it('count in their order: the last one on a thing does', () => {
    const { record } = applyReviews(CALL, log(REJECT, ...accepting(RAW, ['e2'])));
    expect(summary(record)).toContain('e2 CONSULT planned');
    expect(summary(applyReviews(CALL, log(EDIT, ...rejecting(RAW, ['e3']))).record)).not.toContain('e3 AID negated');
  });

  it('build on one another: what was edited can be edited again', () => {
    const first = applyReviews(CALL, log(EDIT));
    const again = editing(first, 'e3', seeEvent(first.record, { ...first.record.events[2]!, mode: 'economic' }));
    expect(applyReviews(CALL, log(EDIT, again)).record.events[2]).toMatchObject({
      status: 'negated',
      mode: 'economic',
    });
  });

  it('go when they are undone, and come back when that is undone', () => {
    const undo = entry(2, { action: 'undo', entry: 1 });
    expect(applyReviews(CALL, [entry(1, REJECT), undo]).record).toEqual(CALL);
    const redone = applyReviews(CALL, [entry(1, REJECT), undo, entry(3, { action: 'undo', entry: 2 })]);
    expect(summary(redone.record)).toHaveLength(2);
  });
});

describe('judgements over a later reading', () => {
  it('find what they judged, under whatever id', () => {
    const { record, judged, lost } = applyReviews(readAnew(CALL), log(ACCEPT, REJECT, EDIT));
    expect(summary(record)).toEqual(['e9 CONSULT occurred', 'e7 AID negated']);
    expect([...judged.keys()]).toEqual(['e9', 'e7']);
    expect(lost).toEqual([]);
  });

  it('keep what was accepted as it was accepted, and put it back where the reading lost it', () => {
    const changed = withEvent(readAnew(CALL), 'e9', { status: 'planned' });
    expect(summary(applyReviews(changed, log(ACCEPT)).record)[0]).toBe('e9 CONSULT occurred');
    const { record, judged } = applyReviews(readAnew(CALL, CALL.events.slice(1)), log(ACCEPT));
    expect(summary(record)).toEqual(['e9 CONSULT planned', 'e8 AID possible', 'c1 CONSULT occurred']);
    expect(judged.get('c1')?.action).toBe('accept');
  });

  it('leave what now says something else than what was rejected, and tell so', () => {
    const changed = withEvent(readAnew(CALL), 'e8', { status: 'possible' });
    const { record, lost } = applyReviews(changed, log(REJECT));
    expect(summary(record)).toContain('e8 CONSULT possible');
    expect(lost.map(({ entry: { number }, why }) => `${number} ${why}`)).toEqual([
      '1 what was rejected is not read any more, or reads otherwise now',
    ]);
  });

  it('tell two acts by one word apart by their parties', () => {
    const text = 'The two traded threats.';
    const actors = [anActor('NOR'), anActor('SUD')];
    const threat = (id: string, actor: string, recipient: string) =>
      anEvent(id, spanOf(text, 'threats'), { type: 'THREATEN', actors: [actor], recipients: [recipient] });
    const events = [threat('e1', 'NOR', 'SUD'), threat('e2', 'SUD', 'NOR')];
    const record = aRecord(aReport('r_ca11', text), { actors, events });
    const decision = rejecting(applyReviews(record, []), ['e2']);
    const { record: kept } = applyReviews(readAnew(record), log(...decision));
    expect(kept.events.map(({ actors: [actor] }) => actor)).toEqual(['NOR']);
  });

  it('leave another act by the same word alone', () => {
    const text = 'The two announced much.';
    const actors = [anActor('NOR'), anActor('SUD'), anActor('EAS')];
    const aid = anEvent('e1', spanOf(text, 'announced'), { type: 'AID', actors: ['NOR'], recipients: ['SUD'] });
    const record = aRecord(aReport('r_ca11', text), { actors, events: [aid] });
    const decision = accepting(applyReviews(record, []), ['e1']);
    const agreement = { ...aid, type: 'AGREE' as const, actors: ['EAS'], recipients: ['NOR'] };
    const { record: kept } = applyReviews({ ...record, events: [agreement] }, log(...decision));
    expect(summary(kept)).toEqual(['e1 AGREE occurred', 'c1 AID occurred']);
  });

  it('find words that have moved, by what stands around them', () => {
    const text = 'They met on Monday. They talked. Then they met on Friday in Northport.';
    const event = anEvent('e1', spanOf(text, 'met on Friday'), { actors: ['NOR'] });
    const record = aRecord(aReport('r_ca11', text), { actors: [anActor('NOR')], events: [event] });
    const decision = accepting(applyReviews(record, []), ['e1']);
    const moved = `A new first line, met on Friday. ${text}`;
    const later = aRecord(aReport('r_ca11', moved), { actors: [anActor('NOR')] });
    const [kept] = applyReviews(later, log(...decision)).record.events;
    expect(moved.slice(kept!.trigger.start)).toBe('met on Friday in Northport.');
    expect(moved.slice(kept!.trigger.start, kept!.trigger.end)).toBe(kept!.trigger.text);
  });

  it('are told of, not dropped, when their words are gone', () => {
    const { record, lost } = applyReviews(aRecord(aReport('r_ca11', 'Another text.')), log(ACCEPT, EDIT));
    expect(record.events).toEqual([]);
    expect(lost.map(({ why }) => why)).toEqual(Array(2).fill('its words are no longer in the report'));
  });
});

describe('two reviewers', () => {
  it('do not stand in one another’s way: a judgement on what was read finds what the other has changed', () => {
    const entries = [entry(1, EDIT, 'ann'), ...rejecting(RAW, ['e3']).map((decision) => entry(2, decision, 'bob'))];
    const { record, lost } = applyReviews(CALL, entries);
    expect(summary(record)).toEqual(['e1 CONSULT occurred', 'e2 CONSULT planned']);
    expect(lost).toEqual([]);
    expect(summary(applyReviews(readAnew(CALL), entries).record)).toHaveLength(2);
  });
});
