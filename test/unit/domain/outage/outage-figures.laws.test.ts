import * as fc from 'fast-check';
import { serviceHours } from '../../../../src/domain/calendar/service-hours';
import { outageFigures, type Counted } from '../../../../src/domain/outage/outage-figures';
import { degrees } from '../../../../src/domain/outage/outage';
import { instant } from '../../../../src/domain/time/instant';
import { nineToFiveInBerlin, onWednesday } from '../../../support/builders';
import { law } from '../../../support/laws';

const QUARTER = 900_000;
const hours = serviceHours(nineToFiveInBerlin);
/** Quarters of an hour since that day, within a month. */
const when = fc.integer({ min: 0, max: 2_900 }).map((n) => instant(onWednesday('00:00') + n * QUARTER));
const anOutage: fc.Arbitrary<Counted> = fc
  .record({
    begin: when,
    length: fc.option(fc.integer({ min: 1, max: 300 }), { nil: undefined }),
    planned: fc.boolean(),
    degree: fc.constantFrom(...degrees),
    isWithdrawn: fc.boolean(),
  })
  .map(({ begin, length, planned, degree, isWithdrawn }) => ({
    begin,
    ...(length !== undefined && { end: instant(begin + length * QUARTER) }),
    planned,
    degree,
    ...(isWithdrawn && { withdrawn: { reason: 'Twice' } }),
  }));
const outages = fc.array(anOutage, { maxLength: 8 });
const inOrder = (...points: number[]) => points.sort((a, b) => a - b).map(instant);

describe('figures of outages', () => {
  law('do not go by the order in which outages come', [outages, when, when, when], (some, a, b, now) => {
    const [from, to] = inOrder(a, b);
    const period = { from: from!, to: to! };
    expect(outageFigures([...some].reverse(), period, hours, now)).toEqual(
      outageFigures(some, period, hours, now),
    );
  });

  law('have an availability between none and all', [outages, when, when, when], (some, a, b, now) => {
    const [from, to] = inOrder(a, b);
    const { agreedMs, downMs, degradedMs, availability } = outageFigures(
      some,
      { from: from!, to: to! },
      hours,
      now,
    );
    expect(downMs + degradedMs).toBeLessThanOrEqual(agreedMs);
    if (agreedMs === 0) expect(availability).toBeUndefined();
    else expect(availability! >= 0 && availability! <= 1).toBe(true);
  });

  law(
    'stay the same when an outage is written down as two that meet',
    [outages, anOutage, when, fc.tuple(when, when)],
    (others, one, cut, [a, now]) => {
      const [from, to] = inOrder(a, onWednesday('00:00'));
      if (cut <= one.begin || cut >= (one.end ?? Infinity)) return true;
      const halves = [
        { ...one, end: cut },
        { ...one, begin: cut },
      ];
      const period = { from: from!, to: to! };
      expect(outageFigures([...others, ...halves], period, hours, now)).toEqual(
        outageFigures([...others, one], period, hours, now),
      );
      return true;
    },
  );

  law(
    'add up over periods that meet',
    [outages, when, when, fc.tuple(when, when)],
    (some, a, b, [c, now]) => {
      const [from, middle, to] = inOrder(a, b, c);
      const of = (start: typeof from, end: typeof from) =>
        outageFigures(some, { from: start!, to: end! }, hours, now);
      const [first, second, both] = [of(from, middle), of(middle, to), of(from, to)];
      for (const key of ['agreedMs', 'downMs', 'degradedMs'] as const)
        expect(first[key] + second[key]).toBe(both[key]);
    },
  );
});
