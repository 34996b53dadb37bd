import type { Agreement } from '../domain/agreement/agreement';
import type { ReportingFields } from '../domain/agreement/reporting';
import { latestRevisions, meant } from '../domain/agreement/revisions';
import { WAITING_LONG } from '../domain/report/waiting-long';
import { earlier, type Instant } from '../domain/time/instant';
import { metricKinds, type MetricKind } from '../domain/timer/metric';
import type { OpenCounts, OpenTimer, OpenValue, OpenWanted, Ports, ProjectId } from './ports';
import { reportingFieldsOf } from './reporting';

const PAGE = 50;

export type BoardWanted = Pick<OpenWanted, 'filter' | 'states' | 'offset'> & {
  /** Only those that have waited for longer than {@link WAITING_LONG}. */
  readonly waitingLong?: true;
};

export interface Board extends OpenCounts {
  readonly asOf: Instant;
  /** The latest version of each agreement. */
  readonly agreements: readonly Agreement[];
  /** The kinds of timers that these have. */
  readonly kinds: readonly MetricKind[];
  readonly services: readonly { readonly id: string; readonly name: string }[];
  readonly values: readonly OpenValue[];
  /** The fields whose values name customers and groups. */
  readonly fields: ReportingFields;
  readonly timers: readonly OpenTimer[];
  readonly hasMore: boolean;
}

/** The open timers of a project, those due next first, a page of them, with what a reader may narrow them down by (M1). */
export async function viewBoard(
  { figures, records, clock }: Pick<Ports, 'figures' | 'records' | 'clock'>,
  project: ProjectId,
  { filter, states, waitingLong, offset }: BoardWanted,
): Promise<Board> {
  const asOf = clock.now();
  const waitsBefore = earlier(asOf, WAITING_LONG);
  const [revisions, services, counts, values, found] = await Promise.all([
    records.revisions(project),
    records.documents(project, 'service'),
    figures.openCounts(project, filter, waitsBefore),
    figures.openValues(project),
    figures.open(project, {
      filter,
      ...(states && { states }),
      ...(waitingLong && { waitsBefore }),
      offset,
      // One more tells whether there are more.
      limit: PAGE + 1,
    }),
  ]);
  const agreements = meant(latestRevisions(revisions)).flatMap((each) =>
    each.kind === 'agreement' ? each.doc : [],
  );
  const used = new Set(agreements.flatMap(({ metrics }) => metrics.map(({ kind }) => kind)));
  return {
    ...counts,
    asOf,
    agreements,
    kinds: metricKinds.filter((kind) => used.has(kind)),
    services: services.map(({ doc: { id, name } }) => ({ id, name })),
    values,
    fields: reportingFieldsOf(revisions),
    timers: found.slice(0, PAGE),
    hasMore: found.length > PAGE,
  };
}
