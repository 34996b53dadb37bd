import { holdingsOf, type Holding } from '../../domain/breach/holders';
import type { Breach } from '../../domain/breach/breach';
import { cycleNamed, type CycleName } from '../../domain/timer/cycle-name';
import type { FieldId } from '../../domain/timer/history';
import { ledger } from '../../domain/timer/ledger';
import { evaluateIssue } from '../evaluate-issue';
import type { HistoryEntry, Ports, ProjectId } from '../ports';
import { readIssues } from '../read-issues';
import { rulesOf } from '../rules';
import { breachesNamed, type BreachRow } from './view-breaches';

export interface BreachView {
  readonly row: BreachRow;
  /** Who held the issue when; null where that cannot be told. */
  readonly held: Held | null;
  /** What was said before, the latest first. */
  readonly history: readonly HistoryEntry<Breach>[];
}

export interface Held {
  /** By account. */
  readonly people: readonly Holding[];
  /** By the name of the group that worked on it; null where the project names no field that says it. */
  readonly groups: readonly Holding[] | null;
}

/** As many earlier texts as anybody reads. */
const MOST_EARLIER = 20;

/**
 * One breach with all that explains it; undefined when it is not there. Who held the issue is read afresh from Jira: what is
 * stored of a timer does not say it.
 *
 * @throws JiraUnavailable, JiraRefused
 */
export async function viewBreach(
  ports: Ports,
  project: ProjectId,
  id: Breach['id'],
): Promise<BreachView | undefined> {
  const [row] = await breachesNamed(ports, project, [id]);
  if (!row) return undefined;
  const history = await ports.records.history(project, { kind: 'breach', id }, MOST_EARLIER);
  const cycle = row.timer && cycleNamed(id);
  return { row, history, held: cycle ? await heldDuring(ports, project, cycle) : null };
}

async function heldDuring(ports: Ports, project: ProjectId, name: CycleName): Promise<Held | null> {
  if (await ports.holds.isUrgentHeld(ports.clock.now())) return null;
  const { book, hoursOf } = await rulesOf(ports, project);
  const [reading] = await readIssues(ports, book, [name.issue]);
  if (reading?.project !== project) return null;
  const { timers, evaluatedAt: now } = evaluateIssue(reading, book, hoursOf, ports.clock.now());
  const cycle = timers
    .find(({ agreement, metric }) => agreement.id === name.agreement && metric.id === name.metric)
    ?.cycles.find(({ number }) => number === name.cycle);
  if (!cycle) return null;
  const [steps, { facts }, team] = [ledger(cycle, hoursOf, now), reading.history, book.reporting?.team];
  return {
    people: holdingsOf(steps, facts, 'assignee'),
    groups: team === undefined ? null : await named(ports, project, team, holdingsOf(steps, facts, team)),
  };
}

/** As the site calls them now; by id what it has no more. */
async function named(
  { projectFields }: Pick<Ports, 'projectFields'>,
  project: ProjectId,
  field: FieldId,
  holdings: readonly Holding[],
): Promise<Holding[]> {
  const values = (await projectFields.in(project))(field)?.values ?? [];
  return holdings.map((holding) => {
    const value = values.find(({ id }) => id === holding.holder);
    return { ...holding, holder: value?.name ?? holding.holder };
  });
}
