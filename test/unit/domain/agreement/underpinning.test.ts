import * as fc from 'fast-check';
import { underpinning, type Terms } from '../../../../src/domain/agreement/underpinning';
import { serviceHours } from '../../../../src/domain/calendar/service-hours';
import { addWorkingTime, workingTimeBetween } from '../../../../src/domain/calendar/working-time';
import { days, hours, later, span, type Instant, type Span } from '../../../../src/domain/time/instant';
import { at, hoursOf, nineToFive } from '../../../support/builders';
import { law } from '../../../support/laws';

const monday = at('2026-11-16T00:00Z');
const officeHours = (within: Span): Terms => ({ hours: hoursOf('nine-to-five@1'), within });
const always = (within: Span): Terms => ({ hours: hoursOf('round-the-clock@1'), within });
const inAWeek = (under: Terms, over: Terms) => underpinning(under, over, monday, later(monday, days(7)));

/** What passes of the upper promise when work begins at `start` and the lower one is kept at the last moment. */
const used = (under: Terms, over: Terms, start: Instant): Span =>
  workingTimeBetween(over.hours, start, addWorkingTime(under.hours, start, under.within));

describe('g16: an OLA of 4 h on 9–17 Mon–Fri beneath an SLA of 8 h around the clock', () => {
  it('fails; the worst start is just after Friday 13:00, 68 h', () => {
    expect(inAWeek(officeHours(hours(4)), always(hours(8)))).toEqual({
      fits: false,
      worstStart: at('2026-11-20T13:00:00.001Z'),
      worstCase: hours(68),
    });
  });
});

describe('an underpinning agreement', () => {
  it('fits on the same hours as long as it is no longer', () => {
    expect(inAWeek(officeHours(hours(8)), officeHours(hours(8)))).toMatchObject({
      fits: true,
      worstCase: hours(8),
    });
    expect(inAWeek(officeHours(span(hours(8) + 1)), officeHours(hours(8))).fits).toBe(false);
  });

  it('fits beneath shorter hours, since its own go on when they end', () => {
    expect(inAWeek(always(hours(8)), officeHours(hours(8)))).toMatchObject({
      fits: true,
      worstStart: at('2026-11-16T09:00Z'),
      worstCase: hours(8),
    });
  });

  it('looks no further than it is asked to', () => {
    const friday = at('2026-11-20T09:00Z');
    expect(
      underpinning(officeHours(hours(4)), always(hours(8)), friday, later(friday, hours(4))),
    ).toMatchObject({
      fits: true,
      worstCase: hours(4),
    });
    expect(underpinning(officeHours(hours(4)), always(hours(8)), friday, friday).worstStart).toBe(friday);
  });

  it('is refused an answer beyond the years that calendars know', () => {
    expect(() => inAWeek(officeHours(hours(2_000_000)), always(hours(8)))).toThrow('calendar.beyond-horizon');
  });
});

describe('for any two promises', () => {
  const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`;
  const anyHours = fc
    .uniqueArray(fc.integer({ min: 0, max: 24 }), { minLength: 2, maxLength: 4 })
    .map((edges) => edges.sort((a, b) => a - b))
    .map(([a = 0, b = 24, c, d]) => [
      [clock(a), clock(b)] as const,
      ...(c !== undefined && d !== undefined ? [[clock(c), clock(d)] as const] : []),
    ]);
  const anyTerms = fc
    .record({
      mon: anyHours,
      tue: anyHours,
      thu: anyHours,
      within: fc.integer({ min: 1, max: 12 }).map(hours),
    })
    .map(({ within, ...weekly }): Terms => ({ hours: serviceHours({ ...nineToFive, weekly }), within }));
  const anyHour = fc.integer({ min: 0, max: 6 * 24 }).map((hour) => later(monday, hours(hour)));
  const anyDelay = fc.integer({ min: 0, max: hours(24) }).map(span);

  // Hours begin and end on the hour here, so a start on the hour or just after it is the worst.
  law(
    'no start takes more than the worst one',
    [anyTerms, anyTerms, anyHour, anyDelay],
    (under, over, from, delay) => {
      const { worstStart, worstCase, fits } = underpinning(under, over, from, later(from, days(1)));
      expect(used(under, over, worstStart)).toBe(worstCase);
      expect(used(under, over, later(from, delay))).toBeLessThanOrEqual(worstCase);
      expect(fits).toBe(worstCase <= over.within);
      const starts = Array.from({ length: 24 }, (_, hour) => later(from, hours(hour)));
      const critical = [...starts.flatMap((start) => [start, later(start, span(1))]), later(from, days(1))];
      const most = Math.max(...critical.map((start) => used(under, over, start)));
      expect(worstCase).toBe(most);
    },
  );
});
