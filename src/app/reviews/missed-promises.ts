import type { Agreement } from '../../domain/agreement/agreement';
import type { Cause } from '../../domain/breach/causes';
import { endOf } from '../../domain/report/periods';
import type { PeriodSpan, ReviewPeriod } from '../../domain/review/review-period';
import type { Instant } from '../../domain/time/instant';
import { cycleIdOf } from '../../domain/timer/cycle-name';
import type { Ports, ProjectId } from '../ports';

/** Which agreement's promises of which period are looked at. */
export interface PeriodLookedAt extends PeriodSpan {
  readonly agreement: Agreement['id'];
  readonly period: ReviewPeriod;
}

/** What was missed in a period, excused things left out. */
export interface MissedPromises {
  readonly count: number;
  readonly byCause: ReadonlyMap<Cause['id'], number>;
  /** When those happened that have no cause, the earliest first. */
  readonly withoutCause: readonly Instant[];
}

const AT_ONCE = 100;

/** The cycles of a period that missed their promise by measure and by report, and the breaches that were recorded by hand (M3). */
export async function missedPromises(
  { figures, records }: Pick<Ports, 'figures' | 'records'>,
  project: ProjectId,
  { agreement, period, startsAt, endsAt }: PeriodLookedAt,
): Promise<MissedPromises> {
  const byCause = new Map<Cause['id'], number>();
  const withoutCause: Instant[] = [];
  let count = 0;
  const add = (cause: Cause['id'] | undefined, at: Instant): void => {
    count += 1;
    if (cause === undefined) withoutCause.push(at);
    else byCause.set(cause, (byCause.get(cause) ?? 0) + 1);
  };
  for (let offset = 0; ; offset += AT_ONCE) {
    const cycles = await figures.cycles(project, {
      filter: { agreement },
      edges: [period.from, endOf(period)],
      until: endsAt,
      verdicts: ['breached'],
      reported: ['breached'],
      offset,
      limit: AT_ONCE,
    });
    const said = await records.named(project, 'breach', cycles.map(cycleIdOf));
    const causeOf = new Map(said.map(({ doc }) => [doc.id, doc.cause]));
    for (const cycle of cycles) add(causeOf.get(cycleIdOf(cycle)), cycle.breachedAt ?? startsAt);
    if (cycles.length < AT_ONCE) break;
  }
  for (const { doc } of await records.about(project, 'breach', { from: startsAt, to: endsAt }))
    if (doc.byHand?.agreement === agreement && !doc.removed) add(doc.cause, doc.happenedAt);
  return { count, byCause, withoutCause: withoutCause.sort((a, b) => a - b) };
}
