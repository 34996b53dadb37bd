import { hours, minutes, sum, type Span } from '../../../src/domain/time/instant';
import type { Target, TermsOf } from '../../../src/domain/timer/goal';
import { goalText, targetText } from '../../../static/app/src/text/goal-text';
import { onWednesday } from '../../support/builders';
import { inLondon, inShanghai } from './readers';

describe('what a goal promises, in words', () => {
  it.each<[TermsOf<Span>, string, string]>([
    [{ within: sum(hours(4), minutes(30)) }, '4 h 30 m', '4 小时 30 分'],
    [{ businessDays: 1 }, '1 business day', '1 个工作日'],
    [{ businessDays: 5 }, '5 business days', '5 个工作日'],
    [{ by: '16:00', onBusinessDay: 0 }, 'by 16:00 on the same day', '当天 16:00 前'],
    [{ by: '16:00', onBusinessDay: 1 }, 'by 16:00 on the next business day', '下一个工作日 16:00 前'],
    [
      { by: '09:30', onBusinessDay: 2 },
      'by 09:30 on the 2nd business day after',
      '之后第 2 个工作日 09:30 前',
    ],
    [
      { by: '09:30', onBusinessDay: 11 },
      'by 09:30 on the 11th business day after',
      '之后第 11 个工作日 09:30 前',
    ],
    [{ until: 'duedate' }, 'by due date', '不晚于到期日'],
    [
      { withinField: 'customfield_10090', unit: 'hours' },
      'as long as customfield_10090 says',
      '时长以customfield_10090为准',
    ],
  ])('%j', (terms, english, chinese) => {
    expect(goalText(terms, inLondon)).toBe(english);
    expect(goalText(terms, inShanghai)).toBe(chinese);
  });
});

describe('what was promised for a cycle, in words', () => {
  const now = onWednesday('10:00');

  it.each<[Target, string, string]>([
    [{ within: hours(4) }, '4 h', '4 小时'],
    [{ businessDays: 2 }, '2 business days', '2 个工作日'],
    [{ until: onWednesday('15:30') }, 'by today 15:30', '今天 23:30 前'],
    [{ until: '2026-11-20' }, 'by 20 Nov', '11月20日 前'],
    [{ until: '2027-01-01' }, 'by 1 Jan 2027', '2027年1月1日 前'],
  ])('%j', (target, english, chinese) => {
    expect(targetText(target, 'Pacific/Kiritimati', now, inLondon)).toBe(english);
    expect(targetText(target, 'America/Los_Angeles', now, inShanghai)).toBe(chinese);
  });
});
