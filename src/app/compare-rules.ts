import type { RuleBook } from '../domain/agreement/rule-book';
import { laterOf, type Instant } from '../domain/time/instant';
import { evaluate, type EvaluatedTimer } from '../domain/timer/evaluate';
import type { Standing } from '../domain/timer/standing';
import { compiledCalendars } from './evaluate-issue';
import type { CycleDifference, IssueReading, Judgement, VerdictChange } from './ports';

/** How an issue stands by some rules, and by others in their place. */
export interface Comparison {
  /** How many cycles there are by either. */
  readonly cycles: number;
  /** Those of them that do not come to the same. */
  readonly differences: readonly CycleDifference[];
  /** All timers by the others. */
  readonly after: readonly EvaluatedTimer[];
}

/** Judges an issue by two rule books as of the same instant: `now`, or Jira's clock where that is ahead of ours. */
export function compareRules(
  { id: issue, history, updated }: IssueReading,
  { before, after, now }: { readonly before: RuleBook; readonly after: RuleBook; readonly now: Instant },
): Comparison {
  const at = laterOf(now, updated);
  const judgedBy = (book: RuleBook) => evaluate(history, book.rules, compiledCalendars(book), at);
  const timers = judgedBy(after);
  const [old, anew] = [cyclesIn(judgedBy(before)), cyclesIn(timers)];
  const keys = [...new Set([...old.keys(), ...anew.keys()])];
  const differences = keys.flatMap((key): CycleDifference[] => {
    const [was, is] = [old.get(key), anew.get(key)];
    const cycle = was ?? is;
    if (!cycle || isSame(was?.standing, is?.standing)) return [];
    const { agreement, metric, kind, number } = cycle;
    return [
      {
        issue,
        agreement,
        metric,
        kind,
        cycle: number,
        before: judgement(was?.standing),
        after: judgement(is?.standing),
      },
    ];
  });
  return { cycles: keys.length, differences, after: timers };
}

/** How many cycles change from which verdict to which, added to those that were counted before. */
export function verdictChanges(
  differences: readonly CycleDifference[],
  counted: readonly VerdictChange[] = [],
): readonly VerdictChange[] {
  const counts = new Map<string, VerdictChange>();
  const add = ({ before, after, count }: VerdictChange): void => {
    const key = `${String(before)} ${String(after)}`;
    counts.set(key, { before, after, count: (counts.get(key)?.count ?? 0) + count });
  };
  counted.forEach(add);
  for (const { before, after } of differences)
    add({ before: before?.verdict ?? null, after: after?.verdict ?? null, count: 1 });
  return [...counts.values()];
}

interface JudgedCycle extends Pick<CycleDifference, 'agreement' | 'metric' | 'kind'> {
  readonly number: number;
  readonly standing: Standing;
}

type Cycles = ReadonlyMap<string, JudgedCycle>;

function cyclesIn(timers: readonly EvaluatedTimer[]): Cycles {
  const cycles = timers.flatMap(({ agreement: { id: agreement }, metric: { id: metric, kind }, ...timer }) =>
    timer.cycles.flatMap(({ number }, index): [string, JudgedCycle][] => {
      const standing = timer.standings[index];
      return standing
        ? [[`${agreement} ${metric} ${number}`, { agreement, metric, kind, number, standing }]]
        : [];
    }),
  );
  return new Map(cycles);
}

function isSame(a: Standing | undefined, b: Standing | undefined): boolean {
  return (
    a?.verdict === b?.verdict &&
    a?.due === b?.due &&
    a?.breachedAt === b?.breachedAt &&
    a?.elapsed === b?.elapsed &&
    a?.within === b?.within
  );
}

/** A cycle that is late was due when it became late, whatever came later. */
function judgement(standing: Standing | undefined): Judgement | null {
  if (!standing) return null;
  const { verdict, due, breachedAt, elapsed } = standing;
  return { verdict, due: breachedAt ?? due ?? null, elapsed };
}
