import type { Agreement } from '../agreement/agreement';
import type { Reporting, ReportingFields } from '../agreement/reporting';
import { serviceFinder } from '../catalogue/service-of';
import type { Instant, Span } from '../time/instant';
import type { LocalDate } from '../time/local-date';
import { localDateAt } from '../time/zone';
import type { HoursOf } from '../timer/account';
import type { EvaluatedTimer } from '../timer/evaluate';
import { nextDueOf, stateOf, type TimerState } from '../timer/foremost';
import { fieldsOver, type FieldId, type FieldValues, type History } from '../timer/history';
import type { MetricKind } from '../timer/metric';
import { reportedVerdict, type Approval, type ReportedVerdict } from '../timer/reported';
import type { ClockState, Standing, Verdict } from '../timer/standing';
import type { Dimensions } from './dimensions';

/** A cycle of a timer as figures count it and boards list it. */
export interface TimerLine {
  readonly agreement: string;
  readonly metric: string;
  readonly kind: MetricKind;
  readonly cycle: number;
  /** Of the agreement, and the goal that counted last. */
  readonly version: string;
  readonly goal: string | null;
  readonly clock: ClockState['kind'];
  readonly state: Exclude<TimerState, 'out-of-hours'>;
  /** Without and with what was approved (engine rule 17). */
  readonly verdict: Verdict;
  readonly reported: ReportedVerdict;
  readonly startedAt: Instant;
  readonly endedAt: Instant | null;
  /** The day on which it ended in the agreement's zone, by which it belongs to a period (engine rule 24); null while it runs. */
  readonly closedOn: LocalDate | null;
  /** When the clock runs out if nothing changes. */
  readonly due: Instant | null;
  /** The same, or when a cycle that still runs was breached; null when nothing is due. */
  readonly nextDue: Instant | null;
  readonly breachedAt: Instant | null;
  /** Since when its clock waits; null while it does not. */
  readonly waitsSince: Instant | null;
  readonly elapsed: Span;
  readonly waited: Span;
  readonly within: Span | null;
  readonly dimensions: Dimensions;
}

/** What lines are read by, beside the timers themselves. */
export interface LinesBy {
  readonly agreements: ReadonlyMap<string, Agreement>;
  readonly reporting: Reporting | undefined;
}

/**
 * The lines of an issue's timers as they stood at `now`, before anything was approved. What they are told apart by is as it was
 * when each ended, or is.
 */
export function timerLines(
  timers: readonly EvaluatedTimer[],
  history: History,
  by: LinesBy,
  now: Instant,
): TimerLine[] {
  const fieldsAt = fieldsOver(history);
  return timers.flatMap(({ agreement: { id: agreement }, metric, cycles, standings }) =>
    cycles.flatMap((cycle, index): TimerLine[] => {
      const standing = standings[index];
      if (!standing) return [];
      const { clock, verdict, promise, within, breachedAt, elapsed, waited, due } = standing;
      const text = by.agreements.get(cycle.version);
      const endedAt = cycle.end?.at ?? null;
      return [
        {
          agreement,
          metric: metric.id,
          kind: metric.kind,
          cycle: cycle.number,
          version: cycle.version,
          goal: promise?.goal ?? null,
          clock: clock.kind,
          state: lastingState(standing),
          verdict,
          reported: verdict,
          startedAt: cycle.startedAt,
          endedAt,
          closedOn: endedAt === null ? null : localDateAt(text?.timeZone ?? 'UTC', endedAt),
          due: due ?? null,
          nextDue: nextDueOf(standing) ?? null,
          breachedAt: breachedAt ?? null,
          waitsSince: 'since' in clock ? clock.since : null,
          elapsed,
          waited,
          within: within ?? null,
          dimensions: dimensionsOf(fieldsAt(endedAt ?? now), text, by.reporting),
        },
      ];
    }),
  );
}

/** A row stays as it is over night: out of hours counts as running, as in what is published. */
function lastingState(standing: Standing): TimerLine['state'] {
  const state = stateOf(standing);
  return state === 'out-of-hours' ? 'running' : state;
}

/** The lines with what was approved for some of their cycles (engine rule 17, M4). */
export function withApproved(
  lines: readonly TimerLine[],
  timers: readonly EvaluatedTimer[],
  approvedFor: (line: TimerLine) => readonly Approval[],
  { hoursOf, now }: { readonly hoursOf: HoursOf; readonly now: Instant },
): TimerLine[] {
  return lines.map((line) => {
    const approvals = approvedFor(line);
    const timer = timers.find(
      ({ agreement, metric }) => agreement.id === line.agreement && metric.id === line.metric,
    );
    const cycle = timer?.cycles.find(({ number }) => number === line.cycle);
    if (approvals.length === 0 || !timer || !cycle) return line;
    const reported = reportedVerdict({ cycle, unknown: timer.unknown, approvals }, hoursOf, now);
    return { ...line, reported };
  });
}

function dimensionsOf(
  fields: FieldValues,
  agreement: Agreement | undefined,
  { customer, team }: ReportingFields = {},
): Dimensions {
  const first = (field: FieldId | undefined): string | null =>
    (field === undefined ? undefined : fields[field]?.[0]) ?? null;
  return {
    service: serviceOf(fields, agreement),
    customer: first(customer),
    priority: first('priority'),
    assignee: first('assignee'),
    team: first(team),
  };
}

/** Of the services that the agreement covers; of one alone it is that one, whatever belongs to it. */
function serviceOf(fields: FieldValues, { services = [] }: Partial<Agreement> = {}): string | null {
  const [only] = services;
  if (services.length <= 1) return only?.id ?? null;
  return finderOf(services)(fields)[0] ?? null;
}

type Services = NonNullable<Agreement['services']>;
const finders = new WeakMap<Services, ReturnType<typeof serviceFinder>>();

function finderOf(services: Services): ReturnType<typeof serviceFinder> {
  const known = finders.get(services);
  if (known) return known;
  const finder = serviceFinder(services);
  finders.set(services, finder);
  return finder;
}
