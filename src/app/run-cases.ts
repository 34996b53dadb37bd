import type { Agreement } from '../domain/agreement/agreement';
import { caseBook } from '../domain/agreement/case-book';
import { endOf, historyOf, type MadeUpIssue } from '../domain/agreement/made-up-issue';
import {
  differencesOf,
  madeUpOf,
  outcomesOf,
  type CaseDifference,
  type Expected,
} from '../domain/agreement/saved-case';
import { standingOf } from '../domain/agreement/standing-of';
import type { RevisionOf } from '../domain/documents';
import type { Instant } from '../domain/time/instant';
import { evaluate } from '../domain/timer/evaluate';
import { agreementsOf, stepsTaken, type AgreementFile } from './agreements-of';
import { compiledCalendars } from './evaluate-issue';
import type { Ports, ProjectId } from './ports';

type Kept = Pick<Ports, 'clock' | 'records'>;
export type CaseRevision = RevisionOf<'case'>;

/** What some texts of agreements, taken together, make of a case. */
export interface CaseRun {
  readonly saved: CaseRevision;
  readonly found: readonly Expected[];
  /** None when it comes out as it is expected to. */
  readonly differences: readonly CaseDifference[];
}

/**
 * What was published last of each agreement that has not ended, be it in force or to come into force later: cases are kept
 * for what is promised next.
 */
export async function latestTexts(ports: Kept, project: ProjectId): Promise<Agreement[]> {
  const files = [...(await agreementsOf(ports, project)).values()];
  const now = ports.clock.now();
  return files.flatMap((file) => (isOver(file, now) ? [] : (file.versions.at(-1)?.doc ?? [])));
}

function isOver(file: AgreementFile, now: Instant): boolean {
  const standing = standingOf(file.timeline, stepsTaken(file), now);
  if (!standing || standing.state === 'archived') return true;
  const hasEnded = standing.state === 'expired' || standing.state === 'terminated';
  return hasEnded && standing.scheduled.length === 0;
}

/** What the agreements make of an issue when the last of it has happened, target by target, by the agreements' ids. */
export type Judge = (issue: MadeUpIssue) => ReadonlyMap<Agreement['id'], readonly Expected[]>;

/** Judges made-up issues by some texts of agreements and the calendars as they are now ({@link caseBook}). */
export async function judgeBy(
  { records }: Pick<Ports, 'records'>,
  project: ProjectId,
  texts: readonly Agreement[],
): Promise<Judge> {
  const book = caseBook(await records.revisions(project), texts);
  const hoursOf = compiledCalendars(book);
  return (issue) => {
    const timers = evaluate(historyOf(issue), book.rules, hoursOf, endOf(issue));
    return new Map(texts.map((text) => [text.id, outcomesOf(text, timers)]));
  };
}

/** Undefined for the case of an agreement that is not judged. */
export function runCase(saved: CaseRevision, judge: Judge): CaseRun | undefined {
  const { agreement, issue, expected } = saved.doc;
  const found = judge(madeUpOf(issue)).get(agreement);
  return found && { saved, found, differences: differencesOf(expected, found) };
}
