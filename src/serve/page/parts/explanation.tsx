import type { Explanation } from '../../../record/index.ts';
import type { ExplainedEventWire } from '../../wire.ts';
import { useResource } from '../api.ts';
import type { PartyOf } from './event-line.tsx';
import { Failure, Loading } from './resource.tsx';
import { Name, VisibleText } from './visible-text.tsx';

interface ExplanationProps {
  readonly explanation: Explanation | string;
  readonly partyOf: PartyOf;
}

/** Why an event stands as it does; fetched first when only its address is known. */
export function ExplanationFor({ explanation, partyOf }: ExplanationProps) {
  const fetched = useResource<ExplainedEventWire>(typeof explanation === 'string' ? explanation : null);
  if (typeof explanation !== 'string') return <ExplanationSteps explanation={explanation} partyOf={partyOf} />;
  if (fetched.state === 'loading') return <Loading />;
  if (fetched.state === 'failed') return <Failure error={fetched.error} />;
  if (fetched.answer.explanation === null) return <p className="quiet">No reasons were kept for this event.</p>;
  return <ExplanationSteps explanation={fetched.answer.explanation} partyOf={partyOf} />;
}

function ExplanationSteps({ explanation, partyOf }: { readonly explanation: Explanation; readonly partyOf: PartyOf }) {
  const { predication, rule } = explanation;
  return (
    <ol className="why">
      <Step name="The words">
        <code>
          <VisibleText>{predication.form}</VisibleText>
        </code>
        <ul className="plain">
          {predication.roles.map(({ relation, text }) => (
            <li key={`${relation} ${text}`}>
              <span className="quiet">{relation}</span> <Name>{text}</Name>
            </li>
          ))}
        </ul>
      </Step>
      <Step name="The rule">
        <code>
          <VisibleText>{rule.id}</VisibleText>
        </code>{' '}
        <span className="quiet">{rule.file}</span>
        <p>{rule.because}</p>
      </Step>
      {explanation.parties.map((party) => (
        <Step key={`${party.role} ${party.actor}`} name={party.role}>
          <Name>{partyOf(party.actor).name}</Name>: <VisibleText>{party.how}</VisibleText>
          <Lines of={party.facts} />
          {party.candidates.length > 1 && (
            <p className="quiet">
              weighed: {party.candidates.map(({ actor, score }) => `${actor} ${score.toFixed(2)}`).join(', ')}
            </p>
          )}
        </Step>
      ))}
      <Step name="Its status">
        <Lines of={explanation.status} />
      </Step>
      <Step name="Its time">
        <VisibleText>{explanation.time}</VisibleText>
      </Step>
      {explanation.place && (
        <Step name="Its place">
          <VisibleText>{explanation.place}</VisibleText>
        </Step>
      )}
      {explanation.attribution.length > 0 && (
        <Step name="Who says so">
          <Lines of={explanation.attribution} />
        </Step>
      )}
      <Step name="Confidence">
        <Lines of={explanation.confidence} />
      </Step>
      <li>
        <details>
          <summary>The sentence as it was parsed</summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key */}
          <section className="scroll" tabIndex={0} aria-label="Parse in CoNLL-U">
            <pre>
              <VisibleText>{explanation.parse}</VisibleText>
            </pre>
          </section>
        </details>
      </li>
    </ol>
  );
}

function Step({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <li>
      <p className="caps step">{name}</p>
      {children}
    </li>
  );
}

function Lines({ of }: { readonly of: readonly string[] }) {
  if (of.length === 0) return null;
  return (
    <ul className="plain">
      {of.map((line) => (
        <li key={line}>
          <VisibleText>{line}</VisibleText>
        </li>
      ))}
    </ul>
  );
}
