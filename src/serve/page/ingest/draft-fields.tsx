import type { Draft } from './draft.ts';

interface DraftFieldsProps {
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
}

/** The text and what may be known about it. The publication date matters most: "next week" is counted from it. */
export function DraftFields({ draft, onChange }: DraftFieldsProps) {
  const set = (field: keyof Draft) => (event: { readonly target: { readonly value: string } }) =>
    onChange({ ...draft, [field]: event.target.value });
  return (
    <>
      <label className="field field-whole">
        <span className="caps">Text</span>
        <textarea data-search="" rows={draft.text ? 6 : 12} value={draft.text} onChange={set('text')} />
        <span className="quiet">Paste it, or drop a file anywhere on this page.</span>
      </label>
      <div className="filter-row">
        <label className="field field-date">
          <span className="caps">Published</span>
          <input type="date" value={draft.published} onChange={set('published')} />
        </label>
        <label className="field">
          <span className="caps">Outlet</span>
          <input value={draft.outlet} onChange={set('outlet')} />
        </label>
        <label className="field field-wide">
          <span className="caps">Title</span>
          <input value={draft.title} onChange={set('title')} />
        </label>
        <label className="field field-wide">
          <span className="caps">Address</span>
          <input type="url" value={draft.url} onChange={set('url')} />
        </label>
      </div>
    </>
  );
}
