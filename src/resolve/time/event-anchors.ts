import {
  caseOf,
  dependents,
  growTree,
  isRelation,
  type ResolvedReport,
  type SyntaxTree,
  subtreeOf,
  type TimeMention,
  type Token,
  tokenAt,
} from '../../document/index.ts';
import { civilOf, type Day, dayOf, formatDay, isCivil, parseDay } from './civil.ts';
import type { TimeGrammar } from './grammar.ts';
import { findLandmarks, type Landmark, type LandmarkMention, namesHappening } from './landmarks.ts';
import { type Distance, distancedDays, isPointNoun, type PointDays, pointDays, VAGUE } from './point-nouns.ts';
import { shift } from './reading.ts';
import type { Unit } from './term.ts';
import { publicationWindow } from './window.ts';

/** The days of an event that the text places by another event: "since the invasion", "two days after the summit". */
export interface EventAnchor {
  readonly from: string | null;
  readonly to: string | null;
  readonly reason: string;
  /** The token that heads the phrase which names the other event; a date inside it is that event's own. */
  readonly phrase: number;
  /** The landmark that the event itself is; null where it is only bounded by another. */
  readonly landmark: Landmark | null;
}

/** Dates an event by its trigger: sentence index and token index. Null when no other event bounds it. */
export type AnchorFinder = (sentence: number, trigger: number) => EventAnchor | null;

/** The start of an office that somebody holds: for "since taking office". */
export interface OfficeStart {
  readonly actor: string;
  readonly from: string;
  readonly because: string;
}

export interface AnchorSources {
  readonly landmarks?: readonly Landmark[];
  /** Asked for only where a text counts from the start of an office. */
  readonly offices?: () => readonly OfficeStart[];
}

type Relation = 'since' | 'after' | 'before' | 'until' | 'during';

/** The days of a happening that others are dated by, and how they are known. */
interface Happening {
  readonly from: Day | null;
  readonly to: Day | null;
  readonly because: string;
}

/**
 * Makes the function that dates events by other events: by landmarks of the knowledge base, by dated events of the
 * report itself, and by the start of an office. Asked once per trigger; the report is indexed once.
 */
export function makeAnchorFinder(doc: ResolvedReport, grammar: TimeGrammar, sources: AnchorSources = {}): AnchorFinder {
  const finder = new Finder(doc, grammar, sources);
  return (sentence, trigger) => finder.anchorOf(sentence, trigger);
}

/** As `makeAnchorFinder`, for a single event. */
export function anchorFor(
  doc: ResolvedReport,
  sentence: number,
  token: number,
  grammar: TimeGrammar,
  sources: AnchorSources = {},
): EventAnchor | null {
  return makeAnchorFinder(doc, grammar, sources)(sentence, token);
}

class Finder {
  readonly #doc: ResolvedReport;
  readonly #grammar: TimeGrammar;
  readonly #landmarks: readonly LandmarkMention[];
  readonly #offices: () => readonly OfficeStart[];
  readonly #trees: readonly SyntaxTree[];
  readonly #published: Day | null;
  readonly #relations: ReadonlyMap<string, Relation>;

  constructor(doc: ResolvedReport, grammar: TimeGrammar, sources: AnchorSources) {
    this.#doc = doc;
    this.#grammar = grammar;
    this.#landmarks = findLandmarks(doc, sources.landmarks ?? []);
    this.#offices = sources.offices ?? (() => []);
    this.#trees = doc.sentences.map(growTree);
    this.#published = publicationWindow(doc.report.published)?.to ?? null;
    this.#relations = relationsOf(grammar);
  }

