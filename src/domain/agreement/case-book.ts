import { EARLIEST } from '../time/instant';
import type { Agreement } from './agreement';
import { latestRevisions, meant, type Revision } from './revisions';
import { ruleBook, type RuleBook } from './rule-book';

/**
 * The rules that cases are judged by: what some agreements say and their calendars as they are now, as if that had held
 * ever since. A case asks what a text makes of an issue, so neither the term of the agreement nor its suspensions nor what
 * was in force on the case's own dates counts; its dates only choose weekdays, holidays and clock changes.
 *
 * @param revisions of the project, for its calendars and holiday sets.
 */
export function caseBook(revisions: readonly Revision[], agreements: readonly Agreement[]): RuleBook {
  const ever = { change: 'ever', at: EARLIEST };
  const calendars = meant(latestRevisions(revisions)).filter(
    ({ kind }) => kind === 'calendar' || kind === 'holiday-set',
  );
  return ruleBook([
    ...calendars.map((revision) => ({ ...revision, ...ever })),
    ...agreements.map((agreement): Revision => {
      const { effectiveTo: _to, suspensions: _suspensions, ...text } = agreement;
      return { ...ever, kind: 'agreement', seq: 1, doc: { ...text, effectiveFrom: EARLIEST } };
    }),
  ]);
}
