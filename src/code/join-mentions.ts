import { dependents, isRelation, type SyntaxTree, subtreeOf, tokenAt } from '../document/index.ts';
import type { Candidate, Happening } from './candidate.ts';
import { actorById, type CodingContext, hasTrait } from './coding-context.ts';
import { isNameless, isOnSideOf } from './party.ts';

/**
 * Joins mentions of one happening: the same type, compatible modes, parties, status, time and count. Definite nouns without
 * parties ("the visit", "the talks") join the nearest happening of their type that is told before them, else the next.
 * Source: record.md, "One happening, many sentences".
 */
export function joinMentions(context: CodingContext, candidates: readonly Candidate[]): readonly Happening[] {
  const happenings: Candidate[][] = [];
  const events = candidates.filter(isEvent);
  const joining = events.filter(({ rule }) => rule.joins);
  for (const candidate of [...events.filter(({ rule }) => !rule.joins), ...joining]) {
    const same = happenings.find((mentions) =>
      candidate.rule.joins
        ? mentions.some((mention) => isToldBy(context, mention, candidate))
        : mentions.every((mention) => isSameHappening(context, mention, candidate)),
    );
    if (same) same.push(candidate);
    else happenings.push([candidate]);
  }
  for (const candidate of candidates.filter((other) => !isEvent(other))) {
    const home = homeOf(context, happenings, candidate);
    if (home) home.push(candidate);
  }
  return happenings.map(makeHappening).sort((a, b) => a.lead.predication.span.start - b.lead.predication.span.start);
}

function isEvent(candidate: Candidate): boolean {
  return candidate.isComplete && !candidate.rule.evidenceOnly;
}

/** What is only told of a happening ("the two discussed …") belongs to any of its type between its parties. */
function isToldBy(context: CodingContext, happening: Candidate, candidate: Candidate): boolean {
  return (
    happening.rule.event.type === candidate.rule.event.type &&
    haveCompatibleStatus(happening, candidate) &&
    haveCompatibleParties(context, happening, candidate)
  );
}

/** The mention that says most leads: stated, in the body, dated, with the most parties; the earliest of equals. */
function makeHappening(mentions: readonly Candidate[]): Happening {
  const score = (candidate: Candidate) =>
    (isEvent(candidate) ? 16 : 0) +
    (candidate.predication.isStatusStated ? 4 : 0) +
    (candidate.dated ? 2 : 0) +
    (candidate.rule.event.mode ? 1 : 0) +
    (candidate.rule.joins ? -16 : 0) +
    Math.min(2, candidate.actors.length + candidate.recipients.length);
  const lead = mentions.reduce((best, mention) => (score(mention) > score(best) ? mention : best));
  return { lead, others: mentions.filter((mention) => mention !== lead) };
}

function isSameHappening(context: CodingContext, a: Candidate, b: Candidate): boolean {
  return (
    a.rule.event.type === b.rule.event.type &&
    (!isToldAsAnother(context, b) || arePartsOfOneMeasure(context, a, b)) &&
    haveCompatibleStatus(a, b) &&
    (isOutcomeOf(context, b, a) || isPurposeOf(context, b, a) || isToldAgain(context, a, b))
  );
}

/** "hit the town, killing five": a participle that says what came of the deed tells of no other deed. */
function isOutcomeOf(context: CodingContext, outcome: Candidate, deed: Candidate): boolean {
  const { predication } = outcome;
  if (context.lexicon.codes[deed.rule.event.type]?.quad !== MATERIAL_CONFLICT) return false;
  if (predication.kind !== 'verb' || predication.sentence !== deed.predication.sentence) return false;
  const verb = tokenAt(context.trees[predication.sentence]!, predication.trigger);
  return (
    isRelation(verb, 'advcl') &&
    verb.form.endsWith('ing') &&
    verb.head === (deed.predication.carrier ?? deed.predication.trigger) &&
    predication.roles.some(({ relation, how }) => relation === 'subject' && how !== 'own')
  );
}

