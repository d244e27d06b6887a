import { type FormEvent, useId, useState } from 'react';
import type { ActorEntry, List } from '../../wire.ts';
import { useResource } from '../api.ts';
import { plainText } from '../parts/hidden-characters.ts';
import { EVENT_TYPES, STATUSES } from '../parts/record-words.ts';
import { StatusGlyph } from '../parts/status-glyph.tsx';
import { withQuery } from '../with-query.ts';
import type { Question } from './questions.ts';

interface FiltersProps {
  readonly question: Question;
  readonly onAsk: (question: Question) => void;
}

/** The question above a timeline: whose, of which kind, in which status, when, with which words. */
export function Filters({ question, onAsk }: FiltersProps) {
  const [draft, setDraft] = useState(question);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onAsk({ ...draft, cursor: '' });
  };
  const set = (field: Partial<Question>) => setDraft({ ...draft, ...field });
  const setNow = (field: Partial<Question>) => {
    set(field);
    onAsk({ ...draft, ...field, cursor: '' });
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: the search element is not yet known everywhere
    <form className="filters" role="search" aria-label="What the timeline shows" onSubmit={submit}>
      <div className="filter-row">
        <ActorField label="Actor" value={draft.one} onChange={(one) => set({ one })} isSearch />
        <ActorField label="and" value={draft.other} onChange={(other) => set({ other })} />
        <Field label="Since" example="2023-01" value={draft.since} onChange={(since) => set({ since })} />
        <Field label="Until" example="2023-12" value={draft.until} onChange={(until) => set({ until })} />
        <Field label="Words" example="ceasefire" value={draft.q} onChange={(q) => set({ q })} />
        <button type="submit" className="primary">
          Show
        </button>
      </div>
      <fieldset className="chips">
        <legend className="caps">Status</legend>
        {STATUSES.map((status) => (
          <Chip
            key={status}
            isOn={draft.statuses.includes(status)}
            onToggle={() => setNow({ statuses: toggled(draft.statuses, status) })}
          >
            <StatusGlyph status={status} /> {status}
          </Chip>
        ))}
      </fieldset>
      <fieldset className="chips">
        <legend className="caps">Type</legend>
        {EVENT_TYPES.map((type) => (
          <Chip
            key={type}
            isOn={draft.types.includes(type)}
            onToggle={() => setNow({ types: toggled(draft.types, type) })}
          >
            {type.toLowerCase()}
          </Chip>
        ))}
      </fieldset>
    </form>
  );
}

interface FieldProps {
  readonly label: string;
  readonly example: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Field({ label, example, value, onChange }: FieldProps) {
  return (
    <label className="field">
      <span className="caps">{label}</span>
      <input
        type="text"
        value={value}
        placeholder={example}
        size={10}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}

interface ActorFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly isSearch?: boolean;
}

/** A field for somebody in the record; it offers who is there, by name, as one types. */
function ActorField({ label, value, onChange, isSearch }: ActorFieldProps) {
  const list = useId();
  const found = useResource<List<ActorEntry>>(
    withQuery('/actors', { name: value.length > 1 ? value : '', limit: '12' }),
  );
  return (
    <label className="field field-actor">
      <span className="caps">{label}</span>
      <input
        type="text"
        value={value}
        list={list}
        autoComplete="off"
        {...(isSearch ? { 'data-search': '' } : {})}
        onChange={(event) => onChange(event.target.value)}
      />
      <datalist id={list}>
        {found.state === 'ready' &&
          found.answer.entries.map(({ id, name, country }) => (
            <option key={id} value={id}>
              {plainText([name, country].filter(Boolean).join(', '))}
            </option>
          ))}
      </datalist>
    </label>
  );
}

interface ChipProps {
  readonly isOn: boolean;
  readonly onToggle: () => void;
  readonly children: React.ReactNode;
}

function Chip({ isOn, onToggle, children }: ChipProps) {
  return (
    <label className={`chip ${isOn ? 'on' : ''}`}>
      <input type="checkbox" checked={isOn} onChange={onToggle} />
      <span>{children}</span>
    </label>
  );
}

function toggled(values: readonly string[], value: string): readonly string[] {
  return values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
}
