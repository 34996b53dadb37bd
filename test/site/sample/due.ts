import type { Due, DueWish } from '../pages/host';

/** Read-only access to the app's database. */
export type ReadDatabase = (statement: string, params: readonly (string | number)[]) => readonly unknown[];

/** All that the site knows of the app's tables: where it keeps the instants at which something is due. */
const dueAfter = `SELECT issue_id AS issue, due_at AS at FROM timer
  WHERE verdict = 'open' AND clock IN ('running', 'out-of-hours') AND due_at > ?`;

/** The first instant after `after` at which something is due that the wish allows. */
export function nextDueIn(read: ReadDatabase, { after, issueId, sees }: DueWish): Due | undefined {
  const rows =
    issueId === undefined
      ? read(`${dueAfter} ORDER BY due_at, issue_id`, [after])
      : read(`${dueAfter} AND issue_id = ? ORDER BY due_at`, [after, Number(issueId)]);
  return rows.map(dueOf).find((due) => sees(due.issueId));
}

function dueOf(row: unknown): Due {
  const { issue, at } = row as { readonly issue: number; readonly at: number };
  return { issueId: String(issue), at };
}
