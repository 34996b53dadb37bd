import type { WallInterval } from '../../../../../src/domain/calendar/calendar';

/**
 * Hours as people type them: `9-12:30, 13:30-17`, `22:00–06:00`. What is no time stays as it was typed, so that the rule
 * that refuses it can name it.
 */
export function hoursOf(text: string): WallInterval[] {
  return text
    .split(/[,;，；、]/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
    .map((piece) => {
      const [from = '', to = '', ...more] = piece.split(/\s*(?:[-–—~～至]|\bto\b)\s*/);
      return [timeOf(from), more.length > 0 ? piece : timeOf(to)];
    });
}

export function hoursText(hours: readonly WallInterval[]): string {
  return hours.map(([from, to]) => `${from}–${to}`).join(', ');
}

/** `9`, `0900`, `9.30` and `9：30` as `09:00` and `09:30`. */
function timeOf(text: string): string {
  const [, hour, minute = '00', second] =
    /^(\d{1,2})(?:[:.：]?(\d{2}))?(?:[:：](\d{2}))?$/.exec(text.trim()) ?? [];
  if (hour === undefined) return text.trim();
  return [hour.padStart(2, '0'), minute, ...(second === undefined ? [] : [second])].join(':');
}
