interface Labelled {
  readonly outlet: string | null;
  readonly source: string;
}

/** What to call a report's origin in a line: its outlet, else the last part of the path or address that it was read from. */
export function originOf({ outlet, source }: Labelled): string {
  return outlet ?? source.split('/').findLast((part) => part !== '') ?? source;
}
