import { useEffect, useRef, type RefObject } from 'react';

const FIRST = 'input, select, textarea, button';

/**
 * Keeps the focus where the reader works: whoever adds a row wants to fill it in, and whoever removes one finds the button
 * that adds the next, since the one they pressed is gone.
 */
export function useRowFocus<Of extends HTMLElement>(rows: number): RefObject<Of> {
  const container = useRef<Of>(null);
  const shown = useRef(rows);
  useEffect(() => {
    const inside = (selector: string): HTMLElement | undefined =>
      [...(container.current?.querySelectorAll<HTMLElement>(selector) ?? [])].find(
        (found) => found.closest('[data-rows]') === container.current,
      );
    if (rows === shown.current + 1) {
      const last = [...(container.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])].findLast(
        (row) => row.parentElement?.closest('[data-rows]') === container.current,
      );
      (last?.querySelector<HTMLElement>('[data-focus]') ?? last?.querySelector<HTMLElement>(FIRST))?.focus();
    } else if (rows === shown.current - 1) inside('[data-adds] button, [data-adds] select')?.focus();
    shown.current = rows;
  }, [rows]);
  return container;
}
