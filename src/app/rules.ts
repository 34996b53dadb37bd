import { ruleBook, type RuleBook } from '../domain/agreement/revisions';
import type { HoursOf } from '../domain/timer/account';
import { compiledCalendars } from './evaluate-issue';
import type { Ports, ProjectId } from './ports';

/** What issues of a project are judged by. */
export interface Rules {
  readonly book: RuleBook;
  readonly hoursOf: HoursOf;
}

export async function rulesOf({ records }: Pick<Ports, 'records'>, project: ProjectId): Promise<Rules> {
  const book = ruleBook(await records.revisions(project));
  return { book, hoursOf: compiledCalendars(book) };
}
