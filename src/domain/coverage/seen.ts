import type { Timer } from '../timer/cycle';
import type { Target } from './gaps';

/** What an issue was judged to have. */
export interface JudgedIssue {
  readonly issue: string;
  readonly outcome: 'timers' | 'not-started' | 'not-covered' | 'no-definitions' | 'unreadable';
  readonly timers: readonly Timer[];
}

/** A target of an agreement that issues were seen to use. */
export interface TargetSeen {
  readonly agreement: string;
  readonly metric: string;
  /** On how many issues it ever started. */
  readonly issues: number;
  /** The goals that were promised on any of them, by their names. */
  readonly goals: readonly string[];
}

/** What some issues were seen to use. */
export interface Seen {
  readonly read: number;
  /** How many of them no agreement covers; and some of them. */
  readonly bare: number;
  readonly bareIssues: readonly string[];
  /** How many of them Jira hides from the app. */
  readonly unreadable: number;
  readonly targets: readonly TargetSeen[];
}

/** More than anybody looks up. */
const MOST_NAMED = 20;

export const NOTHING_SEEN: Seen = { read: 0, bare: 0, bareIssues: [], unreadable: 0, targets: [] };

export function seenOn(issues: readonly JudgedIssue[]): Seen {
  return issues.reduce(
    (so, { issue, outcome, timers }) =>
      together(so, {
        read: 1,
        bare: outcome === 'not-covered' ? 1 : 0,
        bareIssues: outcome === 'not-covered' ? [issue] : [],
        unreadable: outcome === 'unreadable' ? 1 : 0,
        targets: timers.map(({ agreement, metric, cycles }) => ({
          agreement: agreement.id,
          metric: metric.id,
          issues: 1,
          goals: goalsIn(cycles),
        })),
      }),
    NOTHING_SEEN,
  );
}

function goalsIn(cycles: Timer['cycles']): string[] {
  const promised = cycles.flatMap(({ stretches }) => stretches.map(({ promise }) => promise?.goal));
  return [...new Set(promised)].filter((goal) => goal !== undefined);
}

/** What was seen on two lots of issues that have none in common. */
export function together(a: Seen, b: Seen): Seen {
  const targets = new Map(a.targets.map((target) => [keyOf(target), target]));
  for (const target of b.targets) {
    const before = targets.get(keyOf(target));
    const goals = new Set([...(before?.goals ?? []), ...target.goals]);
    const issues = (before?.issues ?? 0) + target.issues;
    targets.set(keyOf(target), { ...target, issues, goals: [...goals] });
  }
  return {
    read: a.read + b.read,
    bare: a.bare + b.bare,
    bareIssues: [...a.bareIssues, ...b.bareIssues].slice(0, MOST_NAMED),
    unreadable: a.unreadable + b.unreadable,
    targets: [...targets.values()],
  };
}

const keyOf = ({ agreement, metric }: Pick<TargetSeen, 'agreement' | 'metric'>): string =>
  `${agreement} ${metric}`;

/** Of `targets` those that never started; and of the others the goals that were never promised. */
export function neverSeen(
  targets: readonly Target[],
  seen: Seen,
): { readonly unstarted: readonly Target[]; readonly unmatched: readonly Target[] } {
  const found = new Map(seen.targets.map((target) => [keyOf(target), target]));
  const seenOf = ({ agreement, metric }: Target): TargetSeen | undefined =>
    found.get(keyOf({ agreement: agreement.id, metric: metric.id }));
  return {
    unstarted: targets.filter((target) => !seenOf(target)),
    unmatched: targets.flatMap((target) => {
      const its = seenOf(target);
      const goals = target.goals.filter((goal) => its && !its.goals.includes(goal));
      return goals.length > 0 ? { ...target, goals } : [];
    }),
  };
}
