import { type Sentence, type Token, uncrossedHead } from '../../document/index.ts';
import type { TimeGrammar } from './grammar.ts';
import { NO_TENSE, type Tense } from './tense.ts';
import { TenseWords } from './tense-words.ts';

/**
 * Reads the tense that governs a token in the parse: its nearest verb upwards, with that verb's auxiliaries, and for an
 * infinitive the word that it depends on ("agreed to meet"). Unknown when nothing up to the root says.
 */
export function tenseOfToken(sentence: Sentence, index: number, grammar: TimeGrammar): Tense {
  const reader = new ParseTense(sentence, grammar);
  return reader.deadline(index) ?? reader.climb(index) ?? NO_TENSE;
}

class ParseTense {
  readonly #tokens: readonly Token[];
  readonly #lists: TenseWords;

  constructor(sentence: Sentence, grammar: TimeGrammar) {
    this.#tokens = sentence.tokens;
    this.#lists = new TenseWords(grammar);
  }

  /** "until Friday", "by May": the preposition alone looks ahead. */
  deadline(index: number): Tense | null {
    const marker = this.#childrenOf(index).find((token) => token.deprel === 'case' && this.#has('deadline', token));
    if (!marker) return null;
    return this.#isOver(marker, index) ?? { direction: 'future', because: `"${marker.form}"` };
  }

  /** "had ended by Sunday"; "By Sunday the town had fallen": what was over by then does not lie ahead. */
  #isOver(marker: Token, index: number): Tense | null {
    if (!this.#has('deadline-past', marker)) return null;
    const verb = this.#tokens[this.#tokens[index]!.head];
    const tense = verb ? this.#ofClause(verb) : null;
    if (!verb || tense?.direction !== 'past') return null;
    const isPluperfect = this.#childrenOf(verb.index).some((child) => this.#has('pluperfect', child));
    return marker.index === 0 || isPluperfect ? tense : null;
  }

  climb(index: number): Tense | null {
    const next = (token: Token) =>
      this.#tokens[token.index === index ? uncrossedHead(this.#tokens, index) : token.head];
    for (let token = this.#tokens[index]; token; token = next(token)) {
      const tense = this.#ofClause(token) ?? this.#ofNoun(token);
      if (tense) return tense;
      // What somebody said has its own tense, or none; that of "said" is not it.
      if (token.deprel === 'ccomp') return null;
    }
    return null;
  }

  /** What a verb (or a predicate with a copula) says by itself; null to look further up. */
  #ofClause(token: Token): Tense | null {
    const helpers = this.#childrenOf(token.index).filter((child) => /^(aux|cop)/.test(child.deprel));
    const isVerb = token.upos === 'VERB' || token.upos === 'AUX' || helpers.length > 0;
    if (!isVerb) return null;
    const will = helpers.find((helper) => this.#has('future', helper));
    if (will) return cue('future', will, token);
    if (this.#isInfinitive(token, helpers)) return this.#ofInfinitive(token);
    const finite = helpers.find((helper) => helper.feats.VerbForm === 'Fin') ?? token;
    if (finite === token && token.feats.VerbForm === 'Part') return this.#ofParticiple(token);
    if (finite.feats.Tense === 'Past') return cue('past', finite, token);
    if (finite.feats.Tense === 'Pres') return this.#ofPresent(finite, token);
    return null;
  }

  #isInfinitive(token: Token, helpers: readonly Token[]): boolean {
    const [before, further] = [this.#tokens[token.index - 1], this.#tokens[token.index - 2]];
    if (before && this.#has('infinitive', before)) return true;
    if (before && further && this.#has('bare-be', before) && this.#has('infinitive', further)) return true;
    return token.feats.VerbForm === 'Inf' && helpers.every((helper) => this.#has('bare-be', helper));
  }

  /** After a word of planning, after "be", or after a noun ("talks to be held on Friday") an infinitive lies ahead; of purpose, not. */
  #ofInfinitive(token: Token): Tense | null {
    const plan = this.#planBefore(token);
    if (plan) return cue(this.#isPastPlan(plan) ? 'later' : 'future', plan, token);
    if (!this.#tokens[token.head]) return cue('future', token);
    return token.deprel.startsWith('acl') ? cue('future', token) : null;
  }

  /** The word that plans an infinitive: its governor, or one of the few words before its "to", whatever the parse made of it. */
  #planBefore(token: Token): Token | null {
    const plans = (word: Token | undefined) =>
      word !== undefined && (this.#has('planning', word) || this.#has('scheduled', word));
    const governor = this.#tokens[token.head];
    if (plans(governor)) return governor!;
    const to = this.#tokens.slice(0, token.index).findLastIndex((word) => this.#has('infinitive', word));
    if (to < 0 || token.index - to > 3) return null;
    const before = this.#tokens[to - 1];
    if (plans(before) || (before && this.#has('be', before))) return before!;
    return null;
  }

  /** "agreed to meet": the agreement is past. Not so "is expected to meet". */
  #isPastPlan(plan: Token): boolean {
    if (plan.upos !== 'VERB') return false;
    const helpers = this.#childrenOf(plan.index).filter((child) => child.deprel.startsWith('aux'));
    if (helpers.some((helper) => helper.feats.Tense === 'Pres' && this.#has('be', helper))) return false;
    return plan.feats.Tense === 'Past' && !this.#has('be', this.#tokens[plan.index - 1] ?? plan);
  }

  #ofParticiple(token: Token): Tense | null {
    if (this.#isProgressive(token)) return null;
    if (!this.#has('scheduled', token)) return cue('past', token);
    return cue(this.#isOldPlan(token) ? 'later' : 'future', token);
  }

  /** "originally planned for May". */
  #isOldPlan(token: Token): boolean {
    return this.#childrenOf(token.index).some((child) => child.deprel === 'advmod' && this.#has('at-first', child));
  }

  #ofPresent(finite: Token, token: Token): Tense | null {
    if (finite === token)
      return this.#has('present-ahead', token) || this.#has('plural-ahead', token)
        ? cue('future', token)
        : { direction: 'unknown', because: `"${token.form}"` };
    if (this.#has('scheduled', token)) return cue('future', token);
    if (this.#isProgressive(token)) return cue('future', finite, token);
    if (this.#has('perfect', finite) || token.feats.Tense === 'Past') return cue('past', finite, token);
    return { direction: 'unknown', because: `"${finite.form}"` };
  }

  #isProgressive(token: Token): boolean {
    return this.#lists.endsIn('participle-suffix', token.form);
  }

  /** "the upcoming talks on Friday", "a Friday deadline". */
  #ofNoun(token: Token): Tense | null {
    if (this.#has('ahead', token)) return cue('future', token);
    const ahead = this.#childrenOf(token.index).find(
      (child) => child.deprel === 'amod' && (this.#has('ahead', child) || this.#has('scheduled', child)),
    );
    return ahead ? cue('future', ahead, token) : null;
  }

  #childrenOf(index: number): Token[] {
    return this.#tokens.filter((token) => token.head === index);
  }

  #has(list: string, token: Token): boolean {
    return this.#lists.has(list, token.form);
  }
}

function cue(direction: Tense['direction'], ...tokens: readonly Token[]): Tense {
  const forms = [...new Set(tokens)].sort((a, b) => a.index - b.index).map((token) => token.form);
  return { direction, because: `"${forms.join(' ')}"` };
}
