import { CONFIDENCE_FEATURES, type ConfidenceFeature, type ConfidenceModel } from '../lexicon/index.ts';
import type { Happening } from './candidate.ts';
import type { CodingContext } from './coding-context.ts';

export type ConfidenceFeatures = Readonly<Record<ConfidenceFeature, number>>;

/** How likely a coding's type and parties are right, and what speaks for and against it. */
export interface Confidence {
  readonly value: number;
  readonly features: ConfidenceFeatures;
  readonly steps: readonly string[];
}

/** A probability from what was decided how, by the model that was fitted on the gold reports. */
export function confidenceOf(context: CodingContext, happening: Happening): Confidence {
  const model = context.lexicon.confidence;
  const features = featuresOf(context, happening);
  const present = CONFIDENCE_FEATURES.filter((name) => features[name] !== 0);
  return {
    value: probabilityOf(model, features),
    features,
    steps: [
      `${signed(model.start)} to begin with`,
      ...present.map((name) => `${signed(model.weights[name] * features[name])} ${WORDS[name]} (${features[name]})`),
      'together, on the logistic scale',
    ],
  };
}

/** The logistic function of the weighted features, to two decimals. */
export function probabilityOf({ start, weights }: ConfidenceModel, features: ConfidenceFeatures): number {
  const sum = CONFIDENCE_FEATURES.reduce((total, name) => total + weights[name] * features[name], start);
  return Math.round(100 / (1 + Math.exp(-sum))) / 100;
}

const WORDS: Readonly<Record<ConfidenceFeature, string>> = {
  eventNoun: 'an event noun without a verb of its own',
  unstatedStatus: 'the sentence does not commit itself',
  insideParties: 'parties only inside a phrase',
  sharedRoles: 'parties by a shared, controlled or relative role',
  looseMentions: 'mentions that were not resolved with certainty',
  oneSource: 'parties whose office only one source of the base gives',
  operators: 'operators above it',
  oneParty: 'no other side',
  manyParties: 'more than two parties',
  retold: 'told again elsewhere',
  undated: 'no date in the text',
  attributed: 'on somebody’s word',
  headline: 'told in a headline',
};

function featuresOf(context: CodingContext, { lead, others }: Happening): ConfidenceFeatures {
  const { predication, actors, recipients } = lead;
  const parties = [...actors, ...recipients];
  const count = (isSo: boolean) => (isSo ? 1 : 0);
  return {
    eventNoun: count(predication.kind === 'noun'),
    unstatedStatus: count(!predication.isStatusStated),
    insideParties: Math.min(2, parties.filter(({ via }) => via !== 'direct').length),
    sharedRoles: Math.min(2, parties.filter(({ how }) => how !== 'own').length),
    looseMentions: Math.min(2, parties.filter(({ mention }) => (mention?.resolution.score ?? 1) < 1).length),
    oneSource: Math.min(2, parties.filter(({ actor }) => context.oneSourceActors.has(actor)).length),
    operators: Math.min(2, predication.operators.length),
    oneParty: count(parties.length < 2),
    manyParties: count(parties.length > 2),
    retold: count(others.length > 0),
    undated: count([lead, ...others].every(({ dated }) => dated === null)),
    attributed: count(lead.attribution.length > 0),
    headline: count(context.report.sentences[predication.sentence]!.kind === 'headline'),
  };
}

function signed(value: number): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`;
}
