import { dependents, type SyntaxTree, type TimeMention, type Token, tokenAt } from '../../document/index.ts';
import type { Days } from '../../knowledge/index.ts';
import type { Draft, Scene } from './scene.ts';

/** Past days that a sentence gives to what it tells of somebody, and the words that give them. */
export interface ToldDays {
  readonly from: string;
  readonly to: string;
  readonly text: string;
}

/**
 * "In 2014, the Ukrainian president fled": the past days of what a mention takes part in. Null where no time is told with it, where what is
 * told goes on to this day, and where it belongs to somebody's life before his office ("was born in 1961").
 */
export function toldDays(scene: Scene, draft: Draft): ToldDays | null {
  const tree = scene.trees[draft.sentence]!;
  const here = scene.times.filter((time) => time.sentence === draft.sentence);
  const past = here.flatMap((time) => pastDaysOf(scene, time));
  if (past.length === 0) return null;
  const governors = new Map(past.map(({ time, days }) => [governorOf(tree, time), days]));
  let at = draft.head;
  for (let steps = 0; at >= 0 && steps < tree.sentence.tokens.length; steps += 1) {
    const token = tokenAt(tree, at);
    const days = governors.get(at);
    if (days) return scene.knowledge.cues.titles.ofLife.includes(token.lemma.toLowerCase()) ? null : days;
    if (isOfNow(tree, token)) return null;
    at = token.head;
  }
  return null;
}

/** The scene as of the days that a mention is told of. */
export function sceneAsOf(scene: Scene, draft: Draft): Scene {
  const days = toldDays(scene, draft);
  return days === null ? scene : { ...scene, days };
}

/** "The then president", with no time of its own: the latest past days named before it, in its sentence or any earlier one. */
export function daysNamedBefore(scene: Scene, draft: Draft): Days | null {
  const before = scene.times.filter(({ start, sentence }) => start < draft.end || sentence === draft.sentence);
  return before.flatMap((time) => pastDaysOf(scene, time)).at(-1)?.days ?? null;
}

function pastDaysOf(scene: Scene, time: TimeMention): { time: TimeMention; days: ToldDays }[] {
  const { from, to } = time.dates;
  const isPoint = time.type === 'DATE' || time.type === 'TIME';
  if (!isPoint || from === null || to === null || (scene.days.from !== null && to >= scene.days.from)) return [];
  return [{ time, days: { from, to, text: time.text } }];
}

/** The token that a time expression hangs on: the head of its own head; "back in 2003" hangs where "back" does. */
function governorOf(tree: SyntaxTree, { first, last }: TimeMention): number {
  const tokens = tree.sentence.tokens.slice(first, last + 1);
  const governor = tokens.find(({ head, upos }) => (head < first || head > last) && upos !== 'ADP')?.head ?? -1;
  const token = governor < 0 ? undefined : tokenAt(tree, governor);
  return token?.upos === 'ADV' && token.head >= 0 ? token.head : governor;
}

/** A finite verb, or one with an auxiliary, that is no past: "will meet", "is". The perfect ("has visited") tells of the past. */
function isOfNow(tree: SyntaxTree, token: Token): boolean {
  const isNow = ({ feats }: Token) => feats.VerbForm === 'Fin' && feats.Tense !== 'Past';
  const isPerfect = token.feats.VerbForm === 'Part' && token.feats.Tense === 'Past';
  if (token.upos === 'VERB' && isNow(token)) return true;
  return dependents(tree, token.index, 'aux', 'cop').some(
    (aux) => isNow(aux) && !(isPerfect && aux.feats.Tense === 'Pres'),
  );
}
