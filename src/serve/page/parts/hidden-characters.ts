// Characters that change how others are shown, or that nobody can see: control characters (but for tab and line feed),
// and the marks that turn or isolate the direction of a line.
const HIDDEN = /((?![\t\n])[\p{Cc}\p{Bidi_Control}])/u;

/** A text cut before and after each hidden character, with the place of each piece in it. */
export function piecesOf(text: string): readonly { readonly start: number; readonly piece: string }[] {
  let end = 0;
  const pieces = text.split(HIDDEN).map((piece) => {
    const start = end;
    end += piece.length;
    return { start, piece };
  });
  return pieces.filter(({ piece }) => piece !== '');
}

/** Whether a piece is a hidden character. */
export function isHidden(piece: string): boolean {
  return HIDDEN.test(piece);
}

/** `U+202E` for the character that turns a line around. */
export function codeOf(char: string): string {
  return `U+${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** A text for where there are only letters to show it by (a label, a tooltip, a window's name): hidden characters by their code. */
export function plainText(text: string): string {
  return piecesOf(text)
    .map(({ piece }) => (isHidden(piece) ? codeOf(piece) : piece))
    .join('');
}
