import type { CalendarRecord } from '../calendar/calendar';
import { wallSpanOf } from '../calendar/hours-rules';
import { problem, type Problem } from '../problem';
import { weekdays } from '../time/local-date';
import { DAY, wallTimeOfDay } from '../time/wall-clock';
import type { Condition } from '../timer/condition';
import { canHold, excludes, implies } from '../timer/implication';
import type { Goal } from '../timer/metric';

interface Surroundings {
  readonly path: string;
  /** What the agreement is about. */
  readonly scope: Condition;
  readonly calendars: readonly CalendarRecord[];
}

export function lintGoals(goals: readonly Goal[], { path, scope, calendars }: Surroundings): Problem[] {
  return goals.flatMap((goal, index) => {
    const at = `${path}[${index}]`;
    const calendar = calendars.find(({ id }) => id === goal.calendar);
    const terms = calendar ? lintTerms(goal, at, calendar) : [];
    const unmet = neverMet(goal, goals.slice(0, index), at, scope);
    return unmet ? [unmet] : terms;
  });
}

/** A goal is compared with so many before it, so that a long list is looked over soon. */
const MOST_COMPARED = 50;

/** Why no issue ever gets the goal, if that is so. */
function neverMet(goal: Goal, earlier: readonly Goal[], path: string, scope: Condition): Problem | undefined {
  const { name, when = ALWAYS } = goal;
  if (!canHold(when)) return problem('goal.never-matches', `${path}.when`, { name });
  if (excludes(scope, when)) return problem('goal.outside-scope', `${path}.when`, { name });
  // A goal that reads a field passes the issue on where the field says nothing.
  const sure = earlier
    .filter((other) => !('until' in other) && !('withinField' in other))
    .slice(0, MOST_COMPARED);
  if (!implies(when, { any: sure.map((other) => other.when ?? ALWAYS) })) return undefined;
  const one = sure.find((other) => implies(when, other.when ?? ALWAYS));
  const names = (one ? [one] : sure).map((other) => other.name).join(', ');
  return problem('goal.never-reached', path, { name, earlier: names });
}

/** More weeks than anybody plans for: whoever writes so many hours means days around the clock. */
const MOST_WEEKS = 53;

function lintTerms(goal: Goal, path: string, calendar: CalendarRecord): Problem[] {
  const details = { name: goal.name, calendar: calendar.name };
  if ('within' in goal) {
    const week = spansOf(calendar).reduce((total, { start, end }) => total + end - start, 0);
    const weeks = Math.ceil(goal.within / week);
    if (weeks <= MOST_WEEKS) return [];
    return [problem('goal.takes-long', `${path}.within`, { ...details, weeks: String(weeks) })];
  }
  if (!('by' in goal)) return [];
  const by = wallTimeOfDay(goal.by) ?? 0;
  // Past midnight the hours are still those of the day before.
  if (!spansOf(calendar).some(({ start, end }) => [by, by + DAY].some((at) => start < at && at <= end))) {
    return [problem('goal.outside-hours', `${path}.by`, { ...details, by: goal.by })];
  }
  return goal.onBusinessDay === 0
    ? [problem('goal.same-day', `${path}.onBusinessDay`, { name: goal.name, by: goal.by })]
    : [];
}

/** The hours of an ordinary week, each in ms from the midnight that its day begins with. */
const spansOf = ({ weekly }: CalendarRecord) =>
  weekdays.flatMap((day) => (weekly[day] ?? []).flatMap((hours) => wallSpanOf(hours) ?? []));

const ALWAYS: Condition = { all: [] };
