import type { RulesPreviewView } from '../../../src/contract/rules-preview';
import { withPage } from '../../../static/app/src/data/rules-preview-sum';
import { at } from '../../support/builders';

const late = (issue: string) => ({
  issue,
  agreement: 'desk',
  metric: 'response',
  kind: 'response' as const,
  cycle: 1,
  since: at('2026-11-18T09:00Z'),
});

const page = (more: Partial<RulesPreviewView>): RulesPreviewView => ({
  rules: '0/',
  total: null,
  next: null,
  read: 100,
  covered: 90,
  timers: 120,
  late: 2,
  atRisk: 1,
  lateTimers: [],
  verdicts: [],
  differences: [],
  warnings: [],
  ...more,
});

describe('pages of a preview', () => {
  it('are added up, and the total is that of the first', () => {
    const first = withPage(undefined, page({ total: 150, lateTimers: [late('1'), late('2')] }));
    const both = withPage(first, page({ read: 50, covered: 40, late: 1, lateTimers: [late('3')] }));
    expect(both).toMatchObject({ total: 150, read: 150, covered: 130, timers: 240, late: 3, atRisk: 2 });
    expect(both.lateTimers.map(({ issue }) => issue)).toEqual(['1', '2', '3']);
  });

  it('have their changes of verdict counted together, each kind of change by itself', () => {
    const first = page({
      verdicts: [
        { before: null, after: 'open', count: 3 },
        { before: 'met', after: 'breached', count: 1 },
      ],
    });
    const second = page({
      verdicts: [
        { before: null, after: 'open', count: 4 },
        { before: null, after: 'breached', count: 2 },
      ],
    });
    expect(withPage(withPage(undefined, first), second).verdicts).toEqual([
      { before: null, after: 'open', count: 7 },
      { before: 'met', after: 'breached', count: 1 },
      { before: null, after: 'breached', count: 2 },
    ]);
  });

  it('keep no more of what they list than anybody reads', () => {
    const full = page({
      late: 100,
      lateTimers: Array.from({ length: 100 }, (_, index) => late(String(index))),
    });
    let sum = withPage(undefined, full);
    for (let more = 0; more < 11; more++) sum = withPage(sum, full);
    expect([sum.late, sum.lateTimers.length]).toEqual([1_200, 1_000]);
  });
});
