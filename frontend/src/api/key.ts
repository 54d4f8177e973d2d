/** The operator's key, which lives as long as the tab. */
import { useSyncExternalStore } from 'react';

const KEY = 'throughline.operator';
const listeners = new Set<() => void>();
export const key = () => sessionStorage.getItem(KEY);
function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
/** Whether the server no longer knew the key that this tab had. */
let ended = false;
export const useEnded = () => useSyncExternalStore(subscribe, () => ended);
export const useKey = () => useSyncExternalStore(subscribe, key);
export function keepKey(value: string | null, refused = false): void {
  ended = refused;
  if (value === null) sessionStorage.removeItem(KEY);
  else sessionStorage.setItem(KEY, value);
  for (const listener of listeners) listener();
}
