import { EARLIEST, HORIZON, type Instant } from '../../../../src/domain/time/instant';
import type { LocalDate } from '../../../../src/domain/time/local-date';
import { DAY } from '../../../../src/domain/time/wall-clock';
import { firstInstantAt } from '../../../../src/domain/time/offset-periods';
import { wallReading, type Zone } from '../../../../src/domain/time/zone';

const MINUTE = 60_000;
/** Beyond it no zone is looked up. */
const MARGIN = 3 * DAY;

/** What a field for a date and a time holds for an instant, on the clock of a zone: `2026-11-18T12:00`. */
export function wallInput(at: Instant, zone: Zone): string {
  return new Date(Math.floor(wallReading(zone, at) / MINUTE) * MINUTE).toISOString().slice(0, 16);
}

/** The instant that such a field means there; undefined when it is empty, or beyond the years that are known. */
export function instantOf(input: string, zone: Zone): Instant | undefined {
  const wall = Date.parse(`${input}Z`);
  const isKnown = wall > EARLIEST + MARGIN && wall < HORIZON - MARGIN;
  return isKnown ? firstInstantAt(zone, wall) : undefined;
}

/** The day that it is on the clock of a zone. */
export const dayOf = (at: Instant, zone: Zone): LocalDate =>
  wallInput(at, zone).slice(0, 'YYYY-MM-DD'.length);
