import { Oracle, type PlainCalendar } from '../../support/oracle/oracle';
import { WallClock } from '../../support/oracle/wall-clock';

const HOUR = 3_600_000;
const daily = [
  ['23:30', '00:30'],
  ['01:45', '02:15'],
  ['02:40', '03:01'],
] as const;
const weekly = { mon: daily, tue: daily, wed: daily, thu: daily, fri: daily, sat: daily, sun: daily };

/** The same rule in words of `Intl`: a time of day in one of the hours, as text. */
function isOpenToTheEye({ timeZone }: PlainCalendar): (at: number) => boolean {
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone, timeStyle: 'medium' });
  return (at) => {
    const time = clock.format(at);
    return daily.some(([from, to]) => (from < to ? from <= time && time < to : from <= time || time < to));
  };
}

describe('the oracle', () => {
  it.each([
    ['Europe/Berlin', 2005, 2036, 62],
    ['America/New_York', 2005, 2036, 62],
    ['Australia/Lord_Howe', 2005, 2036, 62],
    ['America/St_Johns', 2005, 2036, 62],
    ['Asia/Kathmandu', 2005, 2036, 0],
    ['Africa/Cairo', 2015, 2023, 0],
    ['Pacific/Apia', 2011, 2012, 3],
  ])('knows that the clock of %s jumps between %i and %i so many times: %i', (zone, first, last, jumps) => {
    const [from, to] = [Date.UTC(first, 0, 1), Date.UTC(last, 0, 1)];
    expect(WallClock.in(zone).jumps(from, to)).toHaveLength(jumps);
  });

  it.each([
    'Europe/Berlin',
    'Australia/Lord_Howe',
    'America/Santiago',
    'Pacific/Apia',
    'America/St_Johns',
    'Africa/Cairo',
  ])('labels every second around each change from 2009 to 2013 as the clock reads in %s', (timeZone) => {
    const calendar = { timeZone, weekly, exceptions: [] };
    const [from, to] = [Date.UTC(2009, 0, 1), Date.UTC(2013, 0, 1)];
    const oracle = new Oracle(calendar, from, to);
    const isOpen = isOpenToTheEye(calendar);
    const seconds = WallClock.in(timeZone)
      .jumps(from, to)
      .flatMap((jump) => Array.from({ length: 3_600 }, (_, second) => jump - HOUR / 2 + second * 1_000));
    expect(seconds.length).toBeGreaterThan(0);
    expect(seconds.filter((at) => oracle.isOpen(at) !== isOpen(at))).toEqual([]);
  });
});
