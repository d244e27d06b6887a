import { useEffect, useRef } from 'react';
import { GROUPS, useKeyboard } from './shortcuts.tsx';

/** The keys that work here and now, and the switch that turns single keys off. */
export function Help({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const { enabled, setEnabled, listed } = useKeyboard();
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);
  const groups = GROUPS.map((group) => [group, listed().filter((shortcut) => shortcut.group === group)] as const);
  return (
    <dialog ref={dialog} className="help" aria-labelledby="help-title" onClose={onClose}>
      <h2 id="help-title">Keys</h2>
      {isOpen &&
        groups
          .filter(([, shortcuts]) => shortcuts.length > 0)
          .map(([group, shortcuts]) => (
            <section key={group}>
              <h3 className="caps">{group}</h3>
              <dl>
                {shortcuts.map(({ key, does }) => (
                  <div key={key}>
                    <dt>
                      <kbd>{key === 'Escape' ? 'Esc' : key}</kbd>
                    </dt>
                    <dd>{does}</dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
      <p>In the text and in the chart, the arrow keys go from mark to mark, Enter opens one.</p>
      <label className="chip">
        <input type="checkbox" checked={enabled} onChange={(event) => setEnabled(event.target.checked)} />
        <span>Single keys work</span>
      </label>
      <button type="button" className="primary" onClick={onClose}>
        Close
      </button>
    </dialog>
  );
}
