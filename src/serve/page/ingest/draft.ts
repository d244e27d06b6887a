/** A report to be read, as the form holds it: empty fields are not known. */
export interface Draft {
  readonly text: string;
  readonly published: string;
  readonly title: string;
  readonly outlet: string;
  readonly url: string;
}

export const EMPTY_DRAFT: Draft = { text: '', published: '', title: '', outlet: '', url: '' };

/** The draft of a dropped file: its text, with what was already filled in. */
export async function fileDraft(file: File, draft: Draft): Promise<Draft> {
  return { ...draft, text: await file.text() };
}
