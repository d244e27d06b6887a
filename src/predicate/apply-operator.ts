import type { Operator } from '../document/index.ts';
import { assertNever } from '../problems.ts';
import type { Status } from '../record/index.ts';
import type { Standing } from './standing.ts';

/** Puts one operator over what it governs: `above` is how the operator's own word stands, `inner` what it governs. */
export function applyOperator(operator: Operator, above: Standing, inner: Standing): Standing {
  const status = statusUnder(operator, above.status, inner.status);
  return {
    ...inner,
    status,
    isStated: true,
    operators: [...above.operators, operator, ...inner.operators],
    steps: [...above.steps, `${operator.lemma} (${operator.kind}): ${status}`, ...inner.steps],
  };
}

function statusUnder(operator: Operator, above: Status, inner: Status): Status {
  const isOff = above === 'negated';
  switch (operator.kind) {
    case 'plan':
      return isOff ? 'negated' : above === 'possible' ? 'possible' : innerOr(inner, 'planned');
    case 'possibility':
    case 'desire':
    case 'attempt':
    case 'consideration':
      return isOff || inner === 'negated' ? 'negated' : 'possible';
    case 'demand':
    case 'condition':
    case 'doubt':
      return 'possible';
    case 'refusal':
    case 'failure':
    case 'cancellation':
      return isOff || above === 'possible' ? 'possible' : 'negated';
    case 'cessation':
      // what is to end, or does not end, goes on
      return above === 'occurred' || inner === 'negated' ? inner : 'ongoing';
    case 'postponement':
      return 'planned';
    case 'denial':
      return isOff ? 'possible' : 'negated';
    case 'report':
    case 'allegation':
      return isOff ? 'possible' : inner;
    case 'phase':
    case 'implicative':
      return inner === 'negated' ? 'negated' : above;
    case 'purpose':
      return above === 'occurred' || above === 'ongoing' ? innerOr(inner, 'planned') : above;
    default:
      return assertNever(operator.kind);
  }
}

/** A plan not to do something is its negation; a plan for something that is only possible stays possible. */
function innerOr(inner: Status, otherwise: Status): Status {
  return inner === 'negated' ? 'negated' : otherwise;
}
