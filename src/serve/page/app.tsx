import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import { Help } from './help.tsx';
import { IngestView } from './ingest/ingest-view.tsx';
import { OverviewView } from './overview/overview-view.tsx';
import { ReportsView } from './overview/reports-view.tsx';
import { Loading } from './parts/resource.tsx';
import { ViewTitle } from './parts/view-title.tsx';
import { ReportView } from './reader/report-view.tsx';
import { go, Link, usePlace } from './router.tsx';
import { useShortcuts } from './shortcuts.tsx';
import { THEMES, type Theme, useTheme } from './theme.ts';

const TimelineView = lazy(async () => ({ default: (await import('./timeline/timeline-view.tsx')).TimelineView }));

/** The views of the page: each path with what it shows. The first that fits is taken. */
const VIEWS: readonly (readonly [path: RegExp, show: (match: RegExpExecArray) => ReactNode])[] = [
  [/^\/$/, () => <OverviewView />],
  [/^\/reports\/?$/, () => <ReportsView />],
  [/^\/reports\/([^/]+)$/, (match) => <ReportView id={decodeURIComponent(match[1]!)} />],
  [/^\/timeline$/, () => <TimelineView />],
  [/^\/read$/, () => <IngestView />],
];

const LINKS = [
  { to: '/', name: 'Record' },
  { to: '/reports', name: 'Reports' },
  { to: '/timeline', name: 'Timeline' },
  { to: '/read', name: 'Read a text' },
] as const;

/** The whole page: its head, the view that the address names, and the list of keys. */
export function App() {
  const { path } = usePlace();
  const [theme, setTheme] = useTheme();
  const [isHelpOpen, setHelpOpen] = useState(false);
  useFocusOnNewView(path);
  useShortcuts([
    { key: '?', group: 'Everywhere', does: 'This list', run: () => setHelpOpen(true) },
    { key: '/', group: 'Everywhere', does: 'To the search field', run: focusSearch },
    { key: 'o', group: 'Everywhere', does: 'What the record holds', run: () => go('/') },
    { key: 'l', group: 'Everywhere', does: 'Timeline', run: () => go('/timeline') },
    { key: 'p', group: 'Everywhere', does: 'Paste and read a text', run: () => go('/read') },
    { key: 't', group: 'Everywhere', does: 'Light, dark or as the system', run: () => setTheme(nextTheme(theme)) },
  ]);
  return (
    <>
      <a className="skip" href="#main">
        Skip to the content
      </a>
      <header className="masthead">
        <Link to="/" className="wordmark">
          Chancery
        </Link>
        <nav aria-label="Views">
          {LINKS.map(({ to, name }) => (
            <Link key={to} to={to} {...(isCurrent(path, to) ? { 'aria-current': 'page' as const } : {})}>
              {name}
            </Link>
          ))}
        </nav>
        <div className="masthead-end">
          <ThemeSwitch theme={theme} onChange={setTheme} />
          <button
            type="button"
            className="help-button"
            aria-label="Keys"
            title="Keys (?)"
            onClick={() => setHelpOpen(true)}
          >
            ?
          </button>
        </div>
      </header>
      <Suspense fallback={<Loading />}>
        <View path={path} />
      </Suspense>
      <footer className="colophon quiet">
        <a href="/docs">The same as an API</a> · Everything on this page is on your own machine.
      </footer>
      <Help isOpen={isHelpOpen} onClose={() => setHelpOpen(false)} />
    </>
  );
}

function View({ path }: { readonly path: string }) {
  for (const [pattern, show] of VIEWS) {
    const match = pattern.exec(path);
    if (match) return show(match);
  }
  return (
    <main id="main">
      <ViewTitle>There is no such page</ViewTitle>
      <p>
        <Link to="/">What the record holds</Link>
      </p>
    </main>
  );
}

function ThemeSwitch({ theme, onChange }: { readonly theme: Theme; readonly onChange: (theme: Theme) => void }) {
  return (
    <label className="theme-switch">
      <span className="unseen">Theme</span>
      <select value={theme} onChange={(event) => onChange(event.target.value as Theme)}>
        {THEMES.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </select>
    </label>
  );
}

/** After a step to another view the focus stands on its heading, as it would on a new page. */
function useFocusOnNewView(path: string): void {
  const before = useRef(path);
  useEffect(() => {
    if (before.current === path) return;
    before.current = path;
    window.scrollTo(0, 0);
    if (focusHeading()) return;
    // The view is still being fetched: wait for its heading, unless somebody has gone elsewhere meanwhile.
    const at = document.activeElement;
    const observer = new MutationObserver(() => {
      const isElsewhere = document.activeElement !== at && document.activeElement !== document.body;
      if (isElsewhere || focusHeading()) observer.disconnect();
    });
    observer.observe(document.body, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, [path]);
}

function focusHeading(): boolean {
  const heading = document.querySelector<HTMLElement>('main h1');
  heading?.focus({ preventScroll: true });
  return heading !== null;
}

function focusSearch(): void {
  const field = document.querySelector<HTMLInputElement>('[data-search]');
  if (field) field.focus();
  else go('/timeline');
}

function isCurrent(path: string, to: string): boolean {
  return to === '/' ? path === '/' : path.startsWith(to);
}

function nextTheme(theme: Theme): Theme {
  return THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length]!;
}
