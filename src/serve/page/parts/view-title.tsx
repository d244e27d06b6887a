import { useEffect } from 'react';
import { plainText } from './hidden-characters.ts';
import { Name } from './visible-text.tsx';

/** The heading of a view, which also names the window. */
export function ViewTitle({ children }: { readonly children: string }) {
  useWindowTitle(children);
  return (
    <h1 tabIndex={-1}>
      <Name>{children}</Name>
    </h1>
  );
}

export function useWindowTitle(title: string): void {
  useEffect(() => {
    document.title = `${plainText(title)} · Chancery`;
  }, [title]);
}
