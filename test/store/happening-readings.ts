import type { Event } from '../../src/record/index.ts';
import type { Reading } from '../../src/store/index.ts';
import { anActor, anEvent, anExplanation, aRecord, aReport, spanOf } from './readings.ts';

const ACTORS = [
  anActor('per:ada-holm', { name: 'Ada Holm', country: 'NOR' }),
  anActor('per:bo-lind', { name: 'Bo Lind', country: 'SUD' }),
  anActor('NOR', { name: 'Norland', country: 'NOR' }),
  anActor('SUD', { name: 'Sudmark', country: 'SUD' }),
];

interface Draft extends Partial<Event> {
  readonly says: string;
}

/** A reading of a report of our own: each event rests on the sentence that it says. */
export function readingOf(id: string, outlet: string, published: string, drafts: readonly Draft[], more = ''): Reading {
  const text = `${drafts.map(({ says }) => says).join(' ')}${more && `\n\n${more}`}`;
  const report = aReport(id, text, {
    outlet,
    published: { value: published, basis: 'given', from: published, to: published, reasons: [] },
  });
  const events = drafts.map(({ says, ...event }, index) => anEvent(`e${index + 1}`, spanOf(text, says), event));
  return { record: aRecord(report, { actors: ACTORS, events }), explanations: events.map(anExplanation) };
}

const on = (day: string): Event['time'] => ({ from: day, to: day, basis: 'stated' });
const CALL = { mode: 'phone', actors: ['per:ada-holm'], recipients: ['per:bo-lind'], time: on('2025-05-12') };
const VISIT = { mode: 'visit', actors: ['per:ada-holm'], recipients: ['SUD'], time: on('2025-05-20') };

/** Six reports of a call (dated a day apart by its two ends), a visit that is planned, confirmed and made, and an accusation each way. */
export function storyReadings(): readonly Reading[] {
  const accusation = { type: 'ACCUSE' as const, mode: null, time: on('2025-05-13') };
  return [
    readingOf('r_a1', 'Northport Gazette', '2025-05-12', [{ ...CALL, says: 'Holm called Lind on Monday.' }]),
    readingOf('r_b2', 'Sudburg Post', '2025-05-13', [
      {
        ...CALL,
        actors: ['per:bo-lind'],
        recipients: ['per:ada-holm'],
        time: on('2025-05-13'),
        says: 'Lind called Holm early on Tuesday.',
      },
      {
        ...VISIT,
        status: 'planned',
        says: 'Holm will visit Sudmark on 20 May.',
        attribution: [{ actor: 'SUD', stance: 'asserts' }],
      },
    ]),
    readingOf('r_c3', 'Northport Gazette', '2025-05-11', [
      {
        ...VISIT,
        status: 'planned',
        says: 'A visit by Holm to Sudmark is planned for 20 May.',
        attribution: [{ actor: 'NOR', stance: 'asserts' }],
      },
    ]),
    readingOf('r_d4', 'Harbour Radio', '2025-05-21', [{ ...VISIT, says: 'Holm visited Sudmark on Tuesday.' }]),
    readingOf('r_e5', 'Harbour Radio', '2025-05-14', [
      { ...accusation, actors: ['NOR'], recipients: ['SUD'], says: 'Norland accused Sudmark of poaching.' },
    ]),
    readingOf('r_f6', 'Sudburg Post', '2025-05-14', [
      { ...accusation, actors: ['SUD'], recipients: ['NOR'], says: 'Sudmark accused Norland of poaching.' },
    ]),
  ];
}

const LONG = `The harbour of Linden was closed on Monday after a quarrel over fishing rights. Boats from the north had crossed the line
that both states drew twelve years ago, the coast guard said, and three of them were brought in. A spokesman spoke of a misunderstanding.`;

/** A report, the corrected version of the next day, and a copy in another outlet; the quarrel is told alike in all of them. */
export function versionReadings(): readonly Reading[] {
  const meeting = { ...CALL, mode: 'meeting', time: on('2025-05-12'), says: 'Holm met Lind in Linden on Monday.' };
  const quarrel = {
    type: 'ACCUSE' as const,
    mode: null,
    actors: ['NOR'],
    recipients: ['SUD'],
    says: 'Norland blamed Sudmark.',
  };
  return [
    readingOf('r_v1', 'Northport Gazette', '2025-05-13', [meeting, quarrel], LONG),
    readingOf(
      'r_v2',
      'Northport Gazette',
      '2025-05-14',
      [{ ...meeting, time: on('2025-05-11'), says: 'Holm met Lind in Linden on Sunday.' }, quarrel],
      LONG,
    ),
    readingOf('r_v3', 'Harbour Radio', '2025-05-14', [meeting, quarrel], LONG),
  ];
}
