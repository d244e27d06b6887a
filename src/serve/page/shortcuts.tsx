import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { keep, kept } from './theme.ts';

/** How the list of keys is divided. */
export const GROUPS = ['Everywhere', 'Report', 'Timeline'] as const;

/** One key and what it does here. `group` orders the list that `?` opens. */
export interface Shortcut {
  readonly key: string;
  readonly does: string;
  readonly group: (typeof GROUPS)[number];
  readonly run: () => void;
}

interface Keyboard {
  readonly enabled: boolean;
  readonly setEnabled: (enabled: boolean) => void;
  readonly register: (shortcuts: readonly Shortcut[]) => () => void;
  readonly listed: () => readonly Shortcut[];
}

const KeyboardContext = createContext<Keyboard | null>(null);
const KEY = 'chancery.shortcuts';

/** Listens for single keys for as long as they are switched on (WCAG 2.1.4), and never while somebody types. */
export function KeyboardProvider({ children }: { readonly children: ReactNode }) {
  const sets = useRef(new Set<readonly Shortcut[]>());
  const [enabled, setEnabled] = useState(() => kept(KEY) !== 'off');
  useEffect(() => {
    if (!enabled) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target)) return;
      const shortcut = [...sets.current].flat().find(({ key }) => key === event.key);
      if (!shortcut) return;
      event.preventDefault();
      shortcut.run();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [enabled]);
  const keyboard = useMemo(
    (): Keyboard => ({
      enabled,
      setEnabled: (next) => {
        setEnabled(next);
        keep(KEY, next ? null : 'off');
      },
      register: (shortcuts) => {
        sets.current.add(shortcuts);
        return () => sets.current.delete(shortcuts);
      },
      listed: () => [...sets.current].flat(),
    }),
    [enabled],
  );
  return <KeyboardContext value={keyboard}>{children}</KeyboardContext>;
}

export function useKeyboard(): Keyboard {
  return useContext(KeyboardContext)!;
}

/** Offers shortcuts while a component is shown; what they do may change with each render. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const { register } = useKeyboard();
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  useEffect(() => {
    const stable = latest.current.map((shortcut, index) => ({ ...shortcut, run: () => latest.current[index]?.run() }));
    return register(stable);
  }, [register]);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest('input:not([type=checkbox]), textarea, select, dialog') !== null
  );
}
