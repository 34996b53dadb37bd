import { TZDate } from '@date-fns/tz';
import { differenceInCalendarDays } from 'date-fns';
import { instantsOf, openedAt, statesOf } from '../site/sample/seed';
import { sampleZone } from '../site/sample/days';
import type { Incident } from '../site/sample/log';

/**
 * What reports must say of the sample, computed from the raw log by another way than the app's: no histories, no conditions, no
 * calendars, only what `definitions.json` promises, written down once more as a person would read it. Shares no code with it.
 */

/** A cycle of a timer as the log has it. */
export interface LoggedCycle {
  readonly number: string;
  readonly metric: 'response' | 'resolution';
  readonly verdict: 'met' | 'breached';
  readonly late: boolean;
  /** The priority by whose goal it was counted last. */
  readonly goal: string;
  /** As it was once all had happened that happened when it ended. */
  readonly priority: string;
  readonly team: string | null;
  readonly assignee: string | null;
  /** Undefined while it runs. */
  readonly endedAt: number | undefined;
  readonly breachedAt: number | undefined;
  readonly elapsed: number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

type Hours = 'around-the-clock' | 'office-hours';
interface Promise {
  readonly within: number;
  readonly hours: Hours;
}

const promises: Readonly<Record<LoggedCycle['metric'], Readonly<Record<string, Promise>>>> = {
  response: {
    '1 - Critical': { within: 30 * MINUTE, hours: 'around-the-clock' },
    '2 - High': { within: HOUR, hours: 'around-the-clock' },
    '3 - Moderate': { within: 8 * HOUR, hours: 'office-hours' },
    '4 - Low': { within: 16 * HOUR, hours: 'office-hours' },
  },
  resolution: {
    '1 - Critical': { within: 4 * HOUR, hours: 'around-the-clock' },
    '2 - High': { within: 8 * HOUR, hours: 'around-the-clock' },
    '3 - Moderate': { within: 50 * HOUR, hours: 'office-hours' },
    '4 - Low': { within: 100 * HOUR, hours: 'office-hours' },
  },
};
const waits = ['Awaiting User Info', 'Awaiting Evidence', 'Awaiting Vendor', 'Awaiting Problem'];
const isDone = (state: string): boolean => state === 'Resolved' || state === 'Closed';

const holidays = [
  '2026-12-25',
  '2026-12-28',
  '2027-01-01',
  '2027-03-26',
  '2027-03-29',
  '2027-05-03',
  '2027-05-31',
  '2027-08-30',
  '2027-12-27',
  '2027-12-28',
];

/** From eight to six on working days in London, day by day. */
function officeTime(from: number, to: number): number {
  let total = 0;
  const last = differenceInCalendarDays(new TZDate(to, sampleZone), new TZDate(from, sampleZone));
  const first = new TZDate(from, sampleZone);
  for (let day = 0; day <= last; day++) {
    const at = (hour: number): TZDate =>
      new TZDate(first.getFullYear(), first.getMonth(), first.getDate() + day, hour, 0, sampleZone);
    const opens = at(8);
    const date = `${opens.getFullYear()}-${String(opens.getMonth() + 1).padStart(2, '0')}-${String(opens.getDate()).padStart(2, '0')}`;
    if (opens.getDay() === 0 || opens.getDay() === 6 || holidays.includes(date)) continue;
    total += Math.max(0, Math.min(to, at(18).getTime()) - Math.max(from, opens.getTime()));
  }
  return total;
}

const workedIn = (hours: Hours, from: number, to: number): number =>
  hours === 'around-the-clock' ? to - from : officeTime(from, to);

/** The first instant by which `amount` of it has passed, found by halving. */
function passedAt(hours: Hours, from: number, to: number, amount: number): number {
  let [early, late] = [from, to];
  while (early < late) {
    const middle = Math.floor((early + late) / 2);
    if (workedIn(hours, from, middle) >= amount) late = middle;
    else early = middle + 1;
  }
  return early;
}

/** Something that is so from an instant on. */
interface Step {
  readonly at: number;
  readonly state: string;
  readonly priority: string;
  readonly team: string | null;
  readonly assignee: string | null;
}

function stepsOf(incident: Incident, shift: number): Step[] {
  const [first] = incident;
  const states = statesOf(incident);
  const { rows } = instantsOf(incident, shift);
  const stepOf = (row: Incident[0], at: number, state: string): Step => ({
    at,
    state,
    priority: row.priority,
    team: row.assignmentGroup,
    assignee: row.assignedTo,
  });
  return [
    stepOf(first, openedAt(incident, shift), 'New'),
    ...incident.map((row, index) => stepOf(row, rows[index] ?? 0, states[index] ?? 'New')),
  ];
}

/** A cycle that is being counted. */
class Count {
  private elapsed = 0;
  private breachedAt: number | undefined;
  private goal = '';

