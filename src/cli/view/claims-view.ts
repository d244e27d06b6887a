import { type Claim, type Dispute, dayWords, STANCE_WORDS, whatWords } from '../../ask/index.ts';
import { emphasised, nameOf } from './event-lines.ts';
import { clean, hang, padTo } from './layout.ts';
import type { Style } from './style.ts';

const SIDE_WIDTH = 10;

/** What is claimed and what is denied, one under the other, with the words of each. */
export function claimsView(disputes: readonly Dispute[], style: Style): string {
  if (disputes.length === 0) return 'Nothing in the record is denied.\n';
  return `${disputes.map((dispute) => disputeLines(dispute, style).join('\n')).join('\n\n')}\n`;
}

function disputeLines({ type, claimed, denied }: Dispute, style: Style): readonly string[] {
  const [first] = [...claimed, ...denied];
  const { event } = first!.entry;
  const named = (ids: readonly string[]) => ids.map((id) => nameOf(first!.entry, id)).join(', ');
  const whom = event.recipients.length > 0 ? ` → ${named(event.recipients)}` : '';
  return [
    style.heading(`${named(event.actors)}${whom} · ${whatWords({ type, mode: event.mode })}`),
    ...side('for', claimed, style),
    ...side('against', denied, style),
  ];
}

function side(label: string, claims: readonly Claim[], style: Style): readonly string[] {
  const lines = claims.flatMap((claim, index) => {
    const margin = style.dim(padTo(index === 0 ? label : '', SIDE_WIDTH));
    return claimLines(margin, claim, style);
  });
  return lines.length > 0 ? lines : [`${style.dim(padTo(label, SIDE_WIDTH))}nobody in the record`];
}

function claimLines(margin: string, { entry, speaker, stance }: Claim, style: Style): readonly string[] {
  const { event, report, id } = entry;
  const where = [report.outlet, report.published && dayWords(report.published)].filter((words) => words !== null);
  const head = `${STANCE_WORDS[stance]} ${style.strong(nameOf(entry, speaker.id))} · ${event.status} · ${clean(where.join(', '))} ${style.dim(`[${id}]`)}`;
  const quotes = event.evidence.flatMap((span) =>
    hang(' '.repeat(SIDE_WIDTH), `“${emphasised(span, event.trigger, style)}”`, style.columns),
  );
  return [...hang(margin, head, style.columns), ...quotes];
}
