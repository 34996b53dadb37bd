import { serviceHours } from '../../../../src/domain/calendar/service-hours';
import { outageFigures, type Counted } from '../../../../src/domain/outage/outage-figures';
import { hours, minutes } from '../../../../src/domain/time/instant';
import { at, nineToFive, onWednesday, roundTheClock } from '../../../support/builders';

const wednesday = { from: at('2026-11-18T00:00Z'), to: at('2026-11-19T00:00Z') };
const [always, officeHours] = [serviceHours(roundTheClock), serviceHours(nineToFive)];
const later = at('2026-12-01T00:00Z');

const failed = (begin: string, end?: string, more: Partial<Counted> = {}): Counted => ({
  begin: onWednesday(begin),
  ...(end !== undefined && { end: onWednesday(end) }),
  planned: false,
  degree: 'full',
  ...more,
});
const figures = (outages: readonly Counted[], { period = wednesday, hours = always, now = later } = {}) =>
  outageFigures(outages, period, hours, now);

describe('what outages come to', () => {
  it('counts those that overlap or meet once', () => {
    const outages = [failed('09:00', '10:00'), failed('09:30', '11:00'), failed('11:00', '12:00')];
    expect(figures(outages)).toMatchObject({
      downMs: hours(3),
      count: 1,
      longestMs: hours(3),
      mttrMs: hours(3),
      availability: 21 / 24,
    });
    expect(figures(outages)).not.toHaveProperty('mttfMs');
    expect(figures(outages)).not.toHaveProperty('mtbfMs');
  });

  it('tells restoration to failure from start to start', () => {
    const outages = [failed('01:00', '02:00'), failed('05:00', '07:00'), failed('12:00', '12:30')];
    expect(figures(outages)).toMatchObject({
      count: 3,
      mttrMs: minutes(70),
      mttfMs: hours(4),
      mtbfMs: minutes(330),
    });
  });

  it('knows no mean of nothing, and no share of no service', () => {
    expect(figures([])).toEqual({
      agreedMs: hours(24),
      downMs: 0,
      degradedMs: 0,
      availability: 1,
      count: 0,
      longestMs: 0,
    });
    const sunday = { from: at('2026-11-22T00:00Z'), to: at('2026-11-23T00:00Z') };
    expect(figures([], { period: sunday, hours: officeHours })).toMatchObject({
      agreedMs: 0,
      availability: undefined,
    });
  });

  it('counts down time within the hours that are agreed, and repair in real time', () => {
    const outages = [failed('07:00', '10:00')];
    expect(figures(outages, { hours: officeHours })).toMatchObject({
      agreedMs: hours(8),
      downMs: hours(1),
      availability: 7 / 8,
      mttrMs: hours(3),
    });
  });

  it('does not count what was planned, nor what failed meanwhile as down time', () => {
    const planned = failed('09:00', '11:00', { planned: true });
    expect(figures([planned])).toMatchObject({ count: 0, downMs: 0, availability: 1 });
    expect(figures([planned, failed('10:00', '12:00')])).toMatchObject({
      count: 1,
      downMs: hours(1),
      mttrMs: hours(2),
    });
  });

  it('does not count what was withdrawn', () => {
    expect(figures([failed('09:00', '10:00', { withdrawn: { reason: 'Twice' } })])).toMatchObject({
      count: 0,
      downMs: 0,
    });
  });

  it('counts a degraded service as a failure without down time, once where both are so', () => {
    const outages = [failed('09:00', '12:00', { degree: 'degraded' }), failed('10:00', '11:00')];
    expect(figures(outages)).toMatchObject({
      count: 1,
      downMs: hours(1),
      degradedMs: hours(2),
      mttrMs: hours(3),
    });
  });

  it('counts what goes on until now, and until the end of the period', () => {
    expect(figures([failed('22:00')], { now: onWednesday('23:00') })).toEqual({
      agreedMs: hours(23),
      downMs: hours(1),
      degradedMs: 0,
      availability: 22 / 23,
      count: 1,
      longestMs: hours(1),
    });
    expect(figures([failed('22:00')])).toMatchObject({ downMs: hours(2), longestMs: hours(2) });
  });

  it('counts in each period that it touches, and as repaired in that of its end', () => {
    const outages = [{ ...failed('22:00'), end: at('2026-11-19T03:00Z') }];
    const thursday = { from: wednesday.to, to: at('2026-11-20T00:00Z') };
    expect(figures(outages)).toMatchObject({ count: 1, downMs: hours(2), longestMs: hours(2) });
    expect(figures(outages)).not.toHaveProperty('mttrMs');
    expect(figures(outages, { period: thursday })).toMatchObject({
      count: 1,
      downMs: hours(3),
      mttrMs: hours(5),
    });
  });
});
