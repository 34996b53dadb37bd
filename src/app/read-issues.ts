import type { RuleBook } from '../domain/agreement/rule-book';
import { fieldsAskedFor } from './evaluate-issue';
import { withMemberships } from './memberships';
import type { IssueId, IssueReading, Ports } from './ports';

/**
 * What happened to these issues (at most 100), with all that the rules of a project ask about.
 *
 * @throws JiraUnavailable, JiraRefused
 */
export async function readIssues(
  ports: Pick<Ports, 'clock' | 'groups' | 'issues' | 'memberships'>,
  book: RuleBook,
  issues: readonly IssueId[],
): Promise<readonly IssueReading[]> {
  const readings = await ports.issues.read(issues, fieldsAskedFor(book));
  return (await withMemberships(ports, book, readings)).readings;
}
