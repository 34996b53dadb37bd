import { days, instant, minutes } from '../../../../src/domain/time/instant';
import { offsetPeriods } from '../../../../src/domain/time/offset-periods';
import { WallClock } from '../../../support/oracle/wall-clock';

/** Among them clocks that change like the year before but for a few days in between, which came or fell away. */
const [FIRST, LAST] = [1999, 2031];
const FROM = instant(Date.UTC(FIRST, 0, 1));
const TO = instant(Date.UTC(LAST + 1, 0, 1));
/** No clock has changed twice within seven days since 1970. */
const STEP = days(5);

const zones = Intl.supportedValuesOf('timeZone');
const areas = new Set(zones.map((zone) => zone.replace(/\/.*/, '')));

/** How far a clock is ahead of UTC, in milliseconds, read off its date and time of day. */
function ahead(zone: string, at: number): number {
  return WallClock.in(zone).reading(at) * minutes(1) - at;
}

/** What the engine says of a zone that its clock does not show: none. */
function mistakes(zone: string): string[] {
  const said = (at: number, offset: number): string =>
    `${zone} ${new Date(at).toISOString()}: ${offset} for ${ahead(zone, at)}`;
  const found: string[] = [];
  let next: number = FROM;
  for (const { start, end, offset } of offsetPeriods(zone, FROM, TO)) {
    const look = [start, end - minutes(1)];
    for (; next < end; next += STEP) look.push(next);
    found.push(...look.filter((at) => ahead(zone, at) !== offset).map((at) => said(at, offset)));
  }
  return next < TO ? [...found, `${zone} ends before its time`] : found;
}

describe(`from ${FIRST} to ${LAST}`, () => {
  it.each([...areas])('the engine knows when the clocks of %s change', (area) => {
    expect(zones.filter((zone) => zone.startsWith(area)).flatMap(mistakes)).toEqual([]);
  });
});
