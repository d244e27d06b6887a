import type { AnnotatedReport, Antecedent, NameType, SyntaxTree, TimeMention, Token } from '../../document/index.ts';
import { growTree } from '../../document/index.ts';
import type { Days, Knowledge, KnownActor, NameSense, PronounCue, RoleNoun, SetNoun } from '../../knowledge/index.ts';
import type { MentionKind, Place } from '../../record/index.ts';

/** What a mention came to: who, how, on which facts, and who else it might have been. */
export interface Outcome {
  readonly actors: readonly string[];
  readonly how: string;
  readonly facts: readonly string[];
  readonly candidates: readonly Candidate[];
  readonly score: number;
  /** Whether it rests on a fact of the base that only one hand-written source gives. */
  readonly isOneSource?: boolean;
  /** What a pronoun points to. */
  readonly antecedent?: Antecedent;
}

export interface Candidate {
  readonly actor: string;
  readonly score: number;
  readonly facts: readonly string[];
  /** Whether only one hand-written source gives the office that speaks for it. */
  readonly isOneSource?: boolean;
}

/** A role noun in its phrase: "Russia's former deputy foreign minister", "spokesman for the Houthis". */
export interface RolePhrase {
  readonly noun: RoleNoun;
  /** Ids of the states or organisations whose role it is, in text order. */
  readonly seats: readonly string[];
  /** Drafts that name those seats. */
  readonly seatDrafts: readonly number[];
  /** Draft of a possessive pronoun or person before the noun ("his foreign minister", "Trump's envoy"). */
  readonly owner: number | null;
  /** Token that owns it and is no name: "his foreign minister", "the country's leaders". */
  readonly ownerToken: number | null;
  /** A body that the holder speaks for or sits in: "Foreign Ministry spokesman". Role of bodies.csv. */
  readonly body: string | null;
  /** Draft of a name that is that body: "spokesman for Amnesty". */
  readonly bodyDraft: number | null;
  readonly tense: 'former' | 'incoming' | 'then' | 'now';
  readonly isDefinite: boolean;
  readonly isIndefinite: boolean;
  readonly count: number | null;
  /** Words that make a group of its own: "Western" of "Western officials". */
  readonly qualifier: string | null;
  /** Drafts of the names that stand beside it: "President Putin", "the ministers Wang Yi and Sergei Lavrov". */
  readonly names: readonly number[];
}

export interface SetPhrase {
  readonly noun: SetNoun;
  readonly count: number | null;
}

/** A mention on its way: found, perhaps decided. Token indexes are inclusive. */
export interface Draft {
  readonly sentence: number;
  readonly first: number;
  readonly last: number;
  readonly head: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly kind: MentionKind;
  readonly form: 'name' | 'adjective' | 'role' | 'set' | 'pronoun' | 'group';
  /** What the language core took the name for; null where only the base knows it. */
  readonly nameType: NameType | null;
  readonly senses: readonly NameSense[];
  readonly isNested: boolean;
  readonly role: RolePhrase | null;
  readonly set: SetPhrase | null;
  readonly pronoun: PronounCue | null;
  /** Role draft beside a name. */
  readonly title: number | null;
  /** Which of the title's seats is this name's, where a plural title tells them in order. */
  readonly titleSeat: string | null;
  readonly honorific: 'm' | 'f' | null;
  readonly outcome: Outcome | null;
  readonly place: Place | null;
  readonly reading: 'party' | 'place';
}

/** Somebody whom the text introduces, or a body or group that it makes: known only in this report. */
export interface LocalActor extends KnownActor {
  readonly gender: 'm' | 'f' | null;
  readonly office: string | null;
  readonly isPlural: boolean;
}

/** A report on the way to its actors. Each sieve gives a new one. */
export interface Scene {
  readonly doc: AnnotatedReport;
  readonly knowledge: Knowledge;
  readonly trees: readonly SyntaxTree[];
  /** The days that offices are asked for: the publication date, or the window in which it lies. */
  readonly days: Days;
  /** The report's time expressions: what is told of a past day is told of who held the office then. */
  readonly times: readonly TimeMention[];
  /** State or organisation that the report itself speaks for, when its outlet is an official one. */
  readonly ownSeat: string | null;
  readonly ownActor: string | null;
  /** In text order. Sieves refer to drafts by their index, so they are never reordered. */
  readonly drafts: readonly Draft[];
  readonly locals: ReadonlyMap<string, LocalActor>;
}

/** One step: decides what it can and leaves the rest. */
export type Sieve = (scene: Scene) => Scene;

