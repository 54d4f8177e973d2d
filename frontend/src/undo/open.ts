/** Whether a form is on the page: Ctrl+Z belongs to it then, and nothing leads away from what was typed. */
import { useEffect } from 'react';

let open = 0;
export const formIsOpen = () => open > 0;
export function useFormOpen(): void {
  useEffect(() => {
    open += 1;
    return () => {
      open -= 1;
    };
  }, []);
}