/** "will travel to Iraq to discuss security with officials": people without a name whom one travels to meet are met on the visit. */
function isPurposeOf(context: CodingContext, purpose: Candidate, visit: Candidate): boolean {
  const { predication, recipients } = purpose;
  if (visit.rule.event.mode !== 'visit' || predication.sentence !== visit.predication.sentence) return false;
  const verb = tokenAt(context.trees[predication.sentence]!, predication.carrier ?? predication.trigger);
  return (
    isRelation(verb, 'advcl') &&
    verb.feats.VerbForm === 'Inf' &&
    verb.head === (visit.predication.carrier ?? visit.predication.trigger) &&
    recipients.every((party) => isNameless(context, party.actor))
  );
}

function isToldAgain(context: CodingContext, a: Candidate, b: Candidate): boolean {
  return (
    haveCompatibleModes(a, b) &&
    haveCompatibleTimes(a, b) &&
    haveCompatibleCounts(a, b) &&
    haveCompatibleContents(context, a, b) &&
    haveCompatibleParties(context, a, b)
  );
}

/** "will also meet X", "a separate meeting": told as one more, it is none of those before. */
function isToldAsAnother(context: CodingContext, { predication, isComplete }: Candidate): boolean {
  const tree = context.trees[predication.sentence]!;
  const heads = [predication.trigger, predication.carrier].filter((index) => index !== null);
  return (
    isComplete &&
    heads.some((index) =>
      dependents(tree, index, 'advmod', 'amod', 'det').some((word) =>
        context.lexicon.words.another.has(word.form.toLowerCase()),
      ),
    )
  );
}

/** A plain meeting may be the one of a visit or summit; a call is no meeting. */
const GENERAL_MODES = new Set(['meeting', 'negotiation', 'visit', 'multilateral']);

function haveCompatibleModes(a: Candidate, b: Candidate): boolean {
  const [first, second] = [a.rule.event.mode, b.rule.event.mode];
  if (first === second) return true;
  if (first === undefined || second === undefined) return true;
  // on a visit one meets several: a meeting that a verb tells is an event beside it
  const isMetOnVisit = (visit: Candidate, other: Candidate) =>
    visit.rule.event.mode === 'visit' &&
    other.rule.event.mode !== 'visit' &&
    other.isComplete &&
    other.predication.kind === 'verb';
  if (isMetOnVisit(a, b) || isMetOnVisit(b, a)) return false;
  return a.rule.event.type === 'CONSULT' && GENERAL_MODES.has(first) && GENERAL_MODES.has(second);
}

function haveCompatibleStatus(a: Candidate, b: Candidate): boolean {
  const [first, second] = [a.status.status, b.status.status];
  if (first === second) return true;
  if ((first === 'negated') !== (second === 'negated')) return false;
  const isOpen = (candidate: Candidate) => !candidate.predication.isStatusStated;
  if (isOpen(a) || isOpen(b)) return true;
  const isRunning = (status: string) => status === 'occurred' || status === 'ongoing';
  return isRunning(first) && isRunning(second);
}

function haveCompatibleTimes(a: Candidate, b: Candidate): boolean {
  if (!a.dated || !b.dated) return true;
  const [first, second] = [a.dated.time, b.dated.time];
  const startsAfter = (x: typeof first, y: typeof first) => x.from !== null && y.to !== null && x.from > y.to;
  return !startsAfter(first, second) && !startsAfter(second, first);
}

function haveCompatibleCounts(a: Candidate, b: Candidate): boolean {
  if (a.count === null && b.count === null) return true;
  return a.count?.min === b.count?.min && a.count?.max === b.count?.max;
}

const CONTENT_ROLES = new Set(['complement', 'object', 'for', 'to', 'on']);

