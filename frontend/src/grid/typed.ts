import { useEffect, useRef, useState } from 'react';

/** What is typed goes into the address a moment later; what the address says otherwise is typed. */
export function useTyped(q: string, settle: (q: string) => void) {
  const [typed, setTyped] = useState(q);
  const asked = useRef(q);
  useEffect(() => {
    if (q === asked.current) return;
    asked.current = q;
    setTyped(q);
  }, [q]);
  useEffect(() => {
    if (typed.trim() === asked.current) return;
    const wait = setTimeout(() => {
      asked.current = typed.trim();
      settle(asked.current);
    }, 250);
    return () => clearTimeout(wait);
  }, [typed, settle]);
  return [typed, setTyped] as const;
}
