import type { ReportRecord, Resolution } from '../../record/index.ts';
import { clean, hang } from './layout.ts';
import type { Style } from './style.ts';

/** Who is meant by each mention of a report, and why; that nobody is known is said as such. */
export function resolutionView({ mentions, knowledge }: Resolution, { actors }: ReportRecord, style: Style): string {
  const names = new Map(actors.map(({ id, name }) => [id, name]));
  const lines = mentions.flatMap((mention) => {
    const { text, kind, how, facts, score, place } = mention;
    const whom = mention.actors.map((id) => `${names.get(id) ?? id} [${id}]`).join(', ');
    const where = place === null ? '' : `the place ${place}`;
    const meant = [whom, where].filter(Boolean).join('; ') || 'nobody known (NIL)';
    const others = mention.candidates.filter(({ actor }) => !isMeant(actor, mention.actors));
    const rivals = others.map(({ name, score: of }) => `${name} (${of.toFixed(2)})`);
    const why = [
      `${kind}, by ${how}, ${score.toFixed(2)}`,
      ...facts,
      ...(rivals.length === 0 ? [] : [`${mention.actors.length > 0 ? 'rather than' : 'perhaps'} ${rivals.join(', ')}`]),
    ];
    return hang(`  “${clean(text)}”  `, `${meant} ${style.dim(`(${clean(why.join('; '))})`)}`, style.columns, 6);
  });
  const head = `${style.heading('Who is meant')} (knowledge ${knowledge})`;
  return `${[head, ...(lines.length === 0 ? ['  nobody is named'] : lines)].join('\n')}\n`;
}

/** Whether a candidate is what was decided: one of the actors, or all of them, in whatever order. */
function isMeant(candidate: string, actors: readonly string[]): boolean {
  return actors.includes(candidate) || candidate.split('+').sort().join('+') === [...actors].sort().join('+');
}
