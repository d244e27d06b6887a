export { type AnswerRow, readAnswer } from './answer.ts';
export { loadTemplates } from './load-templates.ts';
export { overlayText, type RefreshOrigin } from './overlay-text.ts';
export { type Answered, type Proposal, type Proposals, propose } from './propose.ts';
export {
  queriesFor,
  REFRESH_SUBJECTS,
  type RefreshQuery,
  type RefreshScope,
  type RefreshSubject,
} from './subjects.ts';
