import { hours, instant, minutes, seconds, span, sum, type Instant } from '../../../src/domain/time/instant';
import { jiraInstant } from '../../../static/app/src/platform/jira-instant';
import { dayText } from '../../../static/app/src/text/day-text';
import { durationText } from '../../../static/app/src/text/duration';
import { formatLocaleOf, languageOf, readerOf } from '../../../static/app/src/text/reader';
import { weeklyHoursTexts } from '../../../static/app/src/text/weekly-hours';
import { asOfText, dateText, exactTexts, whenText } from '../../../static/app/src/text/when';
import { catalogues, inLondon, inNewYork, inShanghai } from './readers';

const at = (iso: string): Instant => instant(Date.parse(iso));
/** Newer versions of the browser's own data write a narrow no-break space before AM and PM. */
const plain = (text: string): string => text.replace(/\s/g, ' ');

describe('an instant as people say it', () => {
  const now = at('2026-11-24T14:29:18Z'); // a Tuesday
  it.each([
    ['2026-11-24T16:40:00Z', 'today 16:40'],
    ['2026-11-24T00:00:00Z', 'today 00:00'],
    ['2026-11-25T08:05:00Z', 'tomorrow 08:05'],
    ['2026-11-23T23:59:59Z', 'yesterday 23:59'],
    ['2026-11-26T09:00:00Z', 'Thu 09:00'],
    ['2026-11-30T09:00:00Z', 'Mon 09:00'],
    ['2026-11-18T09:00:00Z', 'Wed 09:00'],
    ['2026-12-01T09:00:00Z', '1 Dec, 09:00'],
    ['2026-11-17T09:00:00Z', '17 Nov, 09:00'],
    ['2027-05-14T09:00:00Z', '14 May 2027, 10:00'],
  ])('%s is %s in London', (iso, said) => {
    expect(whenText(at(iso), now, inLondon)).toBe(said);
  });

  it.each([
    ['2026-11-24T16:40:00Z', '明天 00:40'],
    ['2026-11-24T15:59:00Z', '今天 23:59'],
    ['2026-11-23T12:00:00Z', '昨天 20:00'],
    ['2026-11-27T01:00:00Z', '周五 09:00'],
    ['2026-12-24T01:00:00Z', '12月24日 09:00'],
    ['2027-05-14T01:00:00Z', '2027年5月14日 09:00'],
  ])('%s is %s in Shanghai', (iso, said) => {
    expect(whenText(at(iso), now, inShanghai)).toBe(said);
  });

  it('counts days on the reader’s wall, not in 24-hour steps, when the clocks change', () => {
    // London, Sunday 25 October 2026: a day of 25 hours; 28 March 2027: one of 23.
    expect(whenText(at('2026-10-25T23:30:00Z'), at('2026-10-24T23:30:00Z'), inLondon)).toBe('today 23:30');
    expect(whenText(at('2026-10-26T00:30:00Z'), at('2026-10-24T22:30:00Z'), inLondon)).toBe('Mon 00:30');
    expect(whenText(at('2027-03-28T23:30:00Z'), at('2027-03-28T00:30:00Z'), inLondon)).toBe('tomorrow 00:30');
    expect(whenText(at('2027-03-28T22:30:00Z'), at('2027-03-28T00:30:00Z'), inLondon)).toBe('today 23:30');
  });

  it('follows the reader’s own way of writing times', () => {
    expect(plain(whenText(at('2026-11-24T16:40:00Z'), now, inNewYork))).toBe('today 11:40 AM');
  });

  it('is exact on demand, in the calendar’s zone too where that is another', () => {
    expect(exactTexts(at('2026-11-24T16:40:00Z'), inLondon, 'Europe/London')).toHaveLength(1);
    const [here, there] = exactTexts(at('2026-11-24T16:40:00Z'), inNewYork, 'Europe/London').map(plain);
    expect(here).toBe('Tue, Nov 24, 2026, 11:40:00 AM EST');
    expect(there).toBe('Tue, Nov 24, 2026, 4:40:00 PM GMT in Europe/London');
  });

  it('tells the time of an answer to the second while it is today’s', () => {
    expect(asOfText(at('2026-11-24T10:42:05Z'), now, inLondon)).toBe('10:42:05');
    expect(asOfText(at('2026-11-23T10:42:05Z'), now, inLondon)).toBe('yesterday 10:42');
  });

  it('leaves the present year out of a date', () => {
    expect(dateText(at('2026-01-02T12:00:00Z'), now, inLondon)).toBe('2 Jan');
    expect(dateText(at('2025-01-02T12:00:00Z'), now, inLondon)).toBe('2 Jan 2025');
  });
});