/** Two refusals are two, by what they are about, unless the headline tells one of them. */
function haveCompatibleContents(context: CodingContext, a: Candidate, b: Candidate): boolean {
  if (!hasTrait(context, a.rule, 'about-something') || !isEvent(a) || !isEvent(b)) return true;
  const isHeadline = ({ predication }: Candidate) =>
    context.report.sentences[predication.sentence]!.kind === 'headline';
  if (isHeadline(a) || isHeadline(b)) return true;
  const contents = contentOf(context, a);
  return contents.size === 0 || [...contentOf(context, b)].some((lemma) => contents.has(lemma));
}

function contentOf(context: CodingContext, { predication, rule }: Candidate): ReadonlySet<string> {
  const tree = context.trees[predication.sentence]!;
  const heads = predication.roles.filter((role) => CONTENT_ROLES.has(role.relation));
  const lemmas = heads.flatMap(({ relation, token }) => {
    const lemma = tokenAt(tree, token).lemma.toLowerCase();
    // "reaffirmed their commitment to …": the noun that the rule asks for says nothing; what stands below it does
    return rule.where.heads?.[relation]?.has(lemma) ? wordsBelow(tree, token) : [lemma];
  });
  return new Set(lemmas);
}

function wordsBelow(tree: SyntaxTree, top: number): readonly string[] {
  return subtreeOf(tree, top)
    .filter((index) => index !== top && CONTENT_WORDS.has(tokenAt(tree, index).upos))
    .map((index) => tokenAt(tree, index).lemma.toLowerCase());
}

const CONTENT_WORDS = new Set(['NOUN', 'PROPN', 'VERB']);

function haveCompatibleParties(context: CodingContext, a: Candidate, b: Candidate): boolean {
  const ids = (list: Candidate['actors']) => list.map((party) => party.actor);
  if (hasTrait(context, a.rule, 'equal')) {
    return covers(context, [...ids(a.actors), ...ids(a.recipients)], [...ids(b.actors), ...ids(b.recipients)]);
  }
  if (isOneSidedByOtherWords(context, a, b)) return false;
  if (!covers(context, ids(a.actors), ids(b.actors))) return false;
  if (arePartsOfOneMeasure(context, a, b) || isPutInGeneral(context, a, b)) return true;
  return covers(context, ids(a.recipients), ids(b.recipients));
}

/** "Sanctions on eleven entities" are those on Belarus; "warrants for 36 people" those that the headline says are for its leader. */
function isPutInGeneral(context: CodingContext, a: Candidate, b: Candidate): boolean {
  const isOpen = ({ recipients }: Candidate) => recipients.every(({ actor }) => isNameless(context, actor));
  if (a.actors.length === 0 || b.actors.length === 0 || isOpen(a) === isOpen(b)) return false;
  if (isDoneByOthers(a) || isDoneByOthers(b)) return false;
  if (isInHeadline(context, a) || isInHeadline(context, b)) return true;
  // "has sanctioned 70 people" sums up earlier measures
  return hasTrait(context, a.rule, 'by-decree') && [a, b].every(({ predication }) => predication.aspect !== 'perfect');
}

/** What a government's own text tells of measures against one state, whomever of it each sentence names, is one measure. */
function arePartsOfOneMeasure(context: CodingContext, a: Candidate, b: Candidate): boolean {
  if (!isOwnMeasure(context, a) || !isOwnMeasure(context, b) || isDoneByOthers(a) || isDoneByOthers(b)) return false;
  return covers(context, statesStruck(context, a), statesStruck(context, b));
}

/** "We are imposing", "the following are designated", "this includes designating"; past forms may tell of earlier ones. */
function isOwnMeasure(context: CodingContext, { rule, status, actors, predication, dated }: Candidate): boolean {
  if (!hasTrait(context, rule, 'by-decree') || context.ownVoices.length === 0) return false;
  if (status.status !== 'occurred' && status.status !== 'ongoing') return false;
  const { from } = context.report.report.published;
  if (from !== null && dated?.time.to != null && dated.time.to < from) return false;
  const own = context.ownVoices.map(({ id }) => ({ actor: id }));
  if (predication.aspect === 'perfect' || predication.tense === 'past') return false;
  return actors.length > 0 && actors.every(({ actor }) => isOnSideOf(context, actor, own));
}

