import type { ExplainedEvent, Happening } from '../../ask/index.ts';
import type { Explanation } from '../../record/index.ts';
import { entryName, type Judged } from '../../review/index.ts';
import { dateWidth, eventBlock } from './event-lines.ts';
import { clean, hang, padTo } from './layout.ts';
import type { Style } from './style.ts';

const LABEL_WIDTH = 13;

/** An event of the store and everything that its record rests on. */
export function explainedView({ entry, explanation, judged, happening }: ExplainedEvent, style: Style): string {
  const { report } = entry;
  const source = [report.title, report.outlet, report.published, report.source].filter((words) => words !== null);
  const head = [...eventBlock(entry, entry.id, dateWidth([entry]), style), ...row('Report', source.join(' · '), style)];
  const why = explanation ? explanationLines(explanation, style) : ['No explanation was kept with this event.'];
  const joined = happening && happening.tellings.length > 1 ? mergedRows(happening, entry.id, style) : [];
  return `${[...head, ...(judged ? row('Judged', judgedWords(judged), style) : []), ...joined, '', ...why].join('\n')}\n`;
}

/** The happening that an event is part of, and why: "Happening h_…, with r_1/e1 (score 0.86: …)". */
function mergedRows({ card, tellings, disagreements }: Happening, id: string, style: Style): readonly string[] {
  const others = tellings.filter(({ entry }) => entry.id !== id).map(({ entry }) => entry.id);
  const joined = tellings.find(({ entry }) => entry.id === id)!.joined;
  const why = joined?.reasons.map(
    ({ aspect, score, because }) => `${aspect} ${score === null ? '✕' : score.toFixed(2)} (${because})`,
  );
  return [
    ...row('Happening', `${card.id}, told in ${card.reports} reports, with ${others.join(', ')}`, style),
    ...(joined ? row('Joined', `to ${joined.to}, score ${joined.score?.toFixed(2) ?? 'by decision'}`, style) : []),
    ...rows('', why ?? [], style),
    ...rows(
      'Disputed',
      disagreements.map(({ field, versions }) => `${field}: ${versions.map(({ value }) => value).join(' against ')}`),
      style,
    ),
  ];
}

/** "accept by ann on 2025-06-01 (r_5f0c#3): heard it". */
function judgedWords({ action, entry }: Judged): string {
  const note = entry.note === null ? '' : `: ${entry.note}`;
  return `${action} by ${entry.reviewer} on ${entry.at.slice(0, 10)} (${entryName(entry)})${note}`;
}

/** Why one event stands as it does, step by step. */
export function explanationView(explanation: Explanation, style: Style): string {
  return `${[style.heading(`Why ${explanation.event}`), ...explanationLines(explanation, style)].join('\n')}\n`;
}

function explanationLines(explanation: Explanation, style: Style): readonly string[] {
  const { sentence, predication, rule, parties, status, time, place, attribution, confidence, parse } = explanation;
  const roles = predication.roles.map(({ relation, text }) => `${relation} “${text}”`);
  return [
    ...row('Words', sentence.text, style),
    ...row('Reads as', `${predication.lemma} (${[predication.kind, predication.form].join(', ')})`, style),
    ...rows('', roles, style),
    ...row('Rule', `${rule.id}: ${rule.because} (${rule.file})`, style),
    ...parties.flatMap((party) => partyRows(party, style)),
    ...rows('Status', status, style),
    ...row('When', time, style),
    ...(place === null ? [] : row('Where', place, style)),
    ...rows('Who says so', attribution, style),
    ...rows('Confidence', confidence, style),
    ...parseRows(parse, style),
  ];
}

function partyRows(
  { actor, role, mention, how, facts, candidates }: Explanation['parties'][number],
  style: Style,
): readonly string[] {
  const [, part = role, place = ''] = /^(\w+)( .*)?$/.exec(role) ?? [];
  const others = candidates.filter((candidate) => candidate.actor !== actor);
  return [
    ...row(capital(part), `${actor}${mention ? `, from “${mention.text}”` : ''}, by ${how}${place}`, style),
    ...rows('', facts, style),
    ...(others.length === 0
      ? []
      : row(
          '',
          `rather than ${others.map((other) => `${other.actor} (${other.score.toFixed(2)})`).join(', ')}`,
          style,
        )),
  ];
}

/** The parse keeps its tabs' columns, but for those that say nothing here. */
function parseRows(parse: string, style: Style): readonly string[] {
  const words = parse
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('\t'));
  return words.map(([index = '', form = '', lemma = '', upos = '', , , head = '', deprel = ''], first) => {
    const columns = [padTo(index, 3), padTo(form, 18), padTo(lemma, 18), padTo(upos, 6), padTo(head, 3), deprel];
    return (
      style.dim(padTo(first === 0 ? 'Parse' : '', LABEL_WIDTH)) +
      style.dim(
        columns
          .map((column) => column)
          .join(' ')
          .trimEnd(),
      )
    );
  });
}

function rows(label: string, texts: readonly string[], style: Style): readonly string[] {
  return texts.flatMap((text, index) => row(index === 0 ? label : '', text, style));
}

function row(label: string, text: string, style: Style): readonly string[] {
  return hang(style.dim(padTo(label, LABEL_WIDTH)), clean(text), style.columns);
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
