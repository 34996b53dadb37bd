import type { RulesPreviewView } from '../../../../src/contract/rules-preview';

/** What a draft would mean for the open issues, as far as they were read. */
export interface RulesPreviewSum extends Pick<
  RulesPreviewView,
  | 'rules'
  | 'total'
  | 'read'
  | 'covered'
  | 'timers'
  | 'late'
  | 'atRisk'
  | 'lateTimers'
  | 'verdicts'
  | 'differences'
  | 'warnings'
> {
  readonly pages: number;
}

/** More than anybody reads on a page; all are counted. */
const MOST_KEPT = 1_000;

/** A page more, which was compared with the same rules as those before. */
export function withPage(sum: RulesPreviewSum | undefined, page: RulesPreviewView): RulesPreviewSum {
  if (!sum) return { ...page, pages: 1 };
  const kept = <Item>(before: readonly Item[], more: readonly Item[]) =>
    [...before, ...more].slice(0, MOST_KEPT);
  return {
    rules: sum.rules,
    pages: sum.pages + 1,
    total: sum.total ?? page.total,
    read: sum.read + page.read,
    covered: sum.covered + page.covered,
    timers: sum.timers + page.timers,
    late: sum.late + page.late,
    atRisk: sum.atRisk + page.atRisk,
    lateTimers: kept(sum.lateTimers, page.lateTimers),
    verdicts: added(sum.verdicts, page.verdicts),
    differences: kept(sum.differences, page.differences),
    warnings: page.warnings,
  };
}

type Verdicts = RulesPreviewView['verdicts'];

function added(some: Verdicts, more: Verdicts): Verdicts {
  const isSame = (a: Verdicts[number], b: Verdicts[number]) => a.before === b.before && a.after === b.after;
  const countOf = (change: Verdicts[number]) => more.find((each) => isSame(each, change))?.count ?? 0;
  return [
    ...some.map((change) => ({ ...change, count: change.count + countOf(change) })),
    ...more.filter((change) => !some.some((each) => isSame(each, change))),
  ];
}
