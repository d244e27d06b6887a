import type { Token } from '../document/index.ts';
import { type QuoteContext, sentencesOf } from './context.ts';
import type { Speaker } from './finding.ts';
import type { MarkedStretch } from './marks.ts';
import { speakerAt } from './speaker.ts';

/** Who signs a marked stretch without a cue: `Macron: "…"` before it, `"…" — Emmanuel Macron` after it; null where nobody does. */
export function namedBeside(context: QuoteContext, stretch: MarkedStretch): Speaker | null {
  return labelBefore(context, stretch) ?? signatureAfter(context, stretch);
}

function labelBefore(context: QuoteContext, stretch: MarkedStretch): Speaker | null {
  const before = context.report.report.text.slice(0, stretch.outerStart).trimEnd();
  if (!before.endsWith(':')) return null;
  const sentence = context.report.sentences.findLast((candidate) => candidate.start < before.length);
  const colon = sentence?.tokens.find((token) => token.end === before.length);
  const party = colon && context.scopes[sentence!.index]!.parties.find(({ last }) => last === colon.index - 1);
  return party ? speakerAt(context, sentence!.index, party.head) : null;
}

function signatureAfter(context: QuoteContext, stretch: MarkedStretch): Speaker | null {
  const sentence = sentencesOf(context, { start: stretch.outerEnd - 1, end: stretch.outerEnd + 3 }).at(-1);
  const [dash, next] = sentence?.tokens.filter((token) => token.start >= stretch.outerEnd) ?? [];
  if (!sentence || !dash || !next || !isDash(dash)) return null;
  const party = context.scopes[sentence.index]!.parties.find(({ first }) => first === next.index);
  const rest = party && sentence.tokens[party.last + 1];
  return party && (!rest || rest.upos === 'PUNCT') ? speakerAt(context, sentence.index, party.head) : null;
}

function isDash(token: Token): boolean {
  return /^[-–—―]+$/u.test(token.form);
}