  anchorOf(sentence: number, trigger: number): EventAnchor | null {
    const tree = this.#trees[sentence];
    if (!tree?.sentence.tokens[trigger]) return null;
    return (
      this.#carriersOf(tree, trigger)
        .map((token) => this.#boundOf(tree, token))
        .find((anchor) => anchor !== null) ?? this.#itself(sentence, trigger)
    );
  }

  /** "Russia's invasion of Ukraine" is itself a landmark. */
  #itself(sentence: number, trigger: number): EventAnchor | null {
    const landmark = this.#landmarks.find((one) => one.sentence === sentence && one.head === trigger)?.landmark;
    const from = parseDay(landmark?.from ?? null);
    if (!landmark || from === null || (this.#published !== null && from > this.#published)) return null;
    return {
      from: landmark.from,
      to: landmark.to,
      reason: `it is ${landmark.name} (${landmark.from})`,
      phrase: trigger,
      landmark,
    };
  }

  /** The trigger, and what shares its modifiers: the verb it is an object of ("had a call"), the clause it is coordinated with. */
  #carriersOf(tree: SyntaxTree, trigger: number): number[] {
    const carriers = [trigger];
    let token = tokenAt(tree, trigger);
    while (carriers.length < 4 && token.head >= 0 && CARRIED.some((relation) => isRelation(token, relation))) {
      carriers.push(token.head);
      token = tokenAt(tree, token.head);
    }
    return carriers;
  }

  #boundOf(tree: SyntaxTree, trigger: number): EventAnchor | null {
    for (const { phrase, relation, word } of this.#boundsOf(tree, trigger)) {
      if (relation === 'since' && this.#isRanked(tree, trigger, phrase)) continue;
      const happening = this.#happeningIn(tree, phrase, trigger);
      if (!happening) continue;
      const days = this.#daysFrom(happening, relation, this.#distance(tree, tree.sentence.index, phrase));
      if (days.from === null && days.to === null) continue;
      const reason = `"${word}" ${happening.because}`;
      return { from: formatDay(days.from), to: formatDay(days.to), reason, phrase: phrase.index, landmark: null };
    }
    return this.#pointOf(tree, trigger);
  }

  /** "on the eve of the summit", "the day after the vote", "in the last days of the war". */
  #pointOf(tree: SyntaxTree, trigger: number): EventAnchor | null {
    for (const noun of dependents(tree, trigger, 'obl', 'nmod')) {
      if (!isPointNoun(noun, this.#grammar)) continue;
      for (const whole of dependents(tree, noun.index, 'nmod', 'acl', 'advcl')) {
        const word = caseOf(tree, whole.index) || this.#markOf(tree, whole);
        const happening = this.#wholeOf(tree, noun, whole, trigger);
        const relation = this.#relationOf(word);
        const distance = this.#distance(tree, tree.sentence.index, whole);
        const days =
          happening &&
          (distancedDays(happening, relation, distance) ?? pointDays(tree, noun, word, happening, this.#grammar));
        if (!days) continue;
        const reason = `"${noun.form} ${word}" ${happening.because}`;
        return { from: formatDay(days.from), to: formatDay(days.to), reason, phrase: noun.index, landmark: null };
      }
    }
    return null;
  }

  #wholeOf(tree: SyntaxTree, noun: Token, whole: Token, trigger: number): Happening | null {
    const happening = this.#happeningIn(tree, whole, trigger);
    if (!this.#grammar.tense.get('anniversary')?.has(noun.lemma)) return happening;
    return this.#landmarkIn(tree, whole, new Set(subtreeOf(tree, noun.index)));
  }

  /** The phrases and clauses under a trigger that say "since", "after", "before" something. */
  #boundsOf(tree: SyntaxTree, trigger: number): { phrase: Token; relation: Relation; word: string }[] {
    const phrases = dependents(tree, trigger, 'obl', 'advcl', 'nmod', 'advmod');
    // "Ahead of the summit": the noun may hang on the adverb
    const inner = phrases.filter(({ upos }) => upos === 'ADV').flatMap(({ index }) => dependents(tree, index, 'obl'));
    return [...phrases, ...inner].flatMap((phrase) => {
      const own = caseOf(tree, phrase.index) || this.#markOf(tree, phrase);
      const word = this.#relationOf(own) ? own : `${this.#adverbBefore(tree, phrase)} ${own}`;
      const relation = this.#relationOf(word);
      return relation ? [{ phrase, relation, word }] : [];
    });
  }

  /** "ahead" in "ahead of the summit", where the parse takes it for an adverb of its own. */
  #adverbBefore(tree: SyntaxTree, phrase: Token): string {
    const marker = dependents(tree, phrase.index, 'case')[0];
    const before = marker && tree.sentence.tokens[marker.index - 1];
    return before?.upos === 'ADV' ? before.form.toLowerCase() : '';
  }

  /** "his first visit since the invasion": the words count visits, and do not date this one. */
  #isRanked(tree: SyntaxTree, trigger: number, phrase: Token): boolean {
    const inside = new Set(subtreeOf(tree, phrase.index));
    return subtreeOf(tree, trigger)
      .filter((index) => index < phrase.index && !inside.has(index))
      .some((index) => {
        const { feats, deprel } = tokenAt(tree, index);
        return deprel === 'amod' && (feats.Degree === 'Sup' || feats.NumType === 'Ord');
      });
  }

  #markOf(tree: SyntaxTree, phrase: Token): string {
    return dependents(tree, phrase.index, 'mark')
      .map((mark) => mark.form.toLowerCase())
      .join(' ');
  }

