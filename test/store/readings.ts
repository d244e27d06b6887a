import type { Actor, Event, Explanation, Quotation, Report, ReportRecord, Span } from '../../src/record/index.ts';
import { RECORD_SCHEMA } from '../../src/record/index.ts';
import type { Reading } from '../../src/store/index.ts';

/** Readings of our own wording, made by hand, for the tests of store, questions, exports and command line. */

export function spanOf(text: string, words: string): Span {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`'${words}' is not in the text`);
  return { start, end: start + words.length, text: words };
}

export function anActor(id: string, more: Partial<Actor> = {}): Actor {
  const type = id.startsWith('per:') ? 'person' : 'state';
  const name = id.replace(/^per:/, '');
  return { id, type, name, wikidata: null, country: null, sector: 'GOV', office: null, mentions: [], ...more };
}

export function aReport(id: string, text: string, more: Partial<Report> = {}): Report {
  const day = '2025-05-14';
  return {
    id,
    source: `${id}.txt`,
    url: null,
    outlet: null,
    title: null,
    byline: null,
    language: 'en',
    dateline: null,
    published: { value: day, basis: 'given', from: day, to: day, reasons: [] },
    text,
    ...more,
  };
}

export function anEvent(id: string, evidence: Span, more: Partial<Event> = {}): Event {
  return {
    id,
    type: 'CONSULT',
    mode: 'visit',
    status: 'occurred',
    actors: [],
    recipients: [],
    hosts: [],
    mediators: [],
    time: { from: null, to: null, basis: 'unknown' },
    place: null,
    contexts: ['diplomatic'],
    count: null,
    attribution: [],
    trigger: evidence,
    evidence: [evidence],
    rule: 'consult.visit.test',
    cameo: '042',
    quad: 1,
    confidence: 0.9,
    ...more,
  };
}

export function aRecord(report: Report, more: Partial<ReportRecord> = {}): ReportRecord {
  return { schema: RECORD_SCHEMA, report, actors: [], times: [], quotations: [], events: [], problems: [], ...more };
}

export function anExplanation(event: Event): Explanation {
  return {
    event: event.id,
    sentence: event.evidence[0]!,
    parse: '1\tvisit\tvisit\tVERB',
    predication: { lemma: 'visit', kind: 'verb', form: 'past', roles: [{ relation: 'nsubj', text: 'somebody' }] },
    rule: { id: event.rule, because: 'a head of state visits a state', file: 'lexicon/consult.yaml:12' },
    parties: event.actors.map((actor) => ({
      actor,
      role: 'actor',
      mention: event.trigger,
      how: 'name',
      facts: ['held the office on that day'],
      candidates: [{ actor, score: 0.97 }],
    })),
    status: ['past tense: occurred'],
    time: 'stated',
    place: null,
    attribution: [],
    confidence: ['rule 0.90'],
  };
}

const CALL_TEXT = `Norland and Sudmark speak at last

NORTHPORT — President Ada Holm of Norland telephoned Prime Minister Bo Lind of Sudmark on Monday.
She will visit Sudmark next week, her office said.
“We never sent arms to the rebels,” Lind said, rejecting a claim that officials in Norland repeat.
Sudmark is considering sending arms to the rebels, Norland alleged, which Sudmark denies.`;

