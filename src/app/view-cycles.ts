import { edgesOf, endOf, periodOf } from '../domain/report/periods';
import { earlierOf } from '../domain/time/instant';
import { startOfDay } from '../domain/time/offset-periods';
import type { CountedCycle, CyclesWanted, Ports, ProjectId } from './ports';
import { reportingZone, type FiguresAsked } from './view-figures';

const PAGE = 50;

export type CyclesAsked = Omit<FiguresAsked, 'by'> &
  Pick<CyclesWanted, 'verdicts' | 'reported' | 'late' | 'offset'>;

/** A page of the cycles behind a number of a period (R1). */
export async function viewCycles(
  { figures, records, clock }: Pick<Ports, 'figures' | 'records' | 'clock'>,
  project: ProjectId,
  { period: kind, day, ...asked }: CyclesAsked,
): Promise<{ readonly cycles: readonly CountedCycle[]; readonly hasMore: boolean }> {
  const zone = reportingZone(await records.revisions(project));
  const period = periodOf(kind, day);
  const found = await figures.cycles(project, {
    ...asked,
    edges: edgesOf(period, 1),
    until: earlierOf(startOfDay(zone, endOf(period)), clock.now()),
    // One more tells whether there are more.
    limit: PAGE + 1,
  });
  return { cycles: found.slice(0, PAGE), hasMore: found.length > PAGE };
}
