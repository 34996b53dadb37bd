import { holdingsOf, type Holding } from '../../domain/breach/holders';
import type { Breach } from '../../domain/breach/breach';
import { cycleNamed, type CycleName } from '../../domain/timer/cycle-name';
import { ledger } from '../../domain/timer/ledger';
import { evaluateIssue } from '../evaluate-issue';
import type { HistoryEntry, Ports, ProjectId } from '../ports';
import { readIssues } from '../read-issues';
import { rulesOf } from '../rules';
import { breachesNamed, type BreachRow } from './view-breaches';

export interface BreachView {
  readonly row: BreachRow;
  /** Who held the issue when, by account; null where that cannot be told. */
  readonly holdings: readonly Holding[] | null;
  /** What was said before, the latest first. */
  readonly history: readonly HistoryEntry<Breach>[];
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
  return { row, history, holdings: cycle ? await heldDuring(ports, project, cycle) : null };
}

async function heldDuring(
  ports: Ports,
  project: ProjectId,
  name: CycleName,
): Promise<readonly Holding[] | null> {
  if (await ports.holds.isUrgentHeld(ports.clock.now())) return null;
  const { book, hoursOf } = await rulesOf(ports, project);
  const [reading] = await readIssues(ports, book, [name.issue]);
  if (reading?.project !== project) return null;
  const { timers, evaluatedAt: now } = evaluateIssue(reading, book, hoursOf, ports.clock.now());
  const cycle = timers
    .find(({ agreement, metric }) => agreement.id === name.agreement && metric.id === name.metric)
    ?.cycles.find(({ number }) => number === name.cycle);
  return cycle ? holdingsOf(ledger(cycle, hoursOf, now), reading.history.facts, 'assignee') : null;
}
