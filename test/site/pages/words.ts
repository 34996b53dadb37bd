import type { StatusCategoryKey } from '../jira/model';

/** "20 Nov 2026, 10:30" in a zone. */
export function dateTime(instant: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(
    instant,
  );
}

const steps = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** "3 hours ago", counted down to whole units; "just now" under a minute. */
export function ago(instant: number, now: number): string {
  for (const [unit, size] of steps) {
    const count = Math.floor((now - instant) / size);
    if (count >= 1) return `${count} ${unit}${count === 1 ? '' : 's'} ago`;
  }
  return 'just now';
}

/** The lozenge of a status by its category. */
export const lozenges: Readonly<Record<StatusCategoryKey, string>> = {
  new: 'lozenge grey',
  indeterminate: 'lozenge blue',
  done: 'lozenge green',
};

/** "AM" for Alex Morgan, "R2" for Resolver 249. */
export function initials(displayName: string): string {
  const words = displayName.split(' ');
  return `${words[0]?.charAt(0) ?? ''}${words.at(-1)?.charAt(0) ?? ''}`.toUpperCase();
}
