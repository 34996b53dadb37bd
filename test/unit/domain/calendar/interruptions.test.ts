import { openPeriods } from '../../../../src/domain/calendar/openings';
import { serviceHours } from '../../../../src/domain/calendar/service-hours';
import { at, nineToFive } from '../../../support/builders';

/** What is open from Wednesday 2026-11-18 to the end of Friday, with hours cut out of Wednesday's date. */
function openWith(
  weekly: (typeof nineToFive)['weekly'],
  cut: readonly (readonly [string, string])[],
): string[] {
  const hours = serviceHours({
    ...nineToFive,
    weekly,
    interruptions: [{ date: '2026-11-18', hours: cut, name: 'Maintenance' }],
  });
  return openPeriods(hours, at('2026-11-18T00:00Z'), at('2026-11-21T00:00Z')).map(
    ({ start, end }) =>
      `${new Date(start).toISOString().slice(8, 16)}–${new Date(end).toISOString().slice(8, 16)}`,
  );
}

const day = [['09:00', '17:00']] as const;
const night = [['22:00', '06:00']] as const;

describe('an interruption', () => {
  it.each([
    ['in the middle', [['12:00', '13:00']], ['18T09:00–18T12:00', '18T13:00–18T17:00']],
    [
      'at both ends',
      [
        ['08:00', '10:00'],
        ['16:00', '18:00'],
      ],
      ['18T10:00–18T16:00'],
    ],
    ['that takes all', [['09:00', '17:00']], []],
    [
      'outside the hours',
      [
        ['06:00', '09:00'],
        ['17:00', '20:00'],
      ],
      ['18T09:00–18T17:00'],
    ],
    [
      'in pieces that overlap',
      [
        ['11:00', '13:00'],
        ['12:00', '14:00'],
      ],
      ['18T09:00–18T11:00', '18T14:00–18T17:00'],
    ],
  ] as const)('%s is cut out', (_, cut, expected) => {
    expect(openWith({ wed: day }, cut)).toEqual(expected);
  });

  it('is cut out of whichever day’s shift it falls in', () => {
    expect(openWith({ tue: night }, [['02:00', '03:00']])).toEqual([
      '18T00:00–18T02:00',
      '18T03:00–18T06:00',
    ]);
  });

  it('may run over midnight, into the next shift too', () => {
    expect(openWith({ wed: [['20:00', '24:00']], thu: [['02:00', '08:00']] }, [['23:00', '04:00']])).toEqual([
      '18T20:00–18T23:00',
      '19T04:00–19T08:00',
    ]);
  });
});
