import type { RuleBook } from '../domain/agreement/rule-book';
import type { FieldId } from '../domain/timer/history';
import { fieldsAskedFor } from './evaluate-issue';
import { withMemberships } from './memberships';
import type { IssueId, IssueReading, Ports } from './ports';

/**
 * What happened to these issues (at most 100), with all that the rules of a project ask about.
 *
 * @param moreFields that somebody else asks about.
 * @throws JiraUnavailable, JiraRefused
 */
export async function readIssues(
  ports: Pick<Ports, 'clock' | 'groups' | 'issues' | 'memberships'>,
  book: RuleBook,
  issues: readonly IssueId[],
  moreFields: readonly FieldId[] = [],
): Promise<readonly IssueReading[]> {
  const readings = await ports.issues.read(issues, [...fieldsAskedFor(book), ...moreFields]);
  return (await withMemberships(ports, book, readings)).readings;
}
