import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { anActor, anEvent, aRecord, aReport, callReading, sanctionReading, spanOf } from '../store/readings.ts';
import { hostileRecord } from './hostile.ts';
import { textOf } from './text-of.ts';

async function eventsOf(...records: Parameters<typeof textOf> extends [string, ...infer R] ? R : never) {
  const calendar = new ICAL.Component(ICAL.parse(await textOf('ics', ...records)));
  return calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
}

describe('ics', () => {
  it('has the events that are dated to a month or less as whole days, in order', async () => {
    const events = await eventsOf(callReading().record, sanctionReading().record);
    expect(events.map(({ uid, startDate, endDate }) => `${uid} ${startDate} ${endDate}`)).toEqual([
      'r_ca11/e1@chancery 2025-05-12 2025-05-13',
      'r_ca11/e2@chancery 2025-05-19 2025-05-26',
      'r_5a4c/e1@chancery 2025-05-20 2025-05-21',
    ]);
    expect(events[0]?.summary).toBe('Ada Holm → Bo Lind: phone call');
    expect(events[0]?.description).toBe(
      'occurred\n“President Ada Holm of Norland telephoned Prime Minister Bo Lind of Sudmark on Monday.”\nThe Courier 🗞, 2025-05-14, r_ca11.txt',
    );
    expect(events[1]?.location).toBe('Sudmark');
  });

  it.each([
    ['occurred', 'CONFIRMED'],
    ['ongoing', 'CONFIRMED'],
    ['planned', 'TENTATIVE'],
    ['possible', 'TENTATIVE'],
    ['negated', 'CANCELLED'],
  ] as const)('shows what is %s as %s', async (status, shown) => {
    const text = 'They met.';
    const time = { from: '2025-05-12', to: null, basis: 'stated' } as const;
    const event = anEvent('e1', spanOf(text, text), { actors: ['NOR'], status, time });
    const [read] = await eventsOf(aRecord(aReport('r_1', text), { actors: [anActor('NOR')], events: [event] }));
    expect(read?.component.getFirstPropertyValue('status')).toBe(shown);
    expect(read?.description).toMatch(new RegExp(`^${status}, since 2025-05-12\n`));
  });

  it('says the same whenever it is written', async () => {
    expect(await textOf('ics', callReading().record)).toBe(await textOf('ics', callReading().record));
  });

  it('lets no words of a report become lines of the calendar', async () => {
    const text = await textOf('ics', hostileRecord());
    const [event] = await eventsOf(hostileRecord());
    expect(String(event?.startDate)).toBe('2025-05-12');
    expect(event?.summary).toContain('</script><script>alert(1)</script> & "quoted"');
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });
});
