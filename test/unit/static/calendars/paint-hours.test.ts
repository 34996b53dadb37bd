import {
  cellState,
  overhang,
  painted,
  spansOf,
} from '../../../../static/app/src/pages/calendars/paint-hours';
import { hoursOf, hoursText } from '../../../../static/app/src/pages/calendars/hours-text';

const at = (hour: number): number => hour * 2;

describe('painting a day', () => {
  it.each([
    ['', [at(9), at(17) - 1], '09:00–17:00'],
    ['09:00–12:00', [at(12), at(13) - 1], '09:00–13:00'],
    ['09:00–12:00, 13:00–17:00', [at(12), at(13) - 1], '09:00–17:00'],
    ['09:15–12:00', [at(9), at(9)], '09:00–12:00'],
    ['', [at(23), at(24) - 1], '23:00–24:00'],
    ['22:00–06:00', [at(20), at(22) - 1], '20:00–06:00'],
    ['20:00–06:00', [at(0), at(20) - 1], '00:00–24:00'],
  ] as const)('opens: %s and half hours %j give %s', (before, range, after) => {
    expect(hoursText(painted(hoursOf(before), range, true))).toBe(after);
  });

  it.each([
    ['09:00–17:00', [at(12), at(13) - 1], '09:00–12:00, 13:00–17:00'],
    ['09:00–17:00', [at(0), at(24) - 1], ''],
    ['22:00–06:00', [at(22), at(23) - 1], '23:00–06:00'],
    ['22:00–06:00', [at(23), at(24) - 1], '22:00–23:00'],
    ['22:00–06:00', [at(22), at(24) - 1], ''],
    ['09:15–12:00', [at(10), at(11) - 1], '09:15–10:00, 11:00–12:00'],
  ] as const)('closes: %s without half hours %j leaves %s', (before, range, after) => {
    expect(hoursText(painted(hoursOf(before), range, false))).toBe(after);
  });
});

describe('a half hour', () => {
  const spans = spansOf(hoursOf('09:15–12:00, 22:00–06:00'));

  it('is open, closed, or open in part', () => {
    expect([at(9), at(9) + 1, at(12), at(23)].map((cell) => cellState(spans, cell))).toEqual([
      'part',
      'open',
      'closed',
      'open',
    ]);
  });

  it('is open too where the day before has left hours over', () => {
    const over = overhang(spans);
    expect([at(5), at(6)].map((cell) => cellState(over, cell))).toEqual(['open', 'closed']);
  });
});
