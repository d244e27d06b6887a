import { Fragment } from 'react';
import { codeOf, isHidden, piecesOf } from './hidden-characters.ts';

/** Text of a report as it stands, except that characters which could disguise it are shown by their code instead. */
export function VisibleText({ children: text }: { readonly children: string }) {
  return piecesOf(text).map(({ start, piece }) => (
    <Fragment key={start}>{isHidden(piece) ? <ControlCode char={piece} /> : piece}</Fragment>
  ));
}

function ControlCode({ char }: { readonly char: string }) {
  return (
    <span className="control-code" title="A character that cannot be seen">
      {codeOf(char)}
    </span>
  );
}

/** A name or a line from a report, kept from changing the direction of what stands beside it. */
export function Name({ children }: { readonly children: string }) {
  return (
    <bdi>
      <VisibleText>{children}</VisibleText>
    </bdi>
  );
}
