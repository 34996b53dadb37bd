import { minutes, type Instant } from '../../src/domain/time/instant';

/** What happens to an issue in a minute, as far as a plain reading cares. */
export interface PlainFact {
  readonly at: Instant;
  readonly status?: string;
  readonly priority?: string;
}

export interface PlainRules {
  /** Minutes on 9–17 UTC, Monday to Friday. */
  readonly withinOf: (priority: string) => number;
  readonly resumes: boolean;
}

export interface PlainCycle {
  /** Minutes used. */
  elapsed: number;
  breachedAt: Instant | undefined;
  isOpen: boolean;
}

interface Making extends PlainCycle {
  within: number;
  usedUpAt: number;
}

const MINUTE = minutes(1);

/** Whether 9–17 UTC on weekdays is open: the epoch was a Thursday. */
function isOpen(at: number): boolean {
  const minuteOfDay = Math.floor(at / MINUTE) % (24 * 60);
  const weekday = (Math.floor(at / (24 * 60 * MINUTE)) + 3) % 7;
  return weekday < 5 && minuteOfDay >= 9 * 60 && minuteOfDay < 17 * 60;
}

/**
 * Reads a history minute by minute, knowing nothing of the engine: created in any status, done in `Done`, waiting in
 * `Waiting`; a goal by priority that carries over. All instants are whole minutes; facts in time, creation first.
 */
export function plainReading(facts: readonly PlainFact[], rules: PlainRules, now: Instant): PlainCycle[] {
  const cycles: Making[] = [];
  const [born] = facts;
  if (!born) return [];
  let status = '';
  let priority = '';
  let next = 0;
  for (let at: number = born.at; at <= now; at += MINUTE) {
    for (let fact = facts[next]; fact && fact.at <= at; fact = facts[++next]) {
      const before = status;
      status = fact.status ?? status;
      priority = fact.priority ?? priority;
      const last = cycles.at(-1);
      const starts = before === '' || (before === 'Done' && status !== 'Done');
      if (last?.isOpen && before !== 'Done' && status === 'Done') last.isOpen = false;
      else if (starts && rules.resumes && last) last.isOpen = true;
      else if (starts)
        cycles.push({ elapsed: 0, breachedAt: undefined, isOpen: true, within: 0, usedUpAt: at });
    }
    const cycle = cycles.at(-1);
    if (!cycle?.isOpen) continue;
    const within = rules.withinOf(priority);
    // Who is bound by another goal than before, and has used it up, has done so now.
    if (within !== cycle.within) cycle.usedUpAt = at;
    cycle.within = within;
    const counts = status !== 'Waiting';
    // What is used up is due, though the clock waits from then on.
    const isOverrun = cycle.elapsed > within || (cycle.elapsed === within && at < now);
    if (isOverrun) cycle.breachedAt ??= cycle.usedUpAt as Instant;
    if (!counts || at >= now || !isOpen(at)) continue;
    cycle.elapsed += 1;
    if (cycle.elapsed === within) cycle.usedUpAt = at + MINUTE;
  }
  return cycles.map(({ elapsed, breachedAt, isOpen: open }) => ({ elapsed, breachedAt, isOpen: open }));
}
