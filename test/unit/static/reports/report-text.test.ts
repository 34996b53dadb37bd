import type { TargetFiguresView } from '../../../../src/contract/figures';
import { EMPTY_TALLY } from '../../../../src/domain/report/tally';
import { minutes } from '../../../../src/domain/time/instant';
import { countOf } from '../../../../static/app/src/pages/reports/figures';
import { figuresCsv } from '../../../../static/app/src/pages/reports/figures-csv';
import {
  attainmentSaid,
  changeOf,
  changeSaid,
  percentText,
  periodText,
} from '../../../../static/app/src/pages/reports/report-text';
import { csvText } from '../../../../static/app/src/text/csv';
import { inLondon, inNewYork, inShanghai } from '../readers';

describe('attainment', () => {
  it('is a share beside what it is made of', () => {
    expect(attainmentSaid({ met: 214, of: 220 }, inNewYork)).toEqual({ main: '97.3%', cases: '214 of 220' });
    expect(attainmentSaid({ met: 214, of: 220 }, inShanghai)).toEqual({ main: '97.3%', cases: '214/220' });
  });

  it('is only told by its cases where there are fewer than ten', () => {
    expect(attainmentSaid({ met: 3, of: 3 }, inNewYork)).toEqual({ main: '3 of 3' });
    expect(attainmentSaid({ met: 0, of: 9 }, inNewYork)).toEqual({ main: '0 of 9' });
    expect(attainmentSaid({ met: 10, of: 10 }, inNewYork)).toEqual({ main: '100.0%', cases: '10 of 10' });
  });

  it('is neither 0 % nor 100 % where there are no cases', () => {
    expect(attainmentSaid({ met: 0, of: 0 }, inNewYork)).toEqual({ main: 'no cases' });
    expect(attainmentSaid({ met: 0, of: 0 }, inShanghai)).toEqual({ main: '无数据' });
  });

  it.each([
    [2_499 / 2_500, '99.9%'],
    [1 / 5_000, '0.1%'],
    [1, '100.0%'],
    [0, '0.0%'],
  ])('of %d is written %s', (share, text) => {
    expect(percentText(share, 'en-US')).toBe(text);
  });
});

describe('the change against the period before', () => {
  it('is in percentage points, to a tenth', () => {
    expect(changeOf({ met: 90, of: 100 }, { met: 175, of: 200 })).toBe(2.5);
    expect(changeOf({ met: 50, of: 100 }, { met: 60, of: 100 })).toBe(-10);
    expect(Object.is(changeOf({ met: 4_999, of: 10_000 }, { met: 50, of: 100 }), 0)).toBe(true);
  });

  it('is missing where one of both has too few cases', () => {
    expect(changeOf({ met: 9, of: 9 }, { met: 60, of: 100 })).toBeUndefined();
    expect(changeOf({ met: 60, of: 100 }, { met: 0, of: 0 })).toBeUndefined();
  });

  it('has an arrow for the eye and a word for the ear', () => {
    expect(changeSaid(2.5, inLondon)).toEqual({ shown: '↑ 2.5', heard: 'up 2.5 percentage points' });
    expect(changeSaid(-10, inLondon)).toEqual({ shown: '↓ 10.0', heard: 'down 10.0 percentage points' });
    expect(changeSaid(0, inLondon)).toEqual({ shown: '→ 0.0', heard: 'unchanged' });
    expect(changeSaid(-1, inShanghai).heard).toBe('下降 1.0 个百分点');
  });
});

it.each([
  ['week', '2026-11-16', '16–22 Nov 2026', '2026/11/16–2026/11/22'],
  ['month', '2026-11-01', 'November 2026', '2026年11月'],
  ['quarter', '2026-10-01', 'Q4 2026', '2026年第4季度'],
  ['year', '2026-01-01', '2026', '2026年'],
] as const)('a %s is called as people call it', (kind, from, english, chinese) => {
  expect(periodText({ kind, from }, inLondon).replaceAll(/\s*–\s*/g, '–')).toBe(english);
  expect(periodText({ kind, from }, inShanghai).replaceAll(/\s*–\s*/g, '–')).toBe(chinese);
});

const tally = {
  ...EMPTY_TALLY,
  ...{ met: 18, breached: 2, reportedMet: 18, reportedBreached: 1, excluded: 1, unknown: 4, noPromise: 3 },
};
const target: TargetFiguresView = {
  agreement: 'desk',
  metric: 'fix',
  kind: 'resolution',
  value: '1',
  periods: [{ ...EMPTY_TALLY, met: 20 }, tally],
  late: 7,
  mean: minutes(90),
  median: null,
  ninetieth: null,
};

it('as many timers stand behind a number as it says', () => {
  const counts = {
    measured: 20,
    reported: 19,
    breached: 2,
    excluded: 1,
    late: 7,
    unknown: 4,
    'no-promise': 3,
  } as const;
  for (const [figure, count] of Object.entries(counts))
    expect(countOf(figure as keyof typeof counts, target)).toBe(count);
});

describe('the file', () => {
  it('holds raw numbers, a change below zero too, and nothing where something is missing', () => {
    const names = { timer: 'Resolution', agreement: '=Desk', part: 'High' };
    const text = figuresCsv([{ target, names }], { kind: 'month', from: '2026-11-01' }, inLondon.messages);
    expect(text.split('\r\n')[1]).toBe(
      "2026-11-01,2026-11-30,'=Desk,Resolution,High,18,2,0.9000,18,1,0.9474,-10,1,7,4,3,90,,",
    );
  });

  it('keeps spreadsheets from running what somebody has typed, also behind a minus', () => {
    expect(csvText([['-1+cmd', '-2.5', '-', '=1', '-2.5.1']])).toBe("'-1+cmd,-2.5,'-,'=1,'-2.5.1\r\n");
  });
});