  constructor(private readonly metric: LoggedCycle['metric']) {}

  pass({ state, priority }: Step, from: number, to: number): void {
    const promise = promises[this.metric][priority];
    if (!promise) throw new Error(`Nothing is promised for ${priority}`);
    const { within, hours } = promise;
    this.goal = priority;
    // A shorter goal may have taken over when more than it gives was used already.
    if (this.elapsed > within) this.breachedAt ??= from;
    if (this.metric === 'resolution' && waits.includes(state)) return;
    const worked = workedIn(hours, from, to);
    if (this.elapsed <= within && this.elapsed + worked >= within) {
      const due = passedAt(hours, from, to, within - this.elapsed);
      // What is used up at closing time is due then, and not when it opens again.
      if (due < to) this.breachedAt ??= due;
    }
    this.elapsed += worked;
  }

  result(incident: Incident, last: Step, endedAt: number | undefined): LoggedCycle {
    const { priority, team, assignee } = last;
    const { metric, goal, elapsed, breachedAt } = this;
    const isBreached = breachedAt !== undefined;
    return {
      ...{ number: incident[0].number, metric, goal, priority, team, assignee, endedAt, breachedAt, elapsed },
      verdict: isBreached ? 'breached' : 'met',
      late: isBreached && endedAt === undefined,
    };
  }
}

/** The cycles of an incident as they stand at `now`; those that run and are not late are left out. */
export function cyclesOf(incident: Incident, shift: number, now: number): LoggedCycle[] {
  const steps = stepsOf(incident, shift).filter(({ at }) => at <= now);
  const found: LoggedCycle[] = [];
  const count = (metric: LoggedCycle['metric'], first: number, ends: (state: string) => boolean): number => {
    const counting = new Count(metric);
    for (let index = first; index < steps.length; index++) {
      const [step, next] = [steps[index], steps[index + 1]];
      if (!step) break;
      counting.pass(step, step.at, next?.at ?? now);
      if (next && !ends(next.state)) continue;
      const result = counting.result(incident, next ?? step, next?.at);
      if (next || result.late) found.push(result);
      return index + 1;
    }
    return steps.length;
  };
  count('response', 0, (state) => state !== 'New');
  for (let index = 0; index < steps.length; index++) {
    const [before, step] = [steps[index - 1], steps[index]];
    if (!step) break;
    const begins = !before || (isDone(before.state) && !isDone(step.state));
    if (begins) index = count('resolution', index, isDone) - 1;
  }
  return found;
}

/** As spreadsheets have it: what lies between two is in proportion between them. */
export function percentile(lengths: readonly number[], share: number): number | null {
  const inOrder = [...lengths].sort((a, b) => a - b);
  const rank = (inOrder.length - 1) * share;
  const [lower, upper] = [inOrder[Math.floor(rank)], inOrder[Math.ceil(rank)]];
  if (lower === undefined || upper === undefined) return null;
  return Math.round(lower + (upper - lower) * (rank - Math.floor(rank)));
}

/** `2026-11` in London. */
export function monthOf(at: number): string {
  const there = new TZDate(at, sampleZone);
  return `${there.getFullYear()}-${String(there.getMonth() + 1).padStart(2, '0')}`;
}
