import { describe, expect, it } from 'vitest';
import { type Contact, contacts, countContacts, entriesOfRecord, type TimelineEntry } from '../../src/ask/index.ts';
import type { Event } from '../../src/record/index.ts';
import { anActor, anEvent, aRecord, aReport, spanOf } from '../store/readings.ts';
import { onEachStore } from '../store/stores.ts';

const TEXT = 'They met.';
const PEOPLE = ['per:ada-holm', 'per:eva-lind', 'per:bo-lind'].map((id) => anActor(id));
const ACTORS = [anActor('NOR', { country: 'NOR' }), anActor('SUD', { country: 'SUD' }), ...PEOPLE];

type Told = readonly [mode: string | null, from: string | null, to: string | null, more?: Partial<Event>];

function entriesOf(...told: readonly Told[]): readonly TimelineEntry[] {
  const events = told.map(([mode, from, to, more], index) =>
    anEvent(`e${index + 1}`, spanOf(TEXT, TEXT), {
      mode,
      actors: ['NOR'],
      recipients: ['SUD'],
      time: { from, to, basis: 'stated' },
      ...more,
    }),
  );
  return entriesOfRecord(aRecord(aReport('r_1', TEXT), { actors: ACTORS, events }));
}

const joined = (contact: Contact) => contact.entries.map(({ event }) => event.id).join('+');

describe('counting contacts', () => {
  const CASES: readonly (readonly [claim: string, told: readonly Told[], contacts: readonly string[]])[] = [
    [
      'a visit that two events tell of is one',
      [
        ['visit', '2025-03-20', '2025-03-22'],
        ['visit', '2025-03-20', '2025-03-20'],
      ],
      ['e2+e1'],
    ],
    [
      '"in March" joins the visit of 20 March',
      [
        ['visit', '2025-03-01', '2025-03-31'],
        ['visit', '2025-03-20', '2025-03-20'],
      ],
      ['e2+e1'],
    ],
    [
      'two visits in a year are two',
      [
        ['visit', '2025-03-20', '2025-03-22'],
        ['visit', '2025-09-01', '2025-09-02'],
      ],
      ['e1', 'e2'],
    ],
    [
      'a call during a visit is another contact',
      [
        ['visit', '2025-03-20', '2025-03-22'],
        ['phone', '2025-03-21', '2025-03-21'],
      ],
      ['e1', 'e2'],
    ],
    [
      'talks of no kind join the call of that day',
      [
        [null, '2025-03-21', '2025-03-21'],
        ['phone', '2025-03-21', '2025-03-21'],
      ],
      ['e1+e2'],
    ],
    [
      'calls of different people on one day are two',
      [
        ['phone', '2025-03-21', '2025-03-21', { actors: ['per:ada-holm'] }],
        ['phone', '2025-03-21', '2025-03-21', { actors: ['per:eva-lind'] }],
      ],
      ['e1', 'e2'],
    ],
    [
      'a contact without a date stands alone, and last',
      [
        ['visit', null, null],
        ['visit', '2025-03-20', '2025-03-22'],
      ],
      ['e2', 'e1'],
    ],
    [
      'what may happen or did not is no contact',
      [
        ['visit', '2025-03-20', '2025-03-20', { status: 'possible' }],
        ['visit', '2025-03-21', '2025-03-21', { status: 'negated' }],
      ],
      [],
    ],
  ];
  it.each(CASES)('%s', (_claim, told, expected) => {
    expect(countContacts(['NOR', 'SUD'], entriesOf(...told), '2025-06-01').contacts.map(joined)).toEqual(expected);
  });

  it('tells the first, the last, and the next that is planned from today on', () => {
    const planned = { status: 'planned' } as const;
    const counted = countContacts(
      ['NOR', 'SUD'],
      entriesOf(
        ['visit', '2025-03-20', '2025-03-22'],
        ['phone', '2025-01-02', '2025-01-02'],
        ['visit', '2025-05-01', '2025-05-02', planned],
        ['visit', '2025-07-01', '2025-07-02', planned],
        ['meeting', null, null],
      ),
      '2025-06-01',
    );
    expect(counted.total).toBe(3);
    expect([counted.first, counted.last, counted.next].map((contact) => contact && joined(contact))).toEqual([
      'e2',
      'e1',
      'e4',
    ]);
    expect(counted.byMode).toEqual([
      { mode: 'phone', count: 1 },
      { mode: 'visit', count: 1 },
      { mode: 'meeting', count: 1 },
    ]);
  });
});

onEachStore('contacts in the store', ({ exampleStore }) => {
  it('stand beside the counts that reports claim, which are not counted', async () => {
    const found = await contacts(await exampleStore(), 'Norland', 'Sudmark', '2025-05-15');
    expect(found.contacts.map(joined)).toEqual(['e1']);
    expect(found.next?.from).toBe('2025-05-19');
    expect(found.claimed.map(({ event }) => event.count)).toEqual([{ min: 39, max: 39 }]);
  });
});
