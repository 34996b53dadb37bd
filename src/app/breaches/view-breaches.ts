import { tellingOf, type Party, type Telling } from '../../domain/breach/breach';
import { stateOf, type ExceptionState } from '../../domain/breach/exception';
import type { RevisionOf } from '../../domain/documents';
import type { Instant } from '../../domain/time/instant';
import { cycleIdOf, cycleNamed, type CycleId } from '../../domain/timer/cycle-name';
import type { BreachedTimer, IssueId, Ports, ProjectId } from '../ports';
import { NOTHING_SAID, saidOf, type Said } from './said';

/** A breach as the register shows it: what the timer measured beside what people say. */
export interface BreachRow extends Said {
  readonly id: string;
  readonly happenedAt: Instant;
  /** Undefined for one that was recorded by hand, and where the cycle was not breached. */
  readonly timer: BreachedTimer | undefined;
  readonly telling: Telling;
}

/** Which breaches a register shows; what is left out does not matter. */
export interface BreachesWanted {
  /** Happened from then on, and before. */
  readonly from: Instant;
  readonly to: Instant;
  readonly agreement?: string;
  /** Null: none was recorded yet. */
  readonly cause?: string | null;
  readonly party?: Party | null;
  /** With an exclusion or extension that stands so; null: none was ever asked for. */
  readonly exception?: ExceptionState | null;
  /** Of which the customer was told too late, or is still to be told though it is too late. */
  readonly toldLate?: true;
  readonly after?: BreachPlace;
}

/** Where a page of the register begins. */
export interface BreachPlace {
  /** So many timers come before. */
  readonly offset: number;
  /** What was recorded by hand and happened from then on comes before. */
  readonly before: Instant;
}

export interface BreachPage {
  readonly rows: readonly BreachRow[];
  /** Names the page after this one; undefined after the last. */
  readonly next: BreachPlace | undefined;
}

/** Timers are read so many at once, until a page is full or has cost enough. */
const AT_ONCE = 50;
const FULL = 50;
const MOST_READS = 6;

/** The breach register of a project (M3), the latest first, a page of it: what was measured, with what was said. */
export async function viewBreaches(
  ports: Pick<Ports, 'figures' | 'records' | 'clock'>,
  project: ProjectId,
  wanted: BreachesWanted,
): Promise<BreachPage> {
  const rows: BreachRow[] = [];
  let place = wanted.after ?? { offset: 0, before: wanted.to };
  for (let reads = 0; reads < MOST_READS && rows.length < FULL; reads += 1) {
    const { found, next } = await readOn(ports, project, wanted, place);
    rows.push(...found.filter((row) => isWanted(row, wanted)));
    if (!next) return { rows, next };
    place = next;
  }
  return { rows, next: place };
}

async function readOn(
  ports: Pick<Ports, 'figures' | 'records' | 'clock'>,
  project: ProjectId,
  { from, to, agreement }: BreachesWanted,
  { offset, before }: BreachPlace,
): Promise<{ readonly found: readonly BreachRow[]; readonly next: BreachPlace | undefined }> {
  const filter = agreement === undefined ? {} : { agreement };
  const timers = await ports.figures.breached(project, { filter, from, to, offset, limit: AT_ONCE });
  const last = timers.length === AT_ONCE ? timers.at(-1) : undefined;
  // What was recorded by hand stands among the timers of its time.
  const since = last?.breachedAt ?? from;
  const written =
    since < before ? await ports.records.about(project, 'breach', { from: since, to: before }) : [];
  const byHand = written.filter(
    ({ doc }) => doc.byHand && !doc.removed && (agreement ?? doc.byHand.agreement) === doc.byHand.agreement,
  );
  const said = await saidOf(ports, project, timers.map(cycleIdOf));
  const now = ports.clock.now();
  const found = [
    ...timers.map((timer) => rowOf(timer, said.get(cycleIdOf(timer)) ?? NOTHING_SAID, now)),
    ...byHand.map((breach) => handRowOf(breach, now)),
  ].sort((a, b) => b.happenedAt - a.happenedAt);
  return { found, next: last && { offset: offset + AT_ONCE, before: since } };
}