describe('a duration', () => {
  it.each([
    [hours(2), '2 h', '2 小时'],
    [sum(hours(2), minutes(10)), '2 h 10 m', '2 小时 10 分'],
    [minutes(30), '30 m', '30 分钟'],
    [sum(minutes(9), seconds(58)), '9 m', '9 分钟'],
    [seconds(42), '42 s', '42 秒'],
    [span(999), '0 s', '0 秒'],
    [span(-(90 * 60_000)), '1 h 30 m', '1 小时 30 分'],
    [hours(1234), '1,234 h', '1,234 小时'],
  ])('of %d ms', (amount, english, chinese) => {
    expect(durationText(amount, inLondon.messages)).toBe(english);
    expect(durationText(amount, inShanghai.messages)).toBe(chinese);
  });

  it('shows its seconds in the last hour when it ticks', () => {
    expect(durationText(sum(minutes(9), seconds(58)), inLondon.messages, true)).toBe('9 m 58 s');
    expect(durationText(sum(minutes(9), seconds(58)), inShanghai.messages, true)).toBe('9 分 58 秒');
    expect(durationText(minutes(60), inLondon.messages, true)).toBe('1 h');
    expect(durationText(span(3_599_999), inLondon.messages, true)).toBe('59 m 59 s');
  });
});

describe('the reader’s locale', () => {
  it.each([
    ['en-GB', 'en-US', 'en-GB'],
    ['zh_CN', 'zh-CN', 'zh-CN'],
    ['zh-TW', 'zh-CN', 'zh-CN'],
    ['de-DE', 'en-US', 'en-DE'],
    ['fr', 'en-US', 'en-US'],
    ['', 'en-US', 'en-US'],
  ])('%s gets texts in %s and dates as in %s', (locale, language, formats) => {
    expect(languageOf(locale)).toBe(language);
    expect(formatLocaleOf(locale)).toBe(formats);
  });

  it('keeps its 24-hour clock where the texts are English', () => {
    const inBerlin = readerOf('de-DE', 'Europe/Berlin', catalogues['en-US']);
    const now = at('2026-11-24T14:29:18Z');
    expect(whenText(at('2026-11-26T15:40:00Z'), now, inBerlin)).toBe('Thu 16:40');
  });
});

describe('a week of service hours', () => {
  const day = [['08:00', '18:00']] as const;

  it('joins neighbouring days that are alike', () => {
    const weekly = { mon: day, tue: day, wed: day, thu: day, fri: day };
    expect(weeklyHoursTexts(weekly, inLondon)).toEqual(['Mon – Fri 08:00–18:00']);
    expect(weeklyHoursTexts(weekly, inShanghai)).toEqual(['周一至周五 08:00–18:00']);
  });

  it('keeps days apart that a closed day or other hours lie between', () => {
    const morning = [
      ['06:00', '10:00'],
      ['11:00', '12:30'],
    ] as const;
    expect(weeklyHoursTexts({ mon: day, wed: day, thu: [], sat: morning }, inLondon)).toEqual([
      'Mon 08:00–18:00',
      'Wed 08:00–18:00',
      'Sat 06:00–10:00, 11:00–12:30',
    ]);
  });
});

describe('days that a calendar has something special on', () => {
  const hoursThen = [
    ['09:00', '12:00'],
    ['13:00', '15:00'],
  ] as const;
  it.each([
    [
      { date: '2026-12-25', hours: [], name: 'Christmas Day' },
      '25 Dec 2026 · closed · Christmas Day',
      '2026年12月25日 · 不提供服务 · Christmas Day',
    ],
    [
      { from: '2026-12-24', to: '2027-01-02', hours: hoursThen },
      '24 Dec 2026 – 2 Jan 2027 · 09:00–12:00, 13:00–15:00',
      '2026年12月24日至2027年1月2日 · 09:00–12:00, 13:00–15:00',
    ],
    [{ yearly: '02-29', name: 'Leap day' }, 'every year on 29 Feb · Leap day', '每年2月29日 · Leap day'],
  ])('%#', (day, english, chinese) => {
    expect(dayText(day, inLondon)).toBe(english);
    expect(dayText(day, inShanghai)).toBe(chinese);
  });
});

describe('a time from Jira', () => {
  it('is read with its offset', () => {
    expect(jiraInstant('2026-11-21T10:42:05.123+0000')).toBe(Date.UTC(2026, 10, 21, 10, 42, 5, 123));
    expect(jiraInstant('2026-11-21T10:42:05.123-0530')).toBe(Date.UTC(2026, 10, 21, 16, 12, 5, 123));
  });

  it('is refused when it is none', () => {
    expect(() => jiraInstant('yesterday')).toThrow();
  });
});
