import { caseBook } from '../../../../src/domain/agreement/case-book';
import { endOf, historyOf, type MadeUpIssue } from '../../../../src/domain/agreement/made-up-issue';
import type { Revision } from '../../../../src/domain/agreement/revisions';
import type { RuleBook } from '../../../../src/domain/agreement/rule-book';
import {
  differencesOf,
  madeUpOf,
  outcomesOf,
  type CaseOutcome,
  type Expected,
} from '../../../../src/domain/agreement/saved-case';
import type { Agreement } from '../../../../src/domain/agreement/agreement';
import { compiledCalendar } from '../../../../src/domain/calendar/compiled-calendars';
import { hours, seconds, later } from '../../../../src/domain/time/instant';
import { evaluate } from '../../../../src/domain/timer/evaluate';
import {
  at,
  goal,
  nineToFive,
  onWednesday,
  priorityIs,
  ref,
  refs,
  resolutionMetric,
} from '../../../support/builders';

const desk: Agreement = {
  id: 'desk',
  kind: 'SLA',
  name: 'Desk',
  timeZone: 'UTC',
  effectiveFrom: at('2026-12-01T00:00Z'),
  metrics: [
    resolutionMetric([goal('P1', hours(4), priorityIs('P1')), goal('P2', hours(8), priorityIs('P2'))], {
      cancel: { changed: 'status', to: refs('Cancelled') },
    }),
  ],
};
const calendar = (seq: number, more: object = {}): Revision => ({
  kind: 'calendar',
  change: `change-${seq}`,
  seq,
  at: at(`2026-11-0${seq}T00:00Z`),
  doc: { ...nineToFive, ...more },
});

const resultOf = (issue: MadeUpIssue, book: RuleBook = caseBook([calendar(1)], [desk]), text = desk) => {
  const hoursOf = (version: string) => compiledCalendar(book.calendars.get(version)!);
  return outcomesOf(text, evaluate(historyOf(issue), book.rules, hoursOf, endOf(issue)));
};
const outcome = (...result: Parameters<typeof resultOf>): CaseOutcome => resultOf(...result)[0]!.outcome;

const opened = (more: Partial<MadeUpIssue> = {}): MadeUpIssue => ({
  created: onWednesday('10:00'),
  fields: { priority: ['P1'], status: ['Open'] },
  changes: [],
  ...more,
});
const moved = (time: string, to: string) => ({ at: onWednesday(time), field: 'status', to: [to] });

describe('what becomes of a case', () => {
  it('is when it is due, when nothing else happens to it', () => {
    expect(outcome(opened())).toEqual({ kind: 'due', at: onWednesday('14:00') });
    const waited = [moved('11:00', 'Waiting'), moved('12:30', 'Open')];
    expect(outcome(opened({ changes: waited }))).toEqual({ kind: 'due', at: onWednesday('15:30') });
  });

  it('is a pause while it waits, since nobody knows then when it is due', () => {
    expect(outcome(opened({ changes: [moved('11:00', 'Waiting')] }))).toEqual({ kind: 'paused' });
  });

  it('is met, or breached at the instant when it was due', () => {
    expect(outcome(opened({ changes: [moved('14:00', 'Done')] }))).toEqual({ kind: 'met' });
    expect(outcome(opened({ changes: [moved('14:01', 'Done')] }))).toEqual({
      kind: 'breached',
      at: onWednesday('14:00'),
    });
  });

  it('is no verdict for one that is cancelled, no goal where none matches, no timer where nothing starts one', () => {
    expect(outcome(opened({ changes: [moved('11:00', 'Cancelled')] }))).toEqual({ kind: 'ended' });
    expect(outcome(opened({ fields: { priority: ['P3'] } }))).toEqual({ kind: 'no-goal' });
    const narrow = { ...desk, covers: { field: 'labels', in: [ref('vip')] } };
    expect(outcome(opened(), caseBook([calendar(1)], [narrow]), narrow)).toEqual({ kind: 'no-timer' });
  });

  it('is that of the last cycle, once it was reopened', () => {
    const changes = [moved('11:00', 'Done'), moved('12:00', 'Open')];
    expect(outcome(opened({ changes }))).toEqual({ kind: 'due', at: onWednesday('16:00') });
  });

  it('does not hang on the order in which its changes were written', () => {
    const changes = [moved('12:30', 'Open'), moved('11:00', 'Waiting')];
    expect(outcome(opened({ changes }))).toEqual({ kind: 'due', at: onWednesday('15:30') });
  });
});

describe('the rules for cases', () => {
  it('are those of the text that is asked about, whatever its term and its suspensions', () => {
    const over = {
      ...desk,
      effectiveTo: at('2026-12-31T00:00Z'),
      suspensions: [{ from: at('2026-01-01T00:00Z'), reason: 'Strike' }],
    };
    expect(outcome(opened(), caseBook([calendar(1)], [over]), over)).toEqual({
      kind: 'due',
      at: onWednesday('14:00'),
    });
  });

  it('count on the calendars as they are now', () => {
    const closed = [{ from: '2026-11-18', to: '2026-11-18', hours: [], name: 'Move' }];
    const book = caseBook([calendar(2, { exceptions: closed }), calendar(1)], [desk]);
    expect(outcome(opened(), book)).toEqual({ kind: 'due', at: at('2026-11-19T13:00Z') });
  });

  it('leave an issue to the more specific agreement', () => {
    const vip: Agreement = { ...desk, id: 'vip', customer: { field: 'labels', in: refs('vip') } };
    const book = caseBook([calendar(1)], [desk, vip]);
    const issue = opened({ fields: { priority: ['P2'], labels: ['vip'] } });
    expect(outcome(issue, book)).toEqual({ kind: 'no-timer' });
    expect(outcome(issue, book, vip)).toEqual({ kind: 'due', at: at('2026-11-19T10:00Z') });
  });
});

describe('what is expected and what comes', () => {
  const metric = { id: 'resolution', kind: 'resolution' } as const;
  const due = (instant = onWednesday('14:00')): Expected[] => [
    { metric, outcome: { kind: 'due', at: instant } },
  ];

  it('are the same to the minute', () => {
    expect(differencesOf(due(), due(later(onWednesday('14:00'), seconds(59))))).toEqual([]);
    expect(differencesOf(due(), due(onWednesday('14:01')))).toEqual([
      { metric, expected: due()[0]!.outcome, found: due(onWednesday('14:01'))[0]!.outcome },
    ]);
    const breached: Expected[] = [{ metric, outcome: { kind: 'breached', at: onWednesday('14:00') } }];
    expect(differencesOf(due(), breached)).toHaveLength(1);
  });

  it('differ for a target that is gone, and not for one that came later', () => {
    const found: Expected = { metric: { id: 'response', kind: 'response' }, outcome: { kind: 'met' } };
    expect(differencesOf(due(), [found])).toMatchObject([{ metric, found: { kind: 'no-timer' } }]);
    expect(differencesOf(due(), [...due(), found])).toEqual([]);
  });

  it('keep the names of values, while the ids decide', () => {
    const issue = {
      created: onWednesday('10:00'),
      fields: { priority: [{ id: 'P1', name: 'Highest' }] },
      changes: [{ at: onWednesday('11:00'), field: 'status', to: [{ id: 'Waiting', name: 'Pending' }] }],
    };
    expect(madeUpOf(issue)).toEqual(
      opened({ fields: { priority: ['P1'] }, changes: [moved('11:00', 'Waiting')] }),
    );
  });
});
