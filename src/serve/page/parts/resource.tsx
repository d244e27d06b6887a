import type { ReactNode } from 'react';
import type { ErrorWire } from '../../wire.ts';
import type { Resource } from '../api.ts';

/** What a request came to: a word while it runs, the error with its hint, or the answer through `children`. */
export function Loaded<Answer>(props: {
  readonly resource: Resource<Answer>;
  readonly children: (answer: Answer) => ReactNode;
}) {
  const { resource, children } = props;
  if (resource.state === 'loading') return <Loading />;
  if (resource.state === 'failed') return <Failure error={resource.error} />;
  return children(resource.answer);
}

export function Loading() {
  return (
    <p className="quiet loading" role="status">
      Reading…
    </p>
  );
}

export function Failure({ error }: { readonly error: ErrorWire }) {
  return (
    <div className="failure" role="alert">
      <p>
        {error.message} <code>{error.code}</code>
      </p>
      {error.expected && <p>Expected: {error.expected.join(', ')}</p>}
      {error.hint && <p>{error.hint}</p>}
    </div>
  );
}
