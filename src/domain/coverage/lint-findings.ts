import { lintAgreement } from '../agreement/lint-agreement';
import { lintCalendars } from '../agreement/lint-calendars';
import type { Definitions } from '../agreement/draft';
import type { CalendarRecord } from '../calendar/calendar';
import type { Problem } from '../problem';
import type { Instant } from '../time/instant';
import type { Gaps } from './gaps';

/** Of what the linter tells of agreements: that something in them is for nothing. */
const forNothing: readonly string[] = [
  'agreement.about-nothing',
  'metric.never',
  'metric.overruled',
  'pause.never',
  'goal.never-matches',
  'goal.outside-scope',
  'goal.never-reached',
];

/** What in agreements is proven to have no effect; each path begins within its agreement, as `metrics[0].goals[1]`. */
export function effectless(definitions: Definitions): Gaps['effectless'] {
  return definitions.agreements.flatMap((agreement) => {
    const { id, name } = agreement;
    return lintAgreement(agreement, '', definitions)
      .filter(({ code }) => forNothing.includes(code))
      .map((problem) => {
        const path = problem.path.replace(/^\./, '');
        const metric = agreement.metrics[Number(/^metrics\[(\d+)\]/.exec(path)?.[1])]?.kind;
        return { agreement: { id, name }, ...(metric && { metric }), problem: { ...problem, path } };
      });
  });
}

/** Calendars that are not archived and that no agreement counts on. */
export function unusedCalendars(definitions: Definitions, now: Instant): CalendarRecord[] {
  return definitions.calendars.filter((calendar) =>
    lintCalendars({ ...definitions, calendars: [calendar] }, now).some(
      ({ code }) => code === 'calendar.unused',
    ),
  );
}

/** Calendars that agreements count on and whose holidays run out. */
export function holidaysThatEnd(definitions: Definitions, now: Instant): Gaps['holidaysEnding'] {
  return definitions.calendars.flatMap((calendar) => {
    const found: Problem[] = lintCalendars({ ...definitions, calendars: [calendar] }, now);
    if (calendar.archived || found.some(({ code }) => code === 'calendar.unused')) return [];
    return found
      .filter(({ code }) => code === 'calendar.holidays-end')
      .map((problem) => ({ calendar: { id: calendar.id, name: calendar.name }, problem }));
  });
}
