import { Fragment } from 'react';

// Characters that change how others are shown, or that nobody can see: control characters (but for tab and line feed),
// and the marks that turn or isolate the direction of a line.
const HIDDEN = /([\p{Cc}\p{Bidi_Control}])/u;

/** Text of a report as it stands, except that characters which could disguise it are shown by their code instead. */
export function VisibleText({ children: text }: { readonly children: string }) {
  if (!HIDDEN.test(text)) return text;
  let start = 0;
  return text.split(HIDDEN).map((piece) => {
    const key = start;
    start += piece.length;
    return (
      <Fragment key={key}>
        {HIDDEN.test(piece) && !/[\t\n]/.test(piece) ? <ControlCode char={piece} /> : piece}
      </Fragment>
    );
  });
}

function ControlCode({ char }: { readonly char: string }) {
  const code = `U+${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
  return (
    <span className="control-code" title="A character that cannot be seen">
      {code}
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
