import type { ReportRecord } from '../../src/record/index.ts';
import { anActor, anEvent, aRecord, aReport, spanOf } from '../store/readings.ts';

/** Words that mean something to every format that they may be written in. */
export const HOSTILE_TEXT =
  '</script><script>alert(1)</script> & "quoted" \u0000\u000b]]> <img src=x onerror=alert(1)>\r\nDTSTART:1\t=1+1; \u202egnol\ud800';

/** A record in which every free word is hostile. */
export function hostileRecord(): ReportRecord {
  const text = `${HOSTILE_TEXT} met.`;
  const report = aReport('r_h0', text, {
    title: HOSTILE_TEXT,
    outlet: HOSTILE_TEXT,
    url: 'javascript:alert(1)//https://',
    source: HOSTILE_TEXT,
  });
  const actors = [
    anActor('NOR', { name: HOSTILE_TEXT, country: 'NOR' }),
    anActor('SUD', { name: '=cmd', country: 'SUD' }),
  ];
  const event = anEvent('e1', spanOf(text, text), {
    actors: ['NOR'],
    recipients: ['SUD'],
    time: { from: '2025-05-12', to: '2025-05-14', basis: 'stated' },
    place: { name: HOSTILE_TEXT, country: 'NOR', lat: null, lon: null },
    attribution: [{ actor: 'SUD', stance: 'asserts' }],
  });
  return aRecord(report, { actors, events: [event] });
}
