import { asked, counts, failures, monday } from './support';

const [nine, noon, five] = [monday('09:00'), monday('12:00'), monday('17:00')];
const tuesday = '2026-11-17T09:00:00Z';

describe('a case', () => {
  it.each<[string, object, object, string]>([
    [
      'workingTimeBetween',
      { start: nine, end: tuesday, expectSeconds: 28_800 },
      { start: nine, end: tuesday, expectSeconds: 28_801 },
      'expected 28801 s, got 28800 s',
    ],
    [
      'addWorkingTime',
      { start: nine, seconds: 28_800, expect: five },
      { start: nine, seconds: 28_800, expect: tuesday },
      'expected 2026-11-17T09:00:00Z, got 2026-11-16T17:00:00Z',
    ],
    ['isWorking', { at: five, expect: false }, { at: five, expect: true }, 'expected true, got false'],
    [
      'nextWorkingInstant',
      { at: five, expect: tuesday },
      { at: five, expect: five },
      'expected 2026-11-16T17:00:00Z, got 2026-11-17T09:00:00Z',
    ],
    [
      'previousWorkingInstant',
      { at: tuesday, expect: five },
      { at: tuesday, expect: null },
      'expected none, got 2026-11-16T17:00:00Z',
    ],
    [
      'nextOpening',
      { at: nine, expect: tuesday },
      { at: nine, expect: nine },
      'expected 2026-11-16T09:00:00Z, got 2026-11-17T09:00:00Z',
    ],
    [
      'nextClosing',
      { at: noon, expect: five },
      { at: noon, expect: '2026-11-16T17:00:00.001Z' },
      'expected 2026-11-16T17:00:00.001Z, got 2026-11-16T17:00:00Z',
    ],
    [
      'workingPeriods',
      { start: noon, end: tuesday, expect: [[noon, five]] },
      { start: noon, end: tuesday, expect: [] },
      'expected none, got 2026-11-16T12:00:00Z/2026-11-16T17:00:00Z',
    ],
    [
      'isWorkingDate',
      { date: '2026-11-21', expect: false },
      { date: '2026-11-21', expect: true },
      'expected true, got false',
    ],
  ])('of %s passes when the engine gives its answer, and fails otherwise', (op, right, wrong, told) => {
    expect(failures({ cases: [asked(op, right)] })).toEqual([]);
    expect(failures({ cases: [asked(op, wrong)] })).toEqual([`FAIL f x ${op}: ${told}`]);
  });

  it('compares instants, whatever offset they are written with', () => {
    const closing = { at: '2026-11-16T13:00+01:00', expect: '2026-11-16T12:00:00-05:00' };
    expect(failures({ cases: [asked('nextClosing', closing)] })).toEqual([]);
  });

  it.each([
    '2026-11-16T13:30+0130',
    '2026-11-16T13:00+01',
    '2026-11-16t12:00z',
    '2026-11-16 12:19:32+00:19:32',
  ])('reads %s as an instant', (at) => {
    expect(failures({ cases: [asked('nextWorkingInstant', { at, expect: noon })] })).toEqual([]);
  });

  it('counts milliseconds, and leaves smaller parts of a second out', () => {
    const start = '2026-11-16T16:59:59.5Z';
    const half = { start, seconds: 0.25, expect: '2026-11-16T16:59:59.750Z' };
    expect(failures({ cases: [asked('addWorkingTime', half)] })).toEqual([]);
    const micro = { start, seconds: 0.5, expect: '2026-11-16T16:59:59.999999Z' };
    expect(failures({ cases: [asked('addWorkingTime', micro)] })).toEqual([]);
    const milli = { start, seconds: 0.5, expect: '2026-11-16T16:59:59.999Z' };
    expect(failures({ cases: [asked('addWorkingTime', milli)] })).toHaveLength(1);
  });

  it('may be missed by its tolerance', () => {
    const near = { start: nine, end: noon, expectSeconds: 10_790 };
    expect(failures({ cases: [asked('workingTimeBetween', { ...near, toleranceSeconds: 10 })] })).toEqual([]);
    const far = failures({ cases: [asked('workingTimeBetween', { ...near, toleranceSeconds: 9 })] });
    expect(far).toHaveLength(1);
  });

  it('takes periods that touch for one', () => {
    const split = {
      start: nine,
      end: five,
      expect: [
        [noon, five],
        [nine, noon],
      ],
    };
    expect(failures({ cases: [asked('workingPeriods', split)] })).toEqual([]);
  });

  it.each([
    ['zero', 0],
    ['signed', -10_800],
    ['absolute', 10_800],
  ])('with its ends reversed is judged by magnitude, where the other product answers %s', (convention, n) => {
    const reversed = { start: noon, end: nine, reversed: true, convention };
    const right = asked('workingTimeBetween', { ...reversed, expectSeconds: n });
    expect(failures({ cases: [right] })).toEqual([]);
    const wrong = asked('workingTimeBetween', { ...reversed, expectSeconds: 7_200 });
    expect(failures({ cases: [wrong] })).toEqual([
      'FAIL f x workingTimeBetween: expected -7200 s, got -10800 s',
    ]);
  });

  it('with its ends reversed tells no magnitude by zero, unless it says that its answers have one', () => {
    const reversed = { start: noon, end: nine, reversed: true, expectSeconds: 0 };
    expect(failures({ cases: [asked('workingTimeBetween', reversed)] })).toEqual([]);
    const signed = asked('workingTimeBetween', { ...reversed, convention: 'signed' });
    expect(failures({ cases: [signed] })).toHaveLength(1);
  });

  it('that is a quirk is judged by its oracle, and counted apart', () => {
    const quirk = { at: five, expect: true, quirk: true, quirkReason: 'Closing counts', oracle: false };
    expect(counts({ cases: [asked('isWorking', quirk)] })).toBe(
      'f: 0 passed, 0 failed, 1 quirk | 0 passed, 0 failed',
    );
    expect(counts({ cases: [asked('isWorking', { ...quirk, oracle: true })] })).toBe(
      'f: 0 passed, 1 failed, 0 quirk | 0 passed, 1 failed',
    );
  });

  it('that the engine cannot answer fails alone', () => {
    const beyond = asked('isWorking', { at: '2300-01-01T00:00Z', expect: true });
    const fine = asked('isWorking', { at: noon, expect: true });
    expect(failures({ cases: [beyond, fine] })).toEqual([
      expect.stringContaining('FAIL f x isWorking: expected an answer, got DomainError: time.instant'),
    ]);
  });

  it('on a calendar that never opens gets an answer', () => {
    const calendars = { never: { timeZone: 'UTC', weekly: {} } };
    const never = (op: string, more: object): object => ({ ...asked(op, more), calendar: 'never' });
    const cases = [
      never('addWorkingTime', { start: nine, seconds: 1, expect: null }),
      never('nextOpening', { at: nine, expect: null }),
      never('workingTimeBetween', { start: nine, end: five, expectSeconds: 0 }),
    ];
    expect(failures({ calendars, cases })).toEqual([]);
  });
});
