import type { FallingKind } from '../domain/report/falling';
import { earlier, later, minutes, type Instant, type Span } from '../domain/time/instant';
import { dayAfter, type LocalDate } from '../domain/time/local-date';
import { startOfDay } from '../domain/time/offset-periods';
import type { Zone } from '../domain/time/zone';
import { openActions } from './improvement/plan';
import type { Ports, ProjectId } from './ports';
import { viewReviews } from './reviews/view-reviews';
import { viewAgreements } from './view-agreements';
import { reportingZone } from './view-figures';

/** Something of a project that falls due on a day. */
export interface Falling {
  readonly kind: FallingKind;
  /** The id of what falls due. */
  readonly id: string;
  readonly name: string;
  readonly at: Instant;
  /** The number of the version that begins. */
  readonly version?: number;
}

export interface FallingDue {
  readonly asOf: Instant;
  readonly hasAgreements: boolean;
  /** What falls due first comes first. */
  readonly items: readonly Falling[];
}

type FallingPorts = Pick<Ports, 'records' | 'clock'>;
type Found = (ports: FallingPorts, project: ProjectId, time: Time) => Promise<readonly Falling[]>;

interface Time {
  readonly from: Instant;
  readonly to: Instant;
}

/** So that the end of a day is still of that day. */
const A_MOMENT = minutes(1);

/** Where what falls due comes from. */
const sources: readonly Found[] = [ofAgreements, ofActions, ofReviews];

/**
 * What of a project falls due within a time from now on, and what has run out in as long a time before without anybody having
 * seen to it.
 */
export async function viewFallingDue(
  ports: FallingPorts,
  project: ProjectId,
  within: Span,
): Promise<FallingDue> {
  const asOf = ports.clock.now();
  const time = { from: earlier(asOf, within), to: later(asOf, within) };
  const found = await Promise.all(sources.map((source) => source(ports, project, time)));
  const revisions = await ports.records.revisions(project);
  return {
    asOf,
    hasAgreements: revisions.some(({ kind }) => kind === 'agreement'),
    items: found.flat().sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)),
  };
}

const SEEN_TO: readonly string[] = ['terminated', 'archived'];

/** Terms that end, or have ended without a version that goes on; and versions that are published and begin later. */
async function ofAgreements(ports: FallingPorts, project: ProjectId, { from, to }: Time): Promise<Falling[]> {
  const rows = await viewAgreements(ports, project);
  return rows.flatMap(({ id, name, state, endsAt, scheduled }): Falling[] => {
    const ends = endsAt !== null && endsAt >= from && endsAt < to && !SEEN_TO.includes(state);
    return [
      ...(ends ? [{ kind: 'agreement-ends', id, name, at: endsAt } as const] : []),
      ...scheduled
        .filter((each) => each.from < to)
        .map(({ version, from: at }) => ({ kind: 'version-begins', id, name, at, version }) as const),
    ];
  });
}

/** Actions that are open, those that are late as well, however late: each until the end of its day. */
async function ofActions(ports: FallingPorts, project: ProjectId, { to }: Time): Promise<Falling[]> {
  const actions = await openActions(ports, project);
  const zone = reportingZone(await ports.records.revisions(project));
  return actions
    .map(
      ({ doc: { id, title: name, due } }) => ({ kind: 'action', id, name, at: endOfDay(zone, due) }) as const,
    )
    .filter(({ at }) => at < to);
}

/** Reviews that are not closed and service reports that are not issued, those that are late as well. */
async function ofReviews(ports: FallingPorts, project: ProjectId, { to }: Time): Promise<Falling[]> {
  const { plans, reviews, reports } = await viewReviews(ports, project);
  const agreements = new Map(plans.map(({ now: { doc } }) => [doc.id, doc]));
  const falling = (
    kind: FallingKind,
    { id, agreement, dueOn }: (typeof reviews | typeof reports)[number],
  ) => {
    const { name = agreement, timeZone = 'UTC' } = agreements.get(agreement) ?? {};
    return { kind, id, name, at: endOfDay(timeZone, dueOn) };
  };
  return [
    ...reviews.filter(({ state }) => state !== 'closed').map((row) => falling('review', row)),
    ...reports.filter(({ state }) => state !== 'issued').map((row) => falling('service-report', row)),
  ].filter(({ at }) => at < to);
}

/** A moment before the next day begins. */
const endOfDay = (zone: Zone, day: LocalDate): Instant => earlier(startOfDay(zone, dayAfter(day)), A_MOMENT);
