import type { Agreement } from '../../domain/agreement/agreement';
import type { Breach } from '../../domain/breach/breach';
import type { Cause } from '../../domain/breach/causes';
import type { Instant } from '../../domain/time/instant';
import { cycleIdOf } from '../../domain/timer/cycle-name';
import type { Ports, ProjectId } from '../ports';
import { agreementsIn } from '../view-figures';
import { viewCauses } from './causes';

/** Which breaches are counted: those of one agreement, or of all. */
export interface CausesWanted {
  /** Happened from then on, and before. */
  readonly from: Instant;
  readonly to: Instant;
  readonly agreement?: string;
}

export interface CausesCounted {
  readonly asOf: Instant;
  readonly agreements: readonly Agreement[];
  /** The causes of the project, and the number of their revision: 0 while they are the ready-made ones. */
  readonly causes: readonly Cause[];
  readonly revision: number;
  /** None is left out but those that no breach has. */
  readonly counts: readonly CauseCount[];
  /** Whether all breaches of the time are counted, and not only the latest. */
  readonly areAll: boolean;
}

/** Breaches that have an agreement and a cause in common. */
export interface CauseCount {
  readonly agreement: Agreement['id'];
  /** Null: none was recorded yet. */
  readonly cause: Cause['id'] | null;
  readonly count: number;
}

/** Timers are read so many at once, until all are counted or it has cost enough. */
const AT_ONCE = 500;
const MOST_READS = 20;

/** How many breaches of a time have which cause, measured ones and those recorded by hand together (M3). */
export async function countCauses(
  ports: Pick<Ports, 'figures' | 'records' | 'clock'>,
  project: ProjectId,
  { from, to, agreement }: CausesWanted,
): Promise<CausesCounted> {
  const filter = agreement === undefined ? {} : { agreement };
  const counts: CauseCount[] = [];
  const places = new Map<string, number>();
  const count = (of: Agreement['id'], cause: Cause['id'] | null): void => {
    const name = JSON.stringify([of, cause]);
    const place = places.get(name) ?? counts.length;
    places.set(name, place);
    counts[place] = { agreement: of, cause, count: (counts[place]?.count ?? 0) + 1 };
  };
  const said = new Map<string, Breach>();
  const known = {
    asOf: ports.clock.now(),
    agreements: agreementsIn(await ports.records.revisions(project)),
    ...(await viewCauses(ports, project)),
  };
  let before = to;
  for (let reads = 0; reads < MOST_READS; reads += 1) {
    const timers = await ports.figures.breached(project, {
      ...{ filter, from, to },
      offset: reads * AT_ONCE,
      limit: AT_ONCE,
    });
    const last = timers.length === AT_ONCE ? timers.at(-1) : undefined;
    const since = last?.breachedAt ?? from;
    const written =
      since < before ? await ports.records.about(project, 'breach', { from: since, to: before }) : [];
    for (const { doc } of written) {
      said.set(doc.id, doc);
      const isMeant = doc.byHand && (agreement ?? doc.byHand.agreement) === doc.byHand.agreement;
      if (isMeant && !doc.removed) count(doc.byHand.agreement, doc.cause ?? null);
    }
    for (const timer of timers) count(timer.agreement, said.get(cycleIdOf(timer))?.cause ?? null);
    before = since;
    if (!last) return { ...known, counts, areAll: true };
  }
  return { ...known, counts, areAll: false };
}
