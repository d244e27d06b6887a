export { annotate, openSession, type Session, toConllu } from './annotate/index.ts';
export { type Knowledge, loadKnowledge } from './knowledge/index.ts';
export { type Lexicon, loadLexicon } from './lexicon/index.ts';
export { openToolkit, parseReport, type Reading, readReport, type Toolkit, type ToolkitOptions } from './pipeline.ts';
export { ChanceryError, type Problem } from './problems.ts';
export { makeReport, readInputs } from './read/index.ts';
export * from './record/index.ts';
export { openStore, type Store } from './store/index.ts';
export { openPool, type Pool, type PoolOptions } from './workers/pool.ts';