/** A call, a planned visit, an arms delivery that one side alleges and the other denies; Unicode beyond the first plane in the title. */
export function callReading(): Reading {
  const span = (words: string) => spanOf(CALL_TEXT, words);
  const report = aReport('r_ca11', CALL_TEXT, { title: 'Norland and Sudmark speak at last', outlet: 'The Courier 🗞' });
  const actors = [
    anActor('NOR', { name: 'Norland', country: 'NOR', mentions: [{ ...span('Norland'), kind: 'name' }] }),
    anActor('SUD', { name: 'Sudmark', country: 'SUD', mentions: [{ ...span('Sudmark'), kind: 'name' }] }),
    anActor('per:ada-holm', {
      name: 'Ada Holm',
      country: 'NOR',
      office: 'president',
      mentions: [{ ...span('Ada Holm'), kind: 'name' }],
    }),
    anActor('per:bo-lind', {
      name: 'Bo Lind',
      country: 'SUD',
      office: 'prime minister',
      mentions: [{ ...span('Bo Lind'), kind: 'name' }],
    }),
    anActor('grp:rebels', {
      type: 'group',
      name: 'rebels',
      sector: 'REB',
      mentions: [{ ...span('the rebels'), kind: 'group' }],
    }),
  ];
  const callSentence = span('President Ada Holm of Norland telephoned Prime Minister Bo Lind of Sudmark on Monday.');
  const armsSentence = span(
    'Sudmark is considering sending arms to the rebels, Norland alleged, which Sudmark denies.',
  );
  const events = [
    anEvent('e1', callSentence, {
      mode: 'phone',
      actors: ['per:ada-holm'],
      recipients: ['per:bo-lind'],
      time: { from: '2025-05-12', to: '2025-05-12', basis: 'stated' },
      trigger: span('telephoned'),
      rule: 'consult.phone.test',
      cameo: '041',
    }),
    anEvent('e2', span('She will visit Sudmark next week, her office said.'), {
      status: 'planned',
      actors: ['per:ada-holm'],
      recipients: ['SUD'],
      hosts: ['SUD'],
      time: { from: '2025-05-19', to: '2025-05-25', basis: 'stated' },
      place: { name: 'Sudmark', country: 'SUD', lat: null, lon: null },
      attribution: [{ actor: 'NOR', stance: 'asserts' }],
      trigger: span('visit'),
    }),
    anEvent('e3', armsSentence, {
      type: 'AID',
      mode: 'military',
      status: 'possible',
      actors: ['SUD'],
      recipients: ['grp:rebels'],
      attribution: [
        { actor: 'NOR', stance: 'alleges' },
        { actor: 'SUD', stance: 'denies' },
      ],
      trigger: span('sending'),
      rule: 'aid.military.test',
      cameo: '072',
      quad: 2,
    }),
  ];
  const quotation: Quotation = {
    ...span('“We never sent arms to the rebels,”'),
    id: 'q1',
    kind: 'direct',
    speaker: 'per:bo-lind',
    speakerMention: span('Lind'),
    cue: span('said'),
    addressee: null,
    channel: null,
    time: null,
  };
  const record = aRecord(report, {
    actors,
    times: [
      { ...span('on Monday'), type: 'DATE', value: '2025-05-12', mod: null, from: '2025-05-12', to: '2025-05-12' },
    ],
    quotations: [quotation],
    events,
    problems: [{ code: 'read/odd-quote', message: 'A quotation mark is never closed.', span: span('Monday') }],
  });
  return { record, explanations: events.map(anExplanation) };
}

const SANCTION_TEXT = `Norland imposed sanctions on Sudmark on 20 May 2025. Its ministers met their Sudmark counterparts 39 times in four years.`;

/** Sanctions, and a count that a report claims. */
export function sanctionReading(): Reading {
  const span = (words: string) => spanOf(SANCTION_TEXT, words);
  const report = aReport('r_5a4c', SANCTION_TEXT, {
    outlet: 'Harbour Radio',
    published: { value: '2025-05-21', basis: 'given', from: '2025-05-21', to: '2025-05-21', reasons: [] },
  });
  const events = [
    anEvent('e1', span('Norland imposed sanctions on Sudmark on 20 May 2025.'), {
      type: 'SANCTION',
      mode: 'discontinue',
      actors: ['NOR'],
      recipients: ['SUD'],
      time: { from: '2025-05-20', to: '2025-05-20', basis: 'stated' },
      trigger: span('sanctions'),
      rule: 'sanction.test',
      cameo: '163',
      quad: 4,
    }),
    anEvent('e2', span('Its ministers met their Sudmark counterparts 39 times in four years.'), {
      mode: 'meeting',
      actors: ['NOR'],
      recipients: ['SUD'],
      time: { from: '2021-05-21', to: '2025-05-21', basis: 'stated' },
      count: { min: 39, max: 39 },
      trigger: span('met'),
      cameo: '040',
    }),
  ];
  const actors = [
    anActor('NOR', { name: 'Norland', country: 'NOR', mentions: [{ ...span('Norland'), kind: 'name' }] }),
    anActor('SUD', { name: 'Sudmark', country: 'SUD', mentions: [{ ...span('Sudmark'), kind: 'name' }] }),
  ];
  return { record: aRecord(report, { actors, events }), explanations: events.map(anExplanation) };
}

/** One of as many readings as a test needs, each of another report. */
export function numberedReading(number: number): Reading {
  const { record, explanations } = callReading();
  const id = `r_${String(number).padStart(6, '0')}`;
  return { record: { ...record, report: { ...record.report, id, source: `${id}.txt` } }, explanations };
}
