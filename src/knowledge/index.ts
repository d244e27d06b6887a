export { foldName, foldWord, splitWords, type Word } from '../text/fold.ts';
export { checkKnowledge, findFaults, type KnowledgeFinding } from './check.ts';
export type { ActorCues, PronounCue, Sense, SetNoun } from './cues.ts';
export { firstDay, intervalsMeet, lastDay } from './dates.ts';
export { compareBases, type FactChange, type FactKind } from './diff.ts';
export { createKnowledge, type Knowledge, type OfficeNoun } from './knowledge.ts';
export {
  ACTOR_CUES_FOLDER,
  compileFolders,
  KNOWLEDGE_FOLDER,
  loadKnowledge,
  loadOverlaidTables,
  PACK_FILE,
} from './load.ts';
export { loadBase } from './load-base.ts';
export type { NameIndex, NameMatch, NameSense } from './name-index.ts';
export { type DatedTerm, type Days, daysOf, headFits, isUnverified, standingOf } from './offices.ts';
export { overlaySchema } from './overlay.ts';
export type {
  BodyKind,
  KnownActor,
  KnownPerson,
  Landmark,
  Membership,
  NameForm,
  RoleNoun,
  Term,
} from './pack.ts';
export { generationOf, nameWords, surnamesOf } from './person-names.ts';
export { type Holding, who } from './who.ts';
