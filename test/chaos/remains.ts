import type { Site } from '../site/site';

/** What is left when a script was lived through: lines that can be compared, and what is wrong whatever they say. */
export interface Remains {
  /** Every timer that is stored, and what Jira shows of it. */
  readonly lines: readonly string[];
  /** What must not be left, such as an issue that still waits to be judged. */
  readonly troubles: readonly string[];
}

type Row = Readonly<Record<string, unknown>>;

export function remainsOf(site: Site): Remains {
  const { forge } = site;
  const rows = (query: string): Row[] => forge.sql.read(query, []) as Row[];
  const timers = rows(
    `SELECT issue_id, agreement, metric, cycle_no, version, goal, verdict, started_at, ended_at, due_at, breached_at, doc
     FROM timer ORDER BY issue_id, agreement, metric, cycle_no`,
  );
  const judged = rows('SELECT issue_id, outcome FROM issue_evaluation ORDER BY issue_id');
  const dirty = rows('SELECT issue_id FROM dirty_issue ORDER BY issue_id');
  const jobs = rows(`SELECT kind, project_id, state FROM job WHERE state <> 'done'`);
  return {
    lines: [...timers, ...judged].map((row) => JSON.stringify(row)),
    troubles: [
      ...dirty.map((row) => `an issue still waits to be judged: ${JSON.stringify(row)}`),
      ...jobs.map((row) => `a job has not ended: ${JSON.stringify(row)}`),
      ...site.unmodelled().map((what) => `the site does not model ${what}`),
      ...site.clock.problems.map(({ message }) => message),
    ],
  };
}
