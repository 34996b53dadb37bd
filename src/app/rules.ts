import { ruleBook, type RuleBook } from '../domain/agreement/revisions';
import type { HoursOf } from '../domain/timer/standing';
import { compiledCalendars } from './evaluate-issue';
import type { Ports, ProjectId } from './ports';

/** What issues of a project are judged by. */
export interface Rules {
  readonly book: RuleBook;
  readonly hoursOf: HoursOf;
}

/** The rules of each project, fetched once; an issue that was moved is judged by those of the project it is in now. */
export function rulesOf({ records }: Pick<Ports, 'records'>): (project: ProjectId) => Promise<Rules> {
  const known = new Map<ProjectId, Rules>();
  return async (project) => {
    const fetched = known.get(project);
    if (fetched) return fetched;
    const book = ruleBook(await records.revisions(project));
    const rules = { book, hoursOf: compiledCalendars(book) };
    known.set(project, rules);
    return rules;
  };
}