const rowOf = (timer: BreachedTimer, said: Said, now: Instant): BreachRow => {
  const { breachedAt: happenedAt } = timer;
  const told = said.breach?.doc.told;
  const telling = tellingOf({ happenedAt, ...(told && { told }) }, now);
  return { id: cycleIdOf(timer), happenedAt, timer, telling, ...said };
};

const handRowOf = (breach: RevisionOf<'breach'>, now: Instant): BreachRow => {
  const { id, happenedAt } = breach.doc;
  return { id, happenedAt, timer: undefined, telling: tellingOf(breach.doc, now), breach, exceptions: [] };
};

function isWanted(row: BreachRow, { cause, party, exception, toldLate }: BreachesWanted): boolean {
  const { breach, exceptions, telling } = row;
  const states = exceptions.map(({ doc }) => stateOf(doc));
  return (
    (cause === undefined || (breach?.doc.cause ?? null) === cause) &&
    (party === undefined || (breach?.doc.party ?? null) === party) &&
    (exception === undefined || (exception === null ? states.length === 0 : states.includes(exception))) &&
    (!toldLate || telling.kind === 'told-late' || telling.kind === 'overdue')
  );
}

/**
 * Breaches by their ids, at most 100: of cycles those that were breached or have an exclusion or extension; of others those
 * that were recorded by hand.
 */
export async function breachesNamed(
  ports: Pick<Ports, 'figures' | 'records' | 'clock'>,
  project: ProjectId,
  ids: readonly string[],
): Promise<BreachRow[]> {
  const now = ports.clock.now();
  const cycles = ids.flatMap((id) => cycleNamed(id) ?? []);
  const others = ids.filter((id) => !cycleNamed(id));
  const timers = cycles.length > 0 ? await ports.figures.breachedOf(project, cycles) : [];
  const timerOf = new Map(timers.map((timer) => [cycleIdOf(timer), timer]));
  const said = await saidOf(ports, project, cycles.map(cycleIdOf));
  const byHand = others.length > 0 ? await ports.records.named(project, 'breach', others) : [];
  return [
    ...cycles.map(cycleIdOf).flatMap((id): BreachRow[] => {
      const [timer, spoken] = [timerOf.get(id), said.get(id)];
      if (timer) return [rowOf(timer, spoken ?? NOTHING_SAID, now)];
      return spoken ? unbreached(id, spoken, now) : [];
    }),
    ...byHand.filter(({ doc }) => !doc.removed).map((breach) => handRowOf(breach, now)),
  ];
}

/** Of a cycle that is not breached, or not any more, what was asked for it is still to be seen. */
function unbreached(id: CycleId, said: Said, now: Instant): BreachRow[] {
  const [first] = said.exceptions;
  const happenedAt = said.breach?.doc.happenedAt ?? first?.doc.asked.at;
  if (happenedAt === undefined) return [];
  return [{ id, happenedAt, timer: undefined, telling: tellingOf({ happenedAt }, now), ...said }];
}

/** As many cycles as are looked up of one issue; the latest count. */
const MOST_OF_ISSUE = 100;

/** The breaches of one issue, and what was asked for its cycles. */
export async function viewIssueBreaches(
  ports: Pick<Ports, 'figures' | 'records' | 'timers' | 'clock'>,
  project: ProjectId,
  issue: IssueId,
): Promise<BreachRow[]> {
  const stored = await ports.timers.of(issue);
  if (stored?.project !== project) return [];
  const ids = stored.timers
    .flatMap(({ agreement, metric, cycles }) =>
      cycles.map(({ number, startedAt }) => ({
        startedAt,
        id: cycleIdOf({ issue, agreement: agreement.id, metric: metric.id, cycle: number }),
      })),
    )
    .sort((a, b) => b.startedAt - a.startedAt)
    .slice(0, MOST_OF_ISSUE)
    .map(({ id }) => id);
  return breachesNamed(ports, project, ids);
}
