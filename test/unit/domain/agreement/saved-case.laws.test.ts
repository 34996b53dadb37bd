import * as fc from 'fast-check';
import type { Agreement } from '../../../../src/domain/agreement/agreement';
import { caseBook } from '../../../../src/domain/agreement/case-book';
import { endOf, historyOf, type MadeUpIssue } from '../../../../src/domain/agreement/made-up-issue';
import { outcomesOf, type Expected } from '../../../../src/domain/agreement/saved-case';
import { compiledCalendar } from '../../../../src/domain/calendar/compiled-calendars';
import { days, hours, later, minutes } from '../../../../src/domain/time/instant';
import { evaluate } from '../../../../src/domain/timer/evaluate';
import { at, goal, nineToFive, onWednesday, priorityIs, resolutionMetric } from '../../../support/builders';
import { law } from '../../../support/laws';

const desk: Agreement = {
  id: 'desk',
  kind: 'SLA',
  name: 'Desk',
  timeZone: 'UTC',
  effectiveFrom: at('2026-01-01T00:00Z'),
  metrics: [resolutionMetric([goal('P1', hours(4), priorityIs('P1')), goal('Others', hours(20))])],
};
const saved = { change: 'change-1', seq: 1, at: at('2026-01-01T00:00Z') };
const book = caseBook([{ ...saved, kind: 'calendar', doc: nineToFive }], [desk]);

function resultOf(issue: MadeUpIssue): Expected[] {
  const hoursOf = (version: string) => compiledCalendar(book.calendars.get(version)!);
  return outcomesOf(desk, evaluate(historyOf(issue), book.rules, hoursOf, endOf(issue)));
}

const begins = onWednesday('10:00');
const change = fc
  .constantFrom(
    ['status', 'Open'] as const,
    ['status', 'Waiting'] as const,
    ['status', 'Done'] as const,
    ['priority', 'P1'] as const,
    ['priority', 'P2'] as const,
  )
  .map(([field, value]) => ({ field, to: [value] }));
/** No two at the same minute, whose order would be part of what happened. */
const issues: fc.Arbitrary<MadeUpIssue> = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 20_000 }), change), {
    selector: ([minute]) => minute,
    maxLength: 6,
  })
  .map((changes) => ({
    created: begins,
    fields: { status: ['Open'], priority: ['P2'] },
    changes: changes.map(([minute, one]) => ({ ...one, at: later(begins, minutes(minute)) })),
  }));

describe('a case', () => {
  law('does not hang on the order in which its changes were written', [issues, fc.nat()], (issue, turn) => {
    const cut = turn % (issue.changes.length + 1);
    const changes = [...issue.changes.slice(cut), ...issue.changes.slice(0, cut)].reverse();
    expect(resultOf({ ...issue, changes })).toEqual(resultOf(issue));
  });

  law(
    'put off by whole weeks is due as much later',
    [issues, fc.integer({ min: 1, max: 500 })],
    (issue, n) => {
      const by = days(7 * n);
      const moved = {
        ...issue,
        created: later(issue.created, by),
        changes: issue.changes.map((one) => ({ ...one, at: later(one.at, by) })),
      };
      const expected = resultOf(issue).map(({ metric, outcome }) => ({
        metric,
        outcome: 'at' in outcome ? { ...outcome, at: later(outcome.at, by) } : outcome,
      }));
      expect(resultOf(moved)).toEqual(expected);
    },
  );
});