  #relationOf(word: string): Relation | null {
    return this.#relations.get(word) ?? null;
  }

  /** A date in the phrase itself, a landmark, an event that the report dates elsewhere, or the start of an office. */
  #happeningIn(tree: SyntaxTree, phrase: Token, trigger: number): Happening | null {
    const inside = new Set(subtreeOf(tree, phrase.index));
    const sentence = tree.sentence.index;
    const time = this.#doc.times.find(
      (mention) => mention.sentence === sentence && inside.has(mention.first) && isDated(mention),
    );
    if (time) return { from: parseDay(time.from), to: parseDay(time.to), because: `what is dated "${time.text}"` };
    return (
      this.#landmarkIn(tree, phrase, inside) ?? this.#officeIn(tree, phrase, trigger) ?? this.#eventNamed(tree, phrase)
    );
  }

  /** A landmark named in the phrase; or "the invasion", when the report has named the whole before. */
  #landmarkIn(tree: SyntaxTree, phrase: Token, inside: ReadonlySet<number>): Happening | null {
    const sentence = tree.sentence.index;
    const here = this.#landmarks.find((mention) => mention.sentence === sentence && inside.has(mention.head));
    const noun = phrase.form.toLowerCase();
    const isBare = dependents(tree, phrase.index, 'nmod', 'acl').length === 0;
    const before = isBare
      ? this.#landmarks.findLast((mention) => mention.sentence <= sentence && namesHappening(mention.landmark, noun))
      : undefined;
    const mention = here ?? before;
    if (!mention) return null;
    const { landmark } = mention;
    const days = { from: parseDay(landmark.from), to: parseDay(landmark.to) };
    return this.#anniversary(tree, inside, landmark) ?? { ...days, because: `${landmark.name} (${landmark.from})` };
  }

  /** "the anniversary of the invasion": the same day of the year, the last before publication, or the one whose number is told. */
  #anniversary(tree: SyntaxTree, inside: ReadonlySet<number>, landmark: Landmark): Happening | null {
    const isMeant = [...inside].some((index) =>
      this.#grammar.tense.get('anniversary')?.has(tokenAt(tree, index).lemma),
    );
    const day = parseDay(landmark.from);
    if (!isMeant || day === null || this.#published === null) return null;
    const { month, day: date } = civilOf(day);
    const nth = this.#ordinalIn(tree, inside);
    const { year } = civilOf(this.#published);
    const years = nth === null ? [year - 1, year] : [civilOf(day).year + nth];
    const near = years
      .flatMap((y) => (isCivil(y, month, date) ? [dayOf(y, month, date)] : []))
      .findLast((candidate) => nth !== null || candidate <= this.#published!);
    return near === undefined
      ? null
      : { from: near, to: near, because: `the anniversary of ${landmark.name} (${formatDay(near)})` };
  }

  #ordinalIn(tree: SyntaxTree, inside: ReadonlySet<number>): number | null {
    for (const index of inside) {
      const word = this.#grammar.vocabulary.get(tokenAt(tree, index).form.toLowerCase());
      const value = word?.classes.get('ORDINAL')?.[0]?.value;
      if (typeof value === 'number') return value;
    }
    return null;
  }

  /** "since taking office", "since he became president": the person's own office. */
  #officeIn(tree: SyntaxTree, phrase: Token, trigger: number): Happening | null {
    const words = subtreeOf(tree, phrase.index).map((index) => tokenAt(tree, index));
    const says = (list: string) => words.some((word) => this.#grammar.tense.get(list)?.has(word.lemma));
    if (!says('office-start') || !(says('office') || this.#grammar.tense.get('office-alone')?.has(phrase.lemma)))
      return null;
    const actors = [phrase.index, trigger].flatMap((index) => this.#subjectsOf(tree, index));
    const office = this.#offices().findLast((start) => actors.includes(start.actor));
    const from = parseDay(office?.from ?? null);
    return office && from !== null ? { from, to: from, because: office.because } : null;
  }

  #subjectsOf(tree: SyntaxTree, index: number): readonly string[] {
    const subjects = dependents(tree, index, 'nsubj');
    return this.#doc.mentions
      .filter(
        (mention) =>
          mention.sentence === tree.sentence.index && subjects.some((subject) => subject.index === mention.head),
      )
      .flatMap((mention) => mention.actors);
  }

  /** "two days after the summit", when the report says elsewhere on which day the summit is. */
  #eventNamed(tree: SyntaxTree, phrase: Token): Happening | null {
    if (phrase.upos !== 'NOUN') return null;
    for (const other of this.#trees) {
      for (const token of other.sentence.tokens) {
        if (token.lemma !== phrase.lemma || token.upos !== 'NOUN' || (other === tree && token.index === phrase.index))
          continue;
        const time = this.#timeOfEvent(other, token);
        if (time)
          return {
            from: parseDay(time.from),
            to: parseDay(time.to),
            because: `the ${phrase.lemma} is dated "${time.text}" in the report`,
          };
      }
    }
    return null;
  }

  /** A day that hangs on an event noun, or on the verb that it is subject or object of ("will hold a summit on Friday"). */
  #timeOfEvent(tree: SyntaxTree, noun: Token): TimeMention | undefined {
    const verb = isRelation(noun, 'nsubj') || isRelation(noun, 'obj') ? noun.head : -1;
    return this.#doc.times.find((time) => {
      if (time.sentence !== tree.sentence.index || !isDated(time)) return false;
      const head = headOf(tree, time);
      return head.head === noun.index || (verb >= 0 && head.head === verb);
    });
  }

  /** "two days" in "two days after the summit", "days before the anniversary". */
  #distance(tree: SyntaxTree, sentence: number, phrase: Token): Distance | null {
    const marker = dependents(tree, phrase.index, 'case', 'mark')[0] ?? phrase;
    const time = this.#doc.times.find(
      (mention) => mention.sentence === sentence && mention.type === 'DURATION' && mention.last === marker.index - 1,
    );
    const match = /^P(T?)(X|\d+)([SMHDWY]|DE)$/.exec(time?.value ?? '');
    if (!match) return null;
    const unit = UNIT_OF[`${match[1]}${match[3]}`];
    return unit ? { count: match[2] === 'X' ? null : Number(match[2]), unit, mod: time?.mod ?? null } : null;
  }

  #daysFrom(happening: Happening, relation: Relation, distance: Distance | null): PointDays {
    const { from, to } = happening;
    const last = to ?? from;
    const distanced = distancedDays(happening, relation, distance);
    if (distanced) return distanced;
    switch (relation) {
      case 'since':
        return { from, to: this.#published };
      case 'after':
        return { from: last, to: null };
      case 'before':
        return {
          from: distance && from !== null ? shift(from, distance.unit, -VAGUE) : null,
          to: from === null ? null : from - 1,
        };
      case 'until':
        return { from: null, to: from };
      case 'during':
        return { from, to };
    }
  }
}

/** What each governing word or phrase of the grammar says; of several, the first. */
function relationsOf({ governors }: TimeGrammar): ReadonlyMap<string, Relation> {
  const relations = ['during', 'until', 'before', 'after', 'since'] as const;
  return new Map(
    relations.flatMap((relation) =>
      (governors.get(relation) ?? []).map((phrase) => [phrase.join(' '), relation] as const),
    ),
  );
}

/** Relations that share the adverbials of their head. */
const CARRIED = ['obj', 'nsubj', 'conj', 'xcomp'] as const;

const UNIT_OF: Readonly<Record<string, Unit>> = {
  D: 'day',
  W: 'week',
  M: 'month',
  Y: 'year',
  TH: 'hour',
  TM: 'minute',
  DE: 'decade',
};

function isDated(time: TimeMention): boolean {
  return time.type !== 'SET' && time.type !== 'DURATION' && time.from !== null;
}

function headOf(tree: SyntaxTree, time: TimeMention): Token {
  for (let index = time.first; index <= time.last; index += 1) {
    const token = tokenAt(tree, index);
    if (token.head < time.first || token.head > time.last) return token;
  }
  return tokenAt(tree, time.first);
}
