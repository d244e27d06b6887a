import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { ChanceryError } from '../problems.ts';
import {
  type CueClass,
  channelSchema,
  cuesSchema,
  indexLexicon,
  type QuotationLexicon,
  sourcesSchema,
} from './quotation-lexicon.ts';

const SHIPPED = new URL('../../lexicon/quotations/', import.meta.url);

/**
 * The quotation lexicon from a folder with `cues.yaml`, `channels.yaml` and `sources.yaml`; without one, the lexicon that is shipped.
 * Throws `lexicon/not-found`, `lexicon/not-yaml`, `lexicon/wrong-shape` or `lexicon/duplicate-cue`.
 */
export function loadQuotationLexicon(folder: URL = SHIPPED): QuotationLexicon {
  const cues = readYaml(new URL('cues.yaml', folder), cuesSchema);
  refuseDuplicates(cues.classes, fileURLToPath(new URL('cues.yaml', folder)));
  const channels = readYaml(new URL('channels.yaml', folder), z.array(channelSchema));
  return indexLexicon(cues, channels, readYaml(new URL('sources.yaml', folder), sourcesSchema));
}

function readYaml<Schema extends z.ZodType>(url: URL, schema: Schema): z.infer<Schema> {
  const file = fileURLToPath(url);
  const result = schema.safeParse(parseYaml(readText(url, file), file));
  if (result.success) return result.data;
  const issue = result.error.issues[0]!;
  throw new ChanceryError('lexicon/wrong-shape', `${issue.path.join('.')}: ${issue.message}`, {
    at: { file },
    hint: 'The head of the shipped file says what belongs where.',
    cause: result.error,
  });
}

function readText(url: URL, file: string): string {
  try {
    return readFileSync(url, 'utf8');
  } catch (cause) {
    throw new ChanceryError('lexicon/not-found', 'This part of the quotation lexicon cannot be read.', {
      at: { file },
      cause,
    });
  }
}

function parseYaml(text: string, file: string): unknown {
  try {
    return parse(text);
  } catch (cause) {
    throw new ChanceryError('lexicon/not-yaml', cause instanceof Error ? cause.message : String(cause), {
      at: { file },
      cause,
    });
  }
}

/** A cue belongs to one class, or nobody could say how it behaves. */
function refuseDuplicates(classes: readonly CueClass[], file: string): void {
  for (const part of ['verbs', 'nouns', 'adjectives'] as const) {
    const seen = new Map<string, string>();
    for (const cueClass of classes) {
      for (const cue of cueClass[part]) {
        const other = seen.get(cue);
        if (other !== undefined) {
          const message = `"${cue}" stands among the ${part} of ${other} and of ${cueClass.class}.`;
          throw new ChanceryError('lexicon/duplicate-cue', message, { at: { file }, hint: 'Keep it in one of them.' });
        }
        seen.set(cue, cueClass.class);
      }
    }
  }
}