/** "Is prohibited by these resolutions": whoever the text speaks for lends his voice to what something else does. */
function isDoneByOthers({ predication, actors }: Candidate): boolean {
  const hasSubject = predication.roles.some(({ relation }) => relation === 'subject');
  return hasSubject && actors.some(({ relation }) => relation === 'voice');
}

function statesStruck(context: CodingContext, { recipients }: Candidate): readonly string[] {
  return [...new Set(recipients.flatMap(({ actor }) => actorById(context, actor)?.country ?? []))];
}

/** The quad class of deeds of force. */
const MATERIAL_CONFLICT = 4;

/** Two deeds of force by different words, of which only one names a victim, are two, unless one of them takes up the other ("the attack"). */
function isOneSidedByOtherWords(context: CodingContext, a: Candidate, b: Candidate): boolean {
  if (context.lexicon.codes[a.rule.event.type]?.quad !== MATERIAL_CONFLICT) return false;
  if (!isEvent(a) || !isEvent(b) || a.predication.lemma === b.predication.lemma) return false;
  if (
    [a, b].some(
      (mention) => isOwned(context, mention) || isDefinite(context, mention) || isInHeadline(context, mention),
    )
  ) {
    return false;
  }
  return (a.recipients.length === 0) !== (b.recipients.length === 0);
}

/** "Russia's attack" takes up an attack that is known. */
function isOwned(context: CodingContext, { predication }: Candidate): boolean {
  const tree = context.trees[predication.sentence]!;
  return predication.kind !== 'verb' && dependents(tree, predication.trigger, 'nmod:poss').length > 0;
}

function isInHeadline(context: CodingContext, { predication }: Candidate): boolean {
  return context.report.sentences[predication.sentence]!.kind === 'headline';
}

/** One side's parties are among the other's; a person and his state are compatible, two persons of one state are not. */
function covers(context: CodingContext, a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 0 || b.length === 0) return true;
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  return few.every((id) => many.some((other) => isCompatibleActor(context, id, other)));
}

function isCompatibleActor(context: CodingContext, first: string, second: string): boolean {
  if (first === second) return true;
  const [a, b] = [actorById(context, first), actorById(context, second)];
  if (!a || !b || a.country === null || a.country !== b.country) return false;
  return !(a.type === 'person' && b.type === 'person');
}

/** The happening that an incomplete mention points to. */
function homeOf(
  context: CodingContext,
  happenings: readonly Candidate[][],
  candidate: Candidate,
): Candidate[] | undefined {
  if (!candidate.rule.evidenceOnly && !isDefinite(context, candidate)) return undefined;
  if (isNamed(context, candidate)) return undefined;
  const fitting = happenings.filter((mentions) =>
    mentions.some((mention) => isSameHappening(context, mention, candidate)),
  );
  const start = (mentions: readonly Candidate[]) => mentions[0]!.predication.span.start;
  const before = fitting.filter((mentions) => start(mentions) <= candidate.predication.span.start);
  return before.at(-1) ?? fitting[0];
}

/** "the Second World War" is a war of its own; only headlines write every noun as a name. */
function isNamed(context: CodingContext, { predication }: Candidate): boolean {
  const sentence = context.report.sentences[predication.sentence]!;
  return sentence.kind !== 'headline' && sentence.tokens[predication.trigger]!.upos === 'PROPN';
}

function isDefinite(context: CodingContext, candidate: Candidate): boolean {
  const { predication } = candidate;
  const tree = context.trees[predication.sentence]!;
  if (predication.kind === 'verb') return false;
  if (tokenAt(tree, predication.trigger).feats.Number === 'Plur' && predication.lemma === 'visit') return false;
  return dependents(tree, predication.trigger, 'det', 'nmod:poss').some((word) =>
    context.lexicon.words.definite.has(word.form.toLowerCase()),
  );
}
