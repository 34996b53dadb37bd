import type { CustomField, Issue } from '../jira/model';
import type { PageView } from './host';
import { dateTime } from './words';

/** What a reader sees of a custom field, instants in his own zone; null when it is empty. */
export function customValue({ host, visitor }: PageView, issue: Issue, field: CustomField): string | null {
  const value = issue.custom.get(field.id);
  if (value === undefined || field.type !== 'datetime') return host.jira.store.customText(issue, field.id);
  return dateTime(Date.parse(value), visitor.timeZone);
}
