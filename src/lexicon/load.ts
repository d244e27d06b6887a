import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readYaml, readYamlList } from '../text/load-yaml.ts';
import {
  type CodingWords,
  codingWordsSchema,
  compileCodingWords,
  type TypeCodes,
  typeCodesSchema,
} from './coding-words.ts';
import { type ConfidenceModel, confidenceModelSchema } from './confidence.ts';
import { type EventRule, type IdiomIndex, indexIdioms, indexRules, type RuleIndex } from './event-rule.ts';
import { loadRules } from './load-rules.ts';
import { compileTopics, domainsSchema, type Topics, topicModelSchema } from './off-topic.ts';
import {
  carriersSchema,
  compileOperators,
  modalsSchema,
  type OperatorWords,
  operatorClassSchema,
} from './operators.ts';

/** Everything that turns predications into events, ready to use. */
export interface Lexicon {
  readonly operators: OperatorWords;
  readonly rules: readonly EventRule[];
  readonly index: RuleIndex;
  readonly idioms: IdiomIndex;
  readonly eventNouns: ReadonlySet<string>;
  readonly words: CodingWords;
  readonly codes: TypeCodes;
  readonly topics: Topics;
  readonly confidence: ConfidenceModel;
}

const SHIPPED = fileURLToPath(new URL('../../lexicon/', import.meta.url));

/**
 * Loads the shipped lexicon and then any folders or files of the user's own, whose rules replace shipped ones of the same id.
 * Throws a ChanceryError with file and line where an entry is not as the schema wants it.
 */
export function loadLexicon(folders: readonly string[] = []): Lexicon {
  const { rules, codes } = loadRules(SHIPPED, folders, readYaml(join(SHIPPED, 'codes.yaml'), typeCodesSchema));
  const words = compileCodingWords(readYaml(join(SHIPPED, 'coding.yaml'), codingWordsSchema));
  return {
    operators: loadOperators(SHIPPED),
    rules,
    index: indexRules(rules),
    idioms: indexIdioms(rules),
    eventNouns: new Set(rules.flatMap((rule) => rule.trigger.noun ?? [])),
    words,
    codes,
    topics: compileTopics(
      readYaml(join(SHIPPED, 'domains.yaml'), domainsSchema),
      readYaml(join(SHIPPED, 'off-topic.yaml'), topicModelSchema),
      words,
    ),
    confidence: readYaml(join(SHIPPED, 'confidence.yaml'), confidenceModelSchema),
  };
}

function loadOperators(folder: string): OperatorWords {
  const path = (name: string) => join(folder, 'operators', name);
  return compileOperators(
    readYamlList(path('operators.yaml'), () => operatorClassSchema).map(({ entry }) => entry),
    readYaml(path('carriers.yaml'), carriersSchema),
    readYaml(path('modals.yaml'), modalsSchema),
  );
}