/** Begins a scene. `days` may be given where the report's date is not known but its window is. */
export function openScene(
  doc: AnnotatedReport,
  knowledge: Knowledge,
  times: readonly TimeMention[],
  days?: Days,
): Scene {
  const { value, from, to } = doc.report.published;
  const { outlet } = doc.report;
  const own = outlet === null ? null : knowledge.outletActor(outlet);
  return {
    doc,
    knowledge,
    trees: doc.sentences.map(growTree),
    times,
    days: days ?? (value ? { from: value, to: value } : { from, to }),
    ownActor: own?.id ?? null,
    ownSeat: own ? (own.country ?? own.id) : null,
    drafts: [],
    locals: new Map(),
  };
}

/** A draft over some tokens, with nothing decided. */
export function draftOver(scene: Scene, sentence: number, first: number, last: number, head: number): Draft {
  const tokens = scene.doc.sentences[sentence]!.tokens;
  const start = tokens[first]!.start;
  const end = tokens[last]!.end;
  return {
    sentence,
    first,
    last,
    head,
    start,
    end,
    text: scene.doc.report.text.slice(start, end),
    kind: 'name',
    form: 'name',
    nameType: null,
    senses: [],
    isNested: false,
    role: null,
    set: null,
    pronoun: null,
    title: null,
    titleSeat: null,
    honorific: null,
    outcome: null,
    place: null,
    reading: 'party',
  };
}

/** The token that heads a stretch in the parse: the first whose governor lies outside. */
export function headOfSpan(tokens: readonly Token[], first: number, last: number): number {
  for (let i = first; i <= last; i++) {
    const token = tokens[i]!;
    if ((token.head < first || token.head > last) && token.upos !== 'PUNCT' && token.upos !== 'DET') return i;
  }
  return last;
}

/** Adds drafts and keeps all in text order, remapping the references between them. */
export function withDrafts(scene: Scene, added: readonly Draft[]): Scene {
  if (added.length === 0) return scene;
  return { ...scene, drafts: inOrder([...scene.drafts, ...added].map((draft, was) => ({ draft, was }))) };
}

/** Takes drafts away; nothing may point to them. */
export function withoutDrafts(scene: Scene, gone: ReadonlySet<number>): Scene {
  if (gone.size === 0) return scene;
  const kept = scene.drafts.map((draft, was) => ({ draft, was })).filter(({ was }) => !gone.has(was));
  return { ...scene, drafts: inOrder(kept) };
}

function inOrder(all: { readonly draft: Draft; readonly was: number }[]): Draft[] {
  all.sort((a, b) => a.draft.start - b.draft.start || b.draft.end - a.draft.end || a.was - b.was);
  const now = new Map(all.map(({ was }, i) => [was, i]));
  const move = (index: number | null) => (index === null ? null : (now.get(index) ?? null));
  return all.map(({ draft }) => ({
    ...draft,
    title: move(draft.title),
    role: draft.role && {
      ...draft.role,
      owner: move(draft.role.owner),
      bodyDraft: move(draft.role.bodyDraft),
      names: draft.role.names.flatMap((index) => now.get(index) ?? []),
      seatDrafts: draft.role.seatDrafts.flatMap((index) => now.get(index) ?? []),
    },
  }));
}

/** Replaces the drafts that `change` returns something for. */
export function mapDrafts(scene: Scene, change: (draft: Draft, index: number) => Partial<Draft> | null): Scene {
  let changed = false;
  const drafts = scene.drafts.map((draft, index) => {
    const patch = change(draft, index);
    if (patch === null) return draft;
    changed = true;
    return { ...draft, ...patch };
  });
  return changed ? { ...scene, drafts } : scene;
}

/** An actor of the base or of this report. */
export function actorOf(scene: Scene, id: string): KnownActor | undefined {
  return scene.locals.get(id) ?? scene.knowledge.actorById(id);
}

/** Country of an actor: a state's own code, a person's, a body's. */
export function countryOf(scene: Scene, id: string): string | null {
  return actorOf(scene, id)?.country ?? null;
}

/** Words of a token in the form in which the dictionaries hold them. */
export function wordOf(token: Token): string {
  const word = token.form.toLowerCase();
  return word.includes('’') ? word.replaceAll('’', "'") : word;
}

export function tokensOf(scene: Scene, sentence: number): readonly Token[] {
  return scene.doc.sentences[sentence]!.tokens;
}

/** A plain outcome for one actor. */
export function settled(actor: string, how: string, facts: readonly string[], score: number): Outcome {
  return { actors: [actor], how, facts, candidates: [{ actor, score, facts }], score };
}

/** The outcome of a mention that stands for nobody known: why, and who was considered. */
export function nobody(how: string, facts: readonly string[], candidates: readonly Candidate[] = []): Outcome {
  return { actors: [], how, facts, candidates, score: 0 };
}
