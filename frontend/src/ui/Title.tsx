import { useEffect, useLayoutEffect, useRef } from 'react';
import { usePath } from './router';

/** The page that was named last, and whether its heading had the focus when it went: its successor takes it over. */
const last = { path: window.location.pathname, held: false };

/** Names the page and, after a change of page, takes the focus: the document's title and its h1 are one. */
export function Title({ children }: { children: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const path = usePath();
  useEffect(() => {
    document.title = path === '/' ? 'Throughline' : `${children} · Throughline`;
  }, [children, path]);
  useLayoutEffect(() => {
    const own = heading.current;
    return () => {
      last.held = document.activeElement === own;
    };
  }, []);
  useEffect(() => {
    if (last.path !== path || last.held) heading.current?.focus({ preventScroll: true });
    last.path = path;
    last.held = false;
  }, [path]);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}
