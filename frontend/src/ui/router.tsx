/** Addresses and pages: the History API and nothing else. */
import { type ComponentProps, type MouseEvent, useSyncExternalStore } from 'react';

const moved = 'throughline:moved';

function subscribe(listener: () => void): () => void {
  window.addEventListener('popstate', listener);
  window.addEventListener(moved, listener);
  return () => {
    window.removeEventListener('popstate', listener);
    window.removeEventListener(moved, listener);
  };
}

export const usePath = () => useSyncExternalStore(subscribe, () => window.location.pathname);
export const useQueryString = () => useSyncExternalStore(subscribe, () => window.location.search);

export function go(to: string, how: 'push' | 'replace' = 'push'): void {
  window.history[how === 'push' ? 'pushState' : 'replaceState'](null, '', to);
  window.dispatchEvent(new Event(moved));
  if (how === 'push') window.scrollTo(0, 0);
}

/** A real link: a plain click stays in the page, any other (new tab, download) is the browser's. */
export function A({ onClick, ...rest }: ComponentProps<'a'> & { href: string }) {
  function follow(event: MouseEvent<HTMLAnchorElement>) {
    onClick?.(event);
    const plain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
    if (!plain || event.defaultPrevented || rest.target) return;
    event.preventDefault();
    go(rest.href);
  }
  // biome-ignore-start lint/a11y: it is a link, with the address that it is given
  return <a {...rest} onClick={follow} />;
  // biome-ignore-end lint/a11y: it is a link, with the address that it is given
}
