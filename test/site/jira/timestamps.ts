import { tzOffset } from '@date-fns/tz';

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/**
 * An instant as Jira's REST API writes it for a reader in `timeZone`: `2026-11-18T10:30:00.000+0000`.
 * The offset has no colon and is the one that holds there at that instant.
 */
export function jiraTimestamp(instant: number, timeZone: string): string {
  const offset = tzOffset(timeZone, new Date(instant));
  const wall = new Date(instant + offset * 60_000).toISOString().slice(0, -1);
  const size = Math.abs(offset);
  return `${wall}${offset < 0 ? '-' : '+'}${twoDigits(Math.floor(size / 60))}${twoDigits(size % 60)}`;
}
