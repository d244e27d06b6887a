import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { MODEL_FOLDER } from '../../src/annotate/load.ts';
import { openSession, type Scores, type Session } from '../../src/annotate/session.ts';
import { openToolkit, type Toolkit } from '../../src/pipeline.ts';

/** Where the model's scores are kept between runs: the model is most of what an evaluation waits for. Unset, nothing is kept. */
const FOLDER = process.env.CHANCERY_EVAL_CACHE;

/** The language core for an evaluation. */
export async function openKeptSession(): Promise<Session> {
  return keepScores(await openSession());
}

/** The whole toolkit for an evaluation. */
export async function openKeptToolkit(): Promise<Toolkit> {
  const toolkit = await openToolkit();
  return { ...toolkit, session: keepScores(toolkit.session) };
}

/** The session, asking the model only for sentences that this very model has not scored before. */
function keepScores(session: Session): Session {
  if (!FOLDER) return session;
  const folder = FOLDER;
  const model = createHash('sha256')
    .update(readFileSync(join(MODEL_FOLDER, 'model.onnx')))
    .digest('hex');
  return {
    ...session,
    run: async (sentence) => {
      const key = createHash('sha256').update(model).update(JSON.stringify(sentence)).digest('hex');
      const file = join(folder, key.slice(0, 2), key);
      if (existsSync(file)) return deserialize(readFileSync(file)) as Scores;
      const scores = await session.run(sentence);
      keep(file, serialize(scores));
      return scores;
    },
  };
}

/** Written beside and renamed, so that runs at one time never read half a file. */
function keep(file: string, bytes: Buffer): void {
  mkdirSync(join(file, '..'), { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, bytes);
  renameSync(draft, file);
}
