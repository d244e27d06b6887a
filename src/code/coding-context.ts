import { growTree, type Mention, type ResolvedReport, type SyntaxTree } from '../document/index.ts';
import type { EventRule, Lexicon, TypeTrait } from '../lexicon/index.ts';
import type { Actor, Span } from '../record/index.ts';
import { ownVoices } from './own-voices.ts';

/** What coding asks of the knowledge base: actors that the text does not name itself, such as the state of a named city. */
export interface ActorFacts {
  /** The actor of a state by its ISO 3166-1 alpha-3 code, or null. */
  stateActor(country: string): Actor | null;
  /** The actor that an outlet speaks for ("The White House"), or null for the press. */
  outletActor(outlet: string): Actor | null;
}

/** A stretch of the text that is somebody's own words. */
export interface Voice extends Span {
  readonly speaker: string | null;
  /** Direct and mixed quotations speak in the first person of their speaker; indirect speech does not. */
  readonly isOwnWords: boolean;
}

/** An event that the text names without telling when it was; its date comes from a table of dated facts. */
export type AnchorFinder = (sentence: number, trigger: number) => EventAnchor | null;

/** `phrase` is the token that heads the words which name the other event: a date inside them is that event's. */
export interface EventAnchor {
  readonly from: string | null;
  readonly to: string | null;
  readonly reason: string;
  readonly phrase: number;
  /** The known happening that the event itself is, with its parties where they are known. */
  readonly landmark: { readonly actors?: readonly string[]; readonly recipients?: readonly string[] } | null;
}

/** Everything that coding looks at, indexed once for a report. */
export interface CodingContext {
  readonly report: ResolvedReport;
  readonly lexicon: Lexicon;
  readonly facts: ActorFacts;
  readonly voices: readonly Voice[];
  readonly anchorOf: AnchorFinder;
  readonly trees: readonly SyntaxTree[];
  readonly actors: ReadonlyMap<string, Actor>;
  /** Actors whom no name in the report and no second source of the base vouches for: "China's foreign minister". */
  readonly oneSourceActors: ReadonlySet<string>;
  /** By sentence, then by the token that heads them; the longest first. */
  readonly mentionsByHead: readonly ReadonlyMap<number, readonly Mention[]>[];
  /** Who say "we" in the report's own words: one government, or all that sign a joint text; empty for the press. */
  readonly ownVoices: readonly Actor[];
}

/** Indexes a resolved report for coding. */
export function makeCodingContext(
  report: ResolvedReport,
  lexicon: Lexicon,
  facts: ActorFacts,
  voices: readonly Voice[],
  anchorOf: AnchorFinder,
): CodingContext {
  const { outlet } = report.report;
  return {
    report,
    lexicon,
    facts,
    voices,
    anchorOf,
    trees: report.sentences.map(growTree),
    actors: new Map(report.actors.map((actor) => [actor.id, actor])),
    oneSourceActors: oneSourceActors(report.mentions),
    mentionsByHead: indexByHead(report),
    ownVoices: ownVoices(report, outlet === null ? null : facts.outletActor(outlet), lexicon.words),
  };
}

function oneSourceActors(mentions: readonly Mention[]): ReadonlySet<string> {
  const actorsOf = (those: readonly Mention[]) => those.flatMap(({ actors }) => actors);
  const named = new Set(
    actorsOf(mentions.filter(({ kind, resolution }) => kind === 'name' && !resolution.isOneSource)),
  );
  const resting = actorsOf(mentions.filter(({ resolution }) => resolution.isOneSource));
  return new Set(resting.filter((actor) => !named.has(actor)));
}

/** "in March", "Monday's talks", "16:00 Moscow time": what is part of a time is no party and no place. */
function isInTime({ times }: ResolvedReport, { start, end }: Mention): boolean {
  return times.some((time) => time.start <= start && end <= time.end);
}

/** Longest first, so that "China's foreign ministry" is found before "ministry". */
function indexByHead(report: ResolvedReport): readonly ReadonlyMap<number, readonly Mention[]>[] {
  const index = report.sentences.map(() => new Map<number, Mention[]>());
  for (const mention of report.mentions) {
    if (isInTime(report, mention)) continue;
    const heads = index[mention.sentence]!;
    heads.set(mention.head, [...(heads.get(mention.head) ?? []), mention]);
  }
  for (const heads of index)
    for (const list of heads.values()) list.sort((a, b) => b.end - b.start - (a.end - a.start));
  return index;
}

const NOBODY: readonly Mention[] = [];

/** The mentions that a token heads. */
export function mentionsHeadedBy(context: CodingContext, sentence: number, token: number): readonly Mention[] {
  return context.mentionsByHead[sentence]!.get(token) ?? NOBODY;
}

/** Whether a rule's event type has a trait. */
export function hasTrait(context: CodingContext, rule: EventRule, trait: TypeTrait): boolean {
  return context.lexicon.codes[rule.event.type]?.traits.includes(trait) ?? false;
}

/** An actor by id: one that the report names, or a state that only follows from a place. */
export function actorById(context: CodingContext, id: string): Actor | null {
  return context.actors.get(id) ?? context.ownVoices.find((voice) => voice.id === id) ?? context.facts.stateActor(id);
}
