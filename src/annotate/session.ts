import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { ChanceryError } from '../problems.ts';
import type { Batch } from './batches.ts';
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

/** What the model says of one batch, row-major; `words` is the padded number of words. */
export interface Scores {
  readonly words: number;
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
  run(batch: Batch): Promise<Scores>;
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
    run: (batch) => runModel(runtime, inference, batch),
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
  batch: Batch,
): Promise<Scores> {
  const results = await inference.run(inputsOf(runtime, batch));
  const take = (name: string) => results[name]!.data as Float32Array;
  return {
    words: batch.words,
    upos: take('upos'),
    feats: take('feats'),
    arcs: take('arcs'),
    labels: take('labels'),
    names: take('names'),
  };
}

function inputsOf(runtime: Runtime, { encodings, pieces, words }: Batch) {
  const size = encodings.length;
  const grid = (width: number, row: (index: number) => readonly number[]) => {
    const cells = new BigInt64Array(size * width);
    for (let i = 0; i < size; i++)
      row(i).forEach((value, place) => {
        cells[i * width + place] = BigInt(value);
      });
    return new runtime.Tensor('int64', cells, [size, width]);
  };
  return {
    input_ids: grid(pieces, (i) => encodings[i]!.pieces),
    attention_mask: grid(pieces, (i) => encodings[i]!.pieces.map(() => 1)),
    shape_ids: grid(pieces, (i) => encodings[i]!.shapes),
    word_starts: grid(words, (i) => encodings[i]!.starts),
    word_mask: grid(words, (i) => encodings[i]!.starts.map(() => 1)),
  };
}
