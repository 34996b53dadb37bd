import { latestRevisions, meant } from '../../domain/agreement/revisions';
import { daysAfter, daysBefore, type Days } from '../../domain/improvement/effect-days';
import type { ImprovementAction } from '../../domain/improvement/improvement';
import { measured, tallyOf, type Attainment } from '../../domain/report/tally';
import { earlierOf } from '../../domain/time/instant';
import { startOfDay } from '../../domain/time/offset-periods';
import { localDateAt, type Zone } from '../../domain/time/zone';
import type { Ports, ProjectId } from '../ports';

/** How a target was kept, as measured, over some days. */
export interface KeptOver extends Days {
  readonly kept: Attainment;
  /** Whether they are all over; what is not yet over may still change. */
  readonly areOver: boolean;
}

/** How the target of an action was kept before it was planned, and after it was done (R4). */
export interface EffectMeasured {
  readonly before: KeptOver;
  /** Undefined while it is not done. */
  readonly after: KeptOver | undefined;
}

/** @returns undefined where the action names no target. */
export async function effectOf(
  ports: Pick<Ports, 'figures' | 'records' | 'clock'>,
  project: ProjectId,
  { agreement, metric, planned, done }: ImprovementAction,
): Promise<EffectMeasured | undefined> {
  if (agreement === undefined || metric === undefined) return undefined;
  const zone = await zoneOf(ports, project, agreement);
  const now = ports.clock.now();
  const keptOver = async (days: Days): Promise<KeptOver> => {
    const end = startOfDay(zone, days.to);
    const rows = await ports.figures.closed(project, {
      filter: { agreement, metric },
      edges: [days.from, days.to],
      until: earlierOf(end, now),
      by: 'kind',
    });
    const kept = measured(tallyOf(rows.filter(({ period }) => period === 0)));
    return { ...days, kept, areOver: end <= now };
  };
  return {
    before: await keptOver(daysBefore(localDateAt(zone, planned.at))),
    after: done && (await keptOver(daysAfter(localDateAt(zone, done.at)))),
  };
}

/** A cycle belongs to the day on which it ended by the clock of its agreement. */
async function zoneOf(
  { records }: Pick<Ports, 'records'>,
  project: ProjectId,
  agreement: string,
): Promise<Zone> {
  const latest = meant(latestRevisions(await records.revisions(project)));
  const found = latest.find(({ kind, doc }) => kind === 'agreement' && doc.id === agreement);
  return found?.kind === 'agreement' ? found.doc.timeZone : 'UTC';
}
