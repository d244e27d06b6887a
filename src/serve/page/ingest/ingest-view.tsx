import { type DragEvent, type FormEvent, useState } from 'react';
import type { Overview, ReadingWire } from '../../wire.ts';
import { ask, forgetAnswers, type Resource, useResource } from '../api.ts';
import { Failure, Loading } from '../parts/resource.tsx';
import { ViewTitle } from '../parts/view-title.tsx';
import { Reader } from '../reader/reader.tsx';
import { Link } from '../router.tsx';
import { type Draft, EMPTY_DRAFT, fileDraft } from './draft.ts';
import { DraftFields } from './draft-fields.tsx';

/** A place to paste or drop a report and see it read. Nothing is kept unless the server was told that it may. */
export function IngestView() {
  const overview = useResource<Overview>('/overview');
  const [draft, setDraft] = useState<Draft>(EMPTY_DRAFT);
  const [reading, setReading] = useState<Resource<ReadingWire> | null>(null);
  const [isOver, setOver] = useState(false);
  const read = async (what: Draft) => {
    setReading({ state: 'loading' });
    setReading(await ask<ReadingWire>('/read', post(what)));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void read(draft);
  };
  const drop = async (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (!file) return;
    const dropped = await fileDraft(file, draft);
    setDraft(dropped);
    await read(dropped);
  };
  const canWrite = overview.state === 'ready' && overview.answer.can.write;
  return (
    <main
      id="main"
      className={`ingest ${isOver ? 'over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <ViewTitle>Read a text</ViewTitle>
      <form onSubmit={submit} className="draft">
        <DraftFields draft={draft} onChange={setDraft} />
        <button type="submit" className="primary" disabled={draft.text.trim() === '' || reading?.state === 'loading'}>
          Read it
        </button>{' '}
        <span className="quiet">Nothing leaves this machine; reading keeps nothing.</span>
      </form>
      <div aria-live="polite">
        {reading?.state === 'loading' && <Loading />}
        {reading?.state === 'failed' && <Failure error={reading.error} />}
      </div>
      {reading?.state === 'ready' && (
        <>
          {canWrite && <KeepButton key={reading.answer.record.report.id} draft={draft} />}
          <FreshReading key={reading.answer.record.report.id} reading={reading.answer} />
        </>
      )}
    </main>
  );
}

function FreshReading({ reading }: { readonly reading: ReadingWire }) {
  const [openEvent, setOpenEvent] = useState<string | null>(null);
  const { record, explanations } = reading;
  return (
    <Reader
      record={record}
      explanationOf={(id) => explanations.find(({ event }) => event === id) ?? null}
      openEvent={openEvent}
      onOpenEvent={setOpenEvent}
    />
  );
}

function KeepButton({ draft }: { readonly draft: Draft }) {
  const [kept, setKept] = useState<Resource<{ readonly id: string; readonly outcome: string }> | null>(null);
  const keep = async () => {
    setKept({ state: 'loading' });
    const answer = await ask<{ readonly id: string; readonly outcome: string }>('/reports', post(draft));
    forgetAnswers();
    setKept(answer);
  };
  if (kept?.state === 'ready') {
    return (
      <p role="status">
        {kept.answer.outcome === 'unchanged' ? 'It was in the record already' : 'It is in the record now'}:{' '}
        <Link to={`/reports/${encodeURIComponent(kept.answer.id)}`}>open it there</Link>.
      </p>
    );
  }
  return (
    <p>
      <button type="button" onClick={keep} disabled={kept?.state === 'loading'}>
        Keep it in the record
      </button>
      {kept?.state === 'failed' && <Failure error={kept.error} />}
    </p>
  );
}

function post(draft: Draft): RequestInit {
  const given = Object.entries(draft).filter(([, value]) => value.trim() !== '');
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(Object.fromEntries(given)),
  };
}
