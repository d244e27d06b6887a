import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { ChanceryError } from '../problems.ts';
import type { Encoding } from './encode.ts';
import type { LemmaTable } from './lemmas.ts';
import {
  type CoreConfig,
  loadConfig,
  loadInflection,
  loadLemmas,
  loadSegmentation,
  loadVocabulary,
  MODEL_FOLDER,
} from './load.ts';
import type { SegmentationRules } from './segmentation-rules.ts';
import type { Vocabulary } from './wordpiece.ts';

/** What the model says of one sentence, row-major, a row a word. */
export interface Scores {
  readonly upos: Float32Array;
  readonly feats: Float32Array;
  readonly arcs: Float32Array;
  readonly labels: Float32Array;
  readonly names: Float32Array;
}

/** An opened language core: the model and everything that is read with it. */
export interface Session {
  readonly config: CoreConfig;
  readonly vocabulary: Vocabulary;
  readonly lemmas: LemmaTable;
  readonly segmentation: SegmentationRules;
  /**
   * Scores one sentence. Alone, not in a batch: the weights are quantised with ranges taken over the whole input, so
   * that in a batch a sentence would read differently with its neighbours (3 in 10 did, for a gain of 12 % in speed).
   */
  run(sentence: Encoding): Promise<Scores>;
  close(): Promise<void>;
}

type Runtime = typeof import('onnxruntime-node');

/** Opens the language core in a model folder, by default the English one of the package. Throws a ChanceryError saying what is missing. */
export async function openSession(modelFolder: string = MODEL_FOLDER): Promise<Session> {
  await checkFolder(modelFolder);
  const [config, vocabulary, learned, inflection, segmentation, runtime] = await Promise.all([
    loadConfig(modelFolder),
    loadVocabulary(modelFolder),
    loadLemmas(modelFolder),
    loadInflection(),
    loadSegmentation(),
    loadRuntime(),
  ]);
  const inference = await openModel(runtime, join(modelFolder, 'model.onnx'));
  return {
    config,
    vocabulary,
    lemmas: { ...learned, inflection, words: vocabulary },
    segmentation,
    run: (sentence) => runModel(runtime, inference, sentence),
    close: () => inference.release(),
  };
}

async function checkFolder(folder: string): Promise<void> {
  const file = join(folder, 'model.onnx');
  try {
    await access(file);
  } catch (cause) {
    const hint = 'The English model is part of the package; a copy of the repository without it has to be reinstalled.';
    throw new ChanceryError('model/missing', 'There is no language model here.', { at: { file }, hint, cause });
  }
}

/** The runtime is native: it is loaded only when a model is opened, so that everything else works without it. */
async function loadRuntime(): Promise<Runtime> {
  try {
    const module = await import('onnxruntime-node');
    return (module.default ?? module) as Runtime;
  } catch (cause) {
    const hint = `Run "npm install onnxruntime-node"; it has binaries for Linux, macOS and Windows (this is ${process.platform} ${process.arch}).`;
    throw new ChanceryError('model/no-runtime', 'The runtime of the language model cannot be loaded.', { hint, cause });
  }
}

async function openModel(runtime: Runtime, file: string) {
  try {
    return await runtime.InferenceSession.create(file, {
      intraOpNumThreads: 1,
      interOpNumThreads: 1,
      executionMode: 'sequential',
      graphOptimizationLevel: 'all',
      logSeverityLevel: 3,
    });
  } catch (cause) {
    const hint = 'The file is damaged or made for another runtime: reinstall the package.';
    throw new ChanceryError('model/corrupt', 'The language model cannot be opened.', { at: { file }, hint, cause });
  }
}

async function runModel(
  runtime: Runtime,
  inference: Awaited<ReturnType<typeof openModel>>,
  sentence: Encoding,
): Promise<Scores> {
  const results = await inference.run(inputsOf(runtime, sentence));
  const take = (name: string) => results[name]!.data as Float32Array;
  return { upos: take('upos'), feats: take('feats'), arcs: take('arcs'), labels: take('labels'), names: take('names') };
}

function inputsOf(runtime: Runtime, { pieces, shapes, starts }: Encoding) {
  const row = (values: readonly number[]) =>
    new runtime.Tensor('int64', BigInt64Array.from(values, BigInt), [1, values.length]);
  return {
    input_ids: row(pieces),
    attention_mask: row(pieces.map(() => 1)),
    shape_ids: row(shapes),
    word_starts: row(starts),
    word_mask: row(starts.map(() => 1)),
  };
}
