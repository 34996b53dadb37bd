import { useEffect, useRef, type RefObject } from 'react';

const FIRST = 'input, select, textarea, button';

/**
 * Keeps the focus where the reader works: whoever adds a row wants to fill it in, and whoever removes one finds the button
 * that brings it back or adds the next, since the one they pressed is gone.
 */
export function useRowFocus<Of extends HTMLElement>(rows: number): RefObject<Of> {
  const container = useRef<Of>(null);
  const shown = useRef(rows);
  useEffect(() => {
    const own = (selector: string): HTMLElement | undefined =>
      [...(container.current?.querySelectorAll<HTMLElement>(selector) ?? [])].findLast(
        (found) => found.parentElement?.closest('[data-rows]') === container.current,
      );
    if (rows === shown.current + 1) {
      const last = own('[data-row]');
      (last?.querySelector<HTMLElement>('[data-focus]') ?? last?.querySelector<HTMLElement>(FIRST))?.focus();
    } else if (rows === shown.current - 1) {
      (own('[data-undo] button') ?? own('[data-adds]')?.querySelector<HTMLElement>('button'))?.focus();
    }
    shown.current = rows;
  }, [rows]);
  return container;
}

/**
 * Keeps the focus at a place whose parts were exchanged for others, which took the button with them that the reader pressed:
 * at the last row, where there are rows now, or at the first choice.
 *
 * @param kind changes when the parts are exchanged.
 */
export function useKeptFocus<Of extends HTMLElement>(kind: boolean): RefObject<Of> {
  const place = useRef<Of>(null);
  const shown = useRef(kind);
  useEffect(() => {
    if (kind === shown.current) return;
    shown.current = kind;
    if (document.activeElement !== document.body) return;
    const within =
      [...(place.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])].at(-1) ?? place.current;
    (within?.querySelector<HTMLElement>('select') ?? within?.querySelector<HTMLElement>(FIRST))?.focus();
  }, [kind]);
  return place;
}
