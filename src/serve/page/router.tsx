import { type AnchorHTMLAttributes, type MouseEvent, useSyncExternalStore } from 'react';

/** Where the page lives; everything under it is a view of the page. */
export const BASE = '/page';

const MOVED = 'chancery:moved';

export interface Place {
  /** The path under `BASE`, such as `/timeline`. */
  readonly path: string;
  readonly query: URLSearchParams;
}

/** The place that the address bar shows, kept up to date. */
export function usePlace(): Place {
  const href = useSyncExternalStore(subscribe, () => window.location.pathname + window.location.search);
  const url = new URL(href, window.location.origin);
  return { path: url.pathname.slice(BASE.length) || '/', query: url.searchParams };
}

/** Goes to another view; `replace` leaves no step behind for the Back button. */
export function go(to: string, options: { readonly replace?: boolean } = {}): void {
  if (options.replace) window.history.replaceState(null, '', BASE + to);
  else window.history.pushState(null, '', BASE + to);
  window.dispatchEvent(new Event(MOVED));
}

/** A link between views: a real one, so that it opens in a new tab when asked to. */
export function Link({ to, onClick, ...rest }: { readonly to: string } & AnchorHTMLAttributes<HTMLAnchorElement>) {
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    go(to);
  };
  return <a {...rest} href={BASE + to} onClick={follow} />;
}

function subscribe(onMove: () => void): () => void {
  window.addEventListener('popstate', onMove);
  window.addEventListener(MOVED, onMove);
  return () => {
    window.removeEventListener('popstate', onMove);
    window.removeEventListener(MOVED, onMove);
  };
}
