import path from 'node:path';
import type { IssueReading } from '../../src/app/ports';
import { instant, type Instant } from '../../src/domain/time/instant';
import type { Fact, FieldChange } from '../../src/domain/timer/history';
import { readLog, unnamedState, type Incident, type LogRow } from '../site/sample/log';
import { judge, project } from './realism-agreement';

/** How many of the incidents of one priority our verdict and the log's own agree on, and how many it must be. */
export interface Agreement {
  readonly goal: string;
  readonly atLeast: number;
  agreed: number;
  judged: number;
}

export interface Realism {
  readonly incidents: number;
  readonly agreements: readonly Agreement[];
  /** How many incidents there are of the priorities that nobody knows the log's targets of. */
  readonly notJudged: ReadonlyMap<string, number>;
  /** Why incidents were not judged, with where in the file. */
  readonly leftOut: ReadonlyMap<string, readonly string[]>;
}

/**
 * Judges every closed incident of a log by one clock, and compares with the log's `made_sla` as its last row has it. An
 * incident counts for the goal that it is judged by when it is closed: that of its priority then (engine rule 14, carry).
 * @param file in the format of the sample. Times are read as UTC and left where they are.
 * @throws LogError when the file cannot be read.
 */
export async function realismOf(file: string): Promise<Realism> {
  const { incidents, disordered } = await readLog(file);
  const standingOf = await judge();
  const agreements: readonly Agreement[] = [
    { goal: 'P3', atLeast: 97.5, agreed: 0, judged: 0 },
    { goal: 'P4', atLeast: 99, agreed: 0, judged: 0 },
  ];
  const notJudged = new Map<string, number>();
  const leftOut = new Map<string, string[]>();
  if (disordered.size > 0) leftOut.set('with rows that are not in order of time', [...disordered.values()]);

  for (const incident of incidents) {
    const last = incident.at(-1) ?? incident[0];
    const closed = closingOf(incident);
    if (typeof closed === 'string') {
      const where = `Line ${last.line}: ${last.number}`;
      leftOut.set(closed, [...(leftOut.get(closed) ?? []), where]);
      continue;
    }
    const { promise, verdict } = standingOf(readingOf(incident, closed));
    const { goal = '' } = promise ?? {};
    const agreement = agreements.find((each) => each.goal === goal);
    if (!agreement) {
      notJudged.set(goal, (notJudged.get(goal) ?? 0) + 1);
      continue;
    }
    agreement.judged += 1;
    if (verdict === (last.madeSla ? 'met' : 'breached')) agreement.agreed += 1;
  }
  return { incidents: incidents.length + disordered.size, agreements, notJudged, leftOut };
}

/** When the incident was closed, or why that cannot be said. */
function closingOf(incident: Incident): Instant | string {
  const [{ openedAt, closedAt }] = incident;
  if (incident.some((row) => row.openedAt !== openedAt || row.closedAt !== closedAt)) {
    return 'whose rows name several opened_at or closed_at';
  }
  if (closedAt === null) return 'without closed_at';
  return closedAt < openedAt ? 'closed before they were opened' : at(closedAt);
}

const at = (time: string): Instant => instant(Date.parse(`${time}Z`));

/**
 * The history of an incident: opened as New, then every row's changes against the row before, closed at `closed_at`. Some
 * were closed several times, or reopened after; the log times them to the last closing, so an earlier one does not count.
 */
function readingOf(incident: Incident, closed: Instant): IssueReading {
  const [first] = incident;
  let status = 'New';
  const fields = (row: LogRow): Record<string, string | null> => {
    if (row.state !== unnamedState && row.state !== 'Closed') status = row.state;
    return { status, priority: row.priority, assignee: row.assignedTo, group: row.assignmentGroup };
  };
  let before: Record<string, string | null> = { ...fields(first), status: 'New' };
  const facts: Fact[] = [
    {
      id: 'opened',
      at: at(first.openedAt),
      kind: 'created',
      fields: Object.fromEntries(Object.entries(before).map(([field, value]) => [field, valueOf(value)])),
    },
  ];
  for (const row of incident) {
    const after = fields(row);
    const changes = Object.entries(after).flatMap(([field, to]): FieldChange[] => {
      const from = before[field] ?? null;
      return from === to ? [] : [{ field, from: valueOf(from), to: valueOf(to) }];
    });
    if (changes.length > 0) {
      facts.push({ id: `${row.line}`, at: at(row.updatedAt), kind: 'changed', changes });
    }
    before = after;
  }
  const closing: FieldChange = { field: 'status', from: [status], to: ['Closed'] };
  facts.push({ id: 'closed', at: closed, kind: 'changed', changes: [closing] });
  return { id: first.number, project, updated: closed, history: { facts } };
}

const valueOf = (value: string | null): string[] => (value === null ? [] : [value]);

export const isRealistic = ({ agreements }: Realism): boolean => agreements.every(suffices);

/** None is nothing to judge. */
function suffices({ agreed, judged, atLeast }: Agreement): boolean {
  return judged === 0 || (agreed / judged) * 100 >= atLeast;
}

const MOST_PLACES = 3;

/** What the command prints, line by line. */
export function report(file: string, realism: Realism): string[] {
  const { incidents, agreements, notJudged, leftOut } = realism;
  const bounds = agreements.map(({ goal, atLeast }) => `${goal} at least ${atLeast} %`).join(', ');
  const failed = agreements.filter((agreement) => !suffices(agreement));
  const short = failed.map(({ goal, atLeast }) => `${goal} agrees on less than ${atLeast} %`).join(', ');
  return [
    `${incidents} incidents of ${path.basename(file)}, times read as UTC, timed around the clock from opened to closed.`,
    'An incident counts for the priority that it has when it is closed.',
    ...agreements.map(agreementLine),
    ...[...notJudged]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([priority, count]) => `${priority}: ${count} not judged, since the log’s target is not known`),
    ...[...leftOut].flatMap(([why, places]) => [
      `Left out: ${places.length} ${why}`,
      ...places.slice(0, MOST_PLACES).map((place) => `  ${place}`),
      ...(places.length > MOST_PLACES ? [`  and ${places.length - MOST_PLACES} more`] : []),
    ]),
    failed.length > 0 ? `Failed: ${short}.` : `Passed: ${bounds}.`,
  ];
}

function agreementLine({ goal, agreed, judged }: Agreement): string {
  if (judged === 0)
    return `${goal}: no incident in this file has this priority when it is closed, so there is nothing to judge`;
  return `${goal}: ${((agreed / judged) * 100).toFixed(2)} % of ${judged} agree with made_sla`;
}
