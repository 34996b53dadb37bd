import type { Revision } from '../domain/agreement/revisions';
import { ruleBook, type RuleBook } from '../domain/agreement/rule-book';
import type { HoursOf } from '../domain/timer/account';
import { compiledCalendars } from './evaluate-issue';
import type { Ports, ProjectId } from './ports';

/** What issues of a project are judged by. */
export interface Rules {
  readonly book: RuleBook;
  readonly hoursOf: HoursOf;
}

/** Compiled once for revisions that are read once and used many times. */
const compiled = new WeakMap<readonly Revision[], Rules>();

export async function rulesOf({ records }: Pick<Ports, 'records'>, project: ProjectId): Promise<Rules> {
  const revisions = await records.revisions(project);
  const known = compiled.get(revisions);
  if (known) return known;
  const book = ruleBook(revisions);
  const rules = { book, hoursOf: compiledCalendars(book) };
  compiled.set(revisions, rules);
  return rules;
}
