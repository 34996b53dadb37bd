import { SomebodyElseSaves } from '../../../src/app/errors';
import { SITE } from '../../../src/app/ports';
import type {
  Alerts,
  Backfill,
  Backfills,
  Change,
  Checks,
  DirtyIssues,
  Evaluation,
  Health,
  Holds,
  Memberships,
  Projects,
  Records,
  CycleDifference,
  RepairPreview,
  RepairPreviews,
  Thresholds,
  Timers,
  Waiting,
} from '../../../src/app/ports';
import { withStep, type Alert } from '../../../src/domain/alert/alert';
import type { Ahead } from '../../../src/domain/alert/foresee';
import type { AgreementDraft } from '../../../src/domain/agreement/draft';
import type { Revision } from '../../../src/domain/agreement/revisions';
import type { DocumentRevision } from '../../../src/domain/documents';
import { hours, instant, type Instant } from '../../../src/domain/time/instant';
import type { Timer } from '../../../src/domain/timer/cycle';
import { standing } from '../../../src/domain/timer/standing';
import {
  changed,
  created,
  goal,
  hoursOf,
  nineToFive,
  onWednesday,
  publication,
  resolutionMetric,
  timerOf,
} from '../../support/builders';

export interface Stores {
  readonly records: Records;
  readonly timers: Timers;
  readonly dirtyIssues: DirtyIssues;
  readonly backfills: Backfills;
  readonly repairPreviews: RepairPreviews;
  readonly waiting: Waiting;
  readonly holds: Holds;
  readonly projects: Projects;
  readonly checks: Checks;
  readonly memberships: Memberships;
  readonly health: Health;
  readonly thresholds: Pick<Thresholds, 'before' | 'reached' | 'pass'>;
  readonly alerts: Alerts;
}

const PROJECT = '10000';
const { agreement } = publication([resolutionMetric([goal('Four hours', hours(4))])]);

const draftText: AgreementDraft = {
  id: 'it-support',
  kind: 'SLA',
  name: '',
  timeZone: 'Europe/London',
  effectiveFrom: '',
  metrics: [],
};

const publicHolidays = {
  id: 'public',
  name: 'Public holidays',
  days: [
    { yearly: '12-25', name: 'Christmas Day' },
    { from: '2026-10-01', to: '2026-10-07', name: '国庆节' },
  ],
};

const calendarRevision = (change: string, seq: number, at: Instant): Revision => ({
  kind: 'calendar',
  change,
  seq,
  at,
  doc: { ...nineToFive, name: `Version ${seq}` },
});

const importOf = (id: string, at: Instant, revisions: readonly Revision[], project = PROJECT): Change => ({
  id,
  project,
  at,
  actor: 'sam',
  action: 'import',
  revisions,
});

function evaluation(
  issue: string,
  facts = [created(onWednesday('09:00'))],
  now = onWednesday('10:00'),
): Evaluation {
  return {
    issue,
    project: PROJECT,
    outcome: 'timers',
    issueUpdated: onWednesday('09:00'),
    evaluatedAt: now,
    ruleBook: 'change-1',
    timers: [timerOf(facts, [publication([resolutionMetric([goal('Four hours', hours(4))])])], now)],
    ahead: { change: null, alert: null },
  };
}

const alert = (issue: string): Alert => ({
  issue,
  agreement: 'desk',
  metric: 'resolution',
  cycle: 1,
  threshold: 'soon',
  goal: 'Four hours',
  id: `alert-${issue}`,
  project: PROJECT,
  passedAt: onWednesday('09:59'),
  raisedAt: onWednesday('10:00'),
  said: { agreementName: '服务台', timeZone: 'UTC', due: onWednesday('13:00'), left: hours(3) },
  steps: [{ action: { comment: `{left} “left”\n'now'` }, state: 'planned', at: onWednesday('10:00') }],
});

/** What every implementation of the stores must do, whatever engine is behind it. Each test gets empty ones. */
export function storesBattery(open: () => Promise<Stores>): void {
  let stores: Stores;
  beforeEach(async () => {
    stores = await open();
  });

  describe('records', () => {
    it('gives back what was committed, of one project, in the order of its saving', async () => {
      const first: Revision[] = [
        calendarRevision('change-1', 1, onWednesday('09:00')),
        { kind: 'agreement', change: 'change-1', seq: 1, at: onWednesday('09:00'), doc: agreement },
      ];
      const second = [calendarRevision('change-2', 2, onWednesday('10:00'))];
      const elsewhere = [calendarRevision('change-3', 1, onWednesday('08:00'))];
      await stores.records.commit(importOf('change-1', onWednesday('09:00'), first));
      await stores.records.commit(importOf('change-2', onWednesday('10:00'), second));
      await stores.records.commit(importOf('change-3', onWednesday('08:00'), elsewhere, '10001'));
      const revisions = await stores.records.revisions(PROJECT);
      expect(revisions).toHaveLength(3);
      expect(revisions).toEqual(expect.arrayContaining([...first, ...second]));
      expect(revisions.at(-1)).toEqual(second[0]);
    });

    it('gives back what the site shares with each project, and by itself', async () => {
      const shared = calendarRevision('change-1', 1, onWednesday('09:00'));
      const own = calendarRevision('change-2', 1, onWednesday('10:00'));
      await stores.records.commit(importOf('change-1', onWednesday('09:00'), [shared], SITE));
      expect(await stores.records.revisions(PROJECT)).toEqual([{ ...shared, home: 'site' }]);
      await stores.records.commit(importOf('change-2', onWednesday('10:00'), [own]));
      expect(await stores.records.revisions(PROJECT)).toEqual([{ ...shared, home: 'site' }, own]);
      expect(await stores.records.revisions('10001')).toEqual([{ ...shared, home: 'site' }]);
      expect(await stores.records.revisions(SITE)).toEqual([{ ...shared, home: 'site' }]);
    });

    it('gives back a holiday set as it was committed', async () => {
      const saved = { change: 'change-1', seq: 1, at: onWednesday('09:00') };
      const revision: Revision = { ...saved, kind: 'holiday-set', doc: publicHolidays };
      await stores.records.commit(importOf('change-1', onWednesday('09:00'), [revision]));
      expect(await stores.records.revisions(PROJECT)).toEqual([revision]);
    });

    it('gives back the latest of each document, and what it was before, apart from what issues are judged by', async () => {
      const draft = (change: string, seq: number, name: string): DocumentRevision => ({
        kind: 'draft',
        change,
        seq,
        at: onWednesday('09:00'),
        doc: { id: 'it-support', basedOn: 0, text: { ...draftText, name } },
      });
      const other: DocumentRevision = {
        ...draft('change-1', 1, 'Payroll'),
        kind: 'draft',
        doc: { id: 'payroll', basedOn: 0, text: { ...draftText, id: 'payroll', name: 'Payroll' } },
      };
      const written = (id: string, actor: string, ...revisions: DocumentRevision[]) =>
        stores.records.commit({
          id,
          project: PROJECT,
          at: onWednesday('09:00'),
          actor,
          action: 'write',
          revisions,
        });
      await written('change-1', 'sam', draft('change-1', 1, 'First'), other);
      await written('change-2', 'kim', draft('change-2', 2, 'Second'));
      expect(await stores.records.documents(PROJECT, 'draft')).toEqual([
        draft('change-2', 2, 'Second'),
        other,
      ]);
      expect(await stores.records.documents('10001', 'draft')).toEqual([]);
      expect(await stores.records.revisions(PROJECT)).toEqual([]);
      const record = { kind: 'draft', id: 'it-support' } as const;
      expect(await stores.records.history(PROJECT, record, 10)).toMatchObject([
        { seq: 2, actor: 'kim', doc: { text: { name: 'Second' } } },
        { seq: 1, actor: 'sam', doc: { text: { name: 'First' } } },
      ]);
      expect(await stores.records.history(PROJECT, record, 1)).toHaveLength(1);
    });

    it('gives back more documents of a kind than fit into one answer', async () => {
      const many = Array.from({ length: 200 }, (_, index): DocumentRevision => {
        const id = `service-${String(index).padStart(3, '0')}`;
        const goals = '服务'.repeat(2_000);
        const doc = { id, name: id, goals, kind: 'business', state: 'draft' } as const;
        return { kind: 'service', change: 'change-1', seq: 1, at: onWednesday('09:00'), doc };
      });
      await stores.records.commit({
        id: 'change-1',
        project: PROJECT,
        at: onWednesday('09:00'),
        actor: 'sam',
        action: 'write',
        revisions: many,
      });
      const found = await stores.records.documents(PROJECT, 'service');
      expect(found.map(({ doc }) => doc.id)).toEqual(many.map(({ doc }) => doc.id));
    });

    it('refuses a second revision of the same number, and keeps the first', async () => {
      const revision = (change: string) => [calendarRevision(change, 1, onWednesday('09:00'))];
      await stores.records.commit(importOf('change-1', onWednesday('09:00'), revision('change-1')));
      await expect(
        stores.records.commit(importOf('change-2', onWednesday('09:00'), revision('change-2'))),
      ).rejects.toThrow(SomebodyElseSaves);
      expect(await stores.records.revisions(PROJECT)).toEqual(revision('change-1'));
    });

    it('gives back more than fits into one answer or one statement', async () => {
      const many = Array.from({ length: 40 }, (_, index): Revision => {
        const id = `calendar-${index}`;
        const exceptions = [{ date: '2026-12-25', hours: [], name: '服务时间'.repeat(10_000) }];
        const doc = { ...nineToFive, id, exceptions };
        return { kind: 'calendar', change: 'change-1', seq: 1, at: onWednesday('09:00'), doc };
      });
      await stores.records.commit(importOf('change-1', onWednesday('09:00'), many));
      expect(await stores.records.revisions(PROJECT)).toHaveLength(40);
    });

    it('keeps quotes, line breaks and Chinese as they were written', async () => {
      const doc = { ...nineToFive, name: `"Sam's"\n服务时间 \\ %_?` };
      const revision: Revision = {
        kind: 'calendar',
        change: 'change-1',
        seq: 1,
        at: onWednesday('09:00'),
        doc,
      };
      await stores.records.commit(importOf('change-1', onWednesday('09:00'), [revision]));
      expect(await stores.records.revisions(PROJECT)).toEqual([revision]);
    });
  });

  describe('timers', () => {
    it('gives back how an issue was judged', async () => {
      await stores.timers.save([evaluation('1'), evaluation('2')]);
      const { timers, ahead: _ahead, ...rest } = evaluation('1');
      expect(await stores.timers.of('1')).toEqual({
        ...rest,
        timers: timers.map(({ standings: _standings, ...timer }) => timer),
      });
      expect(await stores.timers.of('3')).toBeUndefined();
    });

    it('puts a new evaluation in place of the old one, further cycles and vanished ones included', async () => {
      const reopened = [
        created(onWednesday('09:00')),
        changed(onWednesday('09:30'), { status: 'Open → Done' }),
        changed(onWednesday('09:40'), { status: 'Done → Open' }),
      ];
      await stores.timers.save([evaluation('1')]);
      await stores.timers.save([evaluation('1', reopened)]);
      expect((await stores.timers.of('1'))?.timers[0]?.cycles).toHaveLength(2);
      await stores.timers.save([evaluation('1')]);
      expect((await stores.timers.of('1'))?.timers[0]?.cycles).toHaveLength(1);
      await stores.timers.save([
        { ...evaluation('1'), outcome: 'unreadable', issueUpdated: null, timers: [] },
      ]);
      expect(await stores.timers.of('1')).toMatchObject({
        outcome: 'unreadable',
        issueUpdated: null,
        timers: [],
      });
    });

    it('keeps apart a cycle that could not be decided from a timer of which nothing is known', async () => {
      const { timers, ...rest } = evaluation('1', [
        created(onWednesday('09:00')),
        changed(onWednesday('09:30'), { status: 'Open → Done' }),
        changed(onWednesday('09:40'), { status: 'Done → Open' }),
      ]);
      const [timer] = timers;
      const [met, open] = timer!.cycles;
      const save = (cycles: Timer['cycles'], unknown: boolean) => {
        const standings = cycles.map((cycle) => standing(cycle, unknown, hoursOf, onWednesday('10:00')));
        return stores.timers.save([{ ...rest, timers: [{ ...timer!, cycles, unknown, standings }] }]);
      };
      const undecided = [met!, { ...open!, undecided: true as const }];
      await save(undecided, false);
      expect((await stores.timers.of('1'))?.timers).toMatchObject([{ cycles: undecided, unknown: false }]);
      await save(undecided, true);
      expect((await stores.timers.of('1'))?.timers).toMatchObject([{ cycles: undecided, unknown: true }]);
    });

    it('leaves other issues alone, and forgets one on demand', async () => {
      await stores.timers.save([evaluation('1'), evaluation('2')]);
      await stores.timers.save([evaluation('2')]);
      await stores.timers.forget('2', onWednesday('10:00'));
      expect(await stores.timers.of('1')).toBeDefined();
      expect(await stores.timers.of('2')).toBeUndefined();
    });

    it('gives back several at once, and which come after which', async () => {
      await stores.timers.save([evaluation('1'), evaluation('12'), evaluation('3')]);
      await stores.timers.save([{ ...evaluation('4'), project: '10001' }]);
      const stored = await stores.timers.stored(['1', '12', '99']);
      expect(stored.map(({ issue, timers }) => [issue, timers.length]).sort()).toEqual([
        ['1', 1],
        ['12', 1],
      ]);
      expect(await stores.timers.stored([])).toEqual([]);
      expect(await stores.timers.evaluatedAfter(PROJECT, '0', 2)).toEqual(['1', '3']);
      expect(await stores.timers.evaluatedAfter(PROJECT, '3', 2)).toEqual(['12']);
    });

    it('knows whether an issue was judged by a rule book of another version', async () => {
      await stores.timers.save([evaluation('1')]);
      expect(await stores.timers.hasOtherThan(PROJECT, 'change-1')).toBe(false);
      expect(await stores.timers.hasOtherThan(PROJECT, 'change-2')).toBe(true);
      expect(await stores.timers.hasOtherThan('10001', 'change-2')).toBe(false);
    });

    it('knows which issues were deleted', async () => {
      await stores.timers.forget('2', onWednesday('10:00'));
      await stores.timers.forget('2', onWednesday('10:01'));
      expect(await stores.timers.deleted(['1', '2'])).toEqual(new Set(['2']));
      expect(await stores.timers.deleted([])).toEqual(new Set());
    });

    it('saves a full drain of 100 issues', async () => {
      const issues = Array.from({ length: 100 }, (_, index) => evaluation(String(1_000 + index)));
      await stores.timers.save(issues);
      expect((await stores.timers.of('1099'))?.timers).toHaveLength(1);
    });
  });

  describe('by what issues were judged', () => {
    it('is told of those that were', async () => {
      await stores.timers.save([
        evaluation('1'),
        { ...evaluation('2'), outcome: 'unreadable', issueUpdated: null, timers: [] },
      ]);
      expect(await stores.timers.judged(['1', '2', '3'])).toEqual(
        new Map([
          [
            '1',
            { issueUpdated: onWednesday('09:00'), ruleBook: 'change-1', evaluatedAt: onWednesday('10:00') },
          ],
          ['2', { issueUpdated: null, ruleBook: 'change-1', evaluatedAt: onWednesday('10:00') }],
        ]),
      );
      expect(await stores.timers.judged([])).toEqual(new Map());
    });
  });

  describe('backfills', () => {
    const backfill: Backfill = {
      project: PROJECT,
      id: 'backfill-1',
      state: 'running',
      turn: 0,
      dueAt: onWednesday('10:00'),
      group: 'open',
      page: null,
      read: 0,
      total: null,
      startedAt: onWednesday('10:00'),
      startedBy: 'sam',
      changedAt: onWednesday('10:00'),
    };
    const progress = {
      state: 'running',
      dueAt: onWednesday('10:02'),
      group: 'done',
      page: 'token/+="',
      read: 100,
      total: 250,
      changedAt: onWednesday('10:01'),
    } as const;

    it('of a project is the one that was started last', async () => {
      const { backfills } = stores;
      expect(await backfills.of(PROJECT)).toBeUndefined();
      await backfills.start(backfill);
      expect(await backfills.of(PROJECT)).toEqual(backfill);
      await backfills.start({ ...backfill, id: 'backfill-2', startedBy: 'kim' });
      expect(await backfills.of(PROJECT)).toMatchObject({ id: 'backfill-2', startedBy: 'kim' });
      expect(await backfills.of('10001')).toBeUndefined();
    });

    it('ends each turn once', async () => {
      const { backfills } = stores;
      await backfills.start(backfill);
      await backfills.endTurn(backfill, progress);
      await backfills.endTurn(backfill, { ...progress, read: 999 });
      await backfills.endTurn({ ...backfill, id: 'another', turn: 1 }, { ...progress, read: 999 });
      expect(await backfills.of(PROJECT)).toEqual({ ...backfill, ...progress, turn: 1 });
    });

    it('stays paused when a turn ends after the pause, and is done when that was the last one', async () => {
      const { backfills } = stores;
      await backfills.start(backfill);
      const pause = { from: 'running', to: 'paused', at: onWednesday('10:01') } as const;
      await backfills.setState(backfill, pause);
      await backfills.endTurn(backfill, progress);
      expect(await backfills.of(PROJECT)).toMatchObject({ state: 'paused', turn: 1, read: 100 });
      await backfills.endTurn({ ...backfill, turn: 1 }, { ...progress, state: 'done' });
      expect(await backfills.of(PROJECT)).toMatchObject({ state: 'done' });
      await backfills.setState(backfill, pause);
      expect(await backfills.of(PROJECT)).toMatchObject({ state: 'done' });
    });

    it('are counted while they run, but for those that stand still', async () => {
      const { backfills } = stores;
      const since = onWednesday('10:00');
      expect(await backfills.running(since)).toBe(0);
      await backfills.start(backfill);
      await backfills.start({ ...backfill, project: '10001' });
      await backfills.start({ ...backfill, project: '10002', state: 'paused' });
      await backfills.start({ ...backfill, project: '10003', dueAt: onWednesday('09:59') });
      expect(await backfills.running(since)).toBe(2);
    });
  });

  describe('previews of repairs', () => {
    const preview: RepairPreview = {
      project: PROJECT,
      id: 'preview-1',
      state: 'running',
      turn: 0,
      dueAt: onWednesday('10:00'),
      group: 'open',
      page: null,
      read: 0,
      total: null,
      startedAt: onWednesday('10:00'),
      startedBy: 'jordan',
      changedAt: onWednesday('10:00'),
      proposal: {
        agreement: 'desk',
        version: 'desk@2',
        from: onWednesday('08:00'),
        to: onWednesday('09:00'),
        reason: 'It was agreed before. 早已约定。',
      },
      ruleBook: '2/change-2',
      timers: 0,
      changed: 0,
      kept: 0,
      verdicts: [],
    };
    const difference = (issue: string, cycle: number, change = {}): CycleDifference => ({
      issue,
      agreement: 'desk',
      metric: 'resolution',
      kind: 'resolution',
      cycle,
      before: { verdict: 'met', due: null, elapsed: hours(1) },
      after: null,
      ...change,
    });
    const all = { offset: 0, limit: 100 };

    it('stand beside the backfill of their project, and go on turn by turn', async () => {
      const { repairPreviews, backfills } = stores;
      expect(await repairPreviews.of(PROJECT)).toBeUndefined();
      await repairPreviews.start(preview);
      expect(await repairPreviews.of(PROJECT)).toEqual(preview);
      expect(await backfills.of(PROJECT)).toBeUndefined();
      const found = {
        timers: 40,
        changed: 3,
        kept: 2,
        verdicts: [{ before: 'met', after: null, count: 3 }],
      } as const;
      await repairPreviews.endTurn(preview, { ...preview, ...found, read: 10, total: 50 });
      expect(await repairPreviews.of(PROJECT)).toEqual({
        ...preview,
        ...found,
        read: 10,
        total: 50,
        turn: 1,
      });
    });

    it('count among the jobs that share the budget', async () => {
      const { repairPreviews, backfills } = stores;
      const { proposal, ruleBook, timers, changed, kept, verdicts, ...backfill } = preview;
      await backfills.start(backfill);
      await repairPreviews.start({ ...backfill, proposal, ruleBook, timers, changed, kept, verdicts });
      expect(await backfills.running(onWednesday('10:00'))).toBe(2);
    });

    it('keep what they find once, by issue, and give it page by page', async () => {
      const { repairPreviews } = stores;
      await repairPreviews.start(preview);
      await repairPreviews.keep(preview, []);
      await repairPreviews.keep(preview, [difference('10', 1), difference('9', 1)]);
      await repairPreviews.keep(preview, [difference('9', 1, { before: null }), difference('9', 2)]);
      const kept = [difference('9', 1, { before: null }), difference('9', 2), difference('10', 1)];
      expect(await repairPreviews.differences(preview, all)).toEqual(kept);
      expect(await repairPreviews.differences(preview, { offset: 1, limit: 1 })).toEqual([kept[1]]);
      expect(await repairPreviews.differences({ project: PROJECT, id: 'another' }, all)).toEqual([]);
    });

    it('go with all that they and former ones have found, but for the one that has taken their place', async () => {
      const { repairPreviews } = stores;
      const next = { ...preview, id: 'preview-2' };
      await repairPreviews.start(preview);
      await repairPreviews.keep(preview, [difference('9', 1)]);
      await repairPreviews.start(next);
      await repairPreviews.keep(next, [difference('9', 2)]);
      await repairPreviews.discard(preview);
      expect(await repairPreviews.of(PROJECT)).toEqual(next);
      expect(await repairPreviews.differences(preview, all)).toEqual([]);
      expect(await repairPreviews.differences(next, all)).toEqual([difference('9', 2)]);
      await repairPreviews.discard(next);
      expect(await repairPreviews.of(PROJECT)).toBeUndefined();
      expect(await repairPreviews.differences(next, all)).toEqual([]);
    });

    it('wait when they should have gone on a quarter of an hour ago', async () => {
      const { repairPreviews, waiting } = stores;
      await repairPreviews.start(preview);
      expect((await waiting.at(onWednesday('10:15'))).latePreviews).toEqual([]);
      const { latePreviews, lateBackfills } = await waiting.at(instant(onWednesday('10:15') + 1));
      expect([latePreviews, lateBackfills]).toEqual([[PROJECT], []]);
    });
  });

  describe('health', () => {
    const ten = onWednesday('10:00');
    const drift = (issue: string, foundAt: Instant, project = PROJECT) => ({
      issue,
      project,
      agreement: 'desk',
      metric: 'resolution',
      stored: '[]',
      fresh: '[]',
      foundAt,
    });

    it('tells how far the app is in each live project that has an agreement', async () => {
      const { checks, dirtyIssues, health, records, timers, projects } = stores;
      expect(await health.projects()).toEqual([]);
      const doc = { kind: 'agreement' as const, seq: 1, at: ten, doc: agreement };
      await records.commit(importOf('change-1', ten, [{ ...doc, change: 'change-1' }]));
      await records.commit(importOf('change-2', ten, [{ ...doc, change: 'change-2' }], '10001'));
      const nothing = {
        waiting: 0,
        oldest: null,
        judgedAt: null,
        reconciledUntil: null,
        checkedAt: null,
        drifts: 0,
      };
      const other = { project: '10001', ...nothing };
      expect(await health.projects()).toEqual([{ project: PROJECT, ...nothing }, other]);

      const mark = { issue: '7', project: PROJECT, by: 'event' as const };
      await dirtyIssues.mark({ ...mark, token: 'a', at: onWednesday('10:01') });
      await dirtyIssues.mark({ ...mark, token: 'b', at: ten });
      await timers.save([evaluation('7'), evaluation('8', undefined, onWednesday('10:05'))]);
      await checks.setReconciledUntil(PROJECT, onWednesday('09:50'));
      await checks.setChecked(PROJECT, onWednesday('03:00'));
      await checks.setChecked(PROJECT, onWednesday('04:00'));
      await checks.record([drift('7', ten)]);
      expect(await health.projects()).toEqual([
        {
          project: PROJECT,
          waiting: 2,
          oldest: ten,
          judgedAt: onWednesday('10:05'),
          reconciledUntil: onWednesday('09:50'),
          checkedAt: onWednesday('04:00'),
          drifts: 1,
        },
        other,
      ]);
      await projects.setState(PROJECT, 'archived', ten);
      expect(await health.projects()).toEqual([other]);
    });

    it('tells what holds work, until it no longer does', async () => {
      const { health, holds } = stores;
      const until = onWednesday('11:00');
      await holds.hold({ until, reason: 'few points left', butUrgent: true });
      await holds.hold({ until: onWednesday('10:30'), reason: 'jira-quota-global-based' });
      expect(await health.holds(ten)).toEqual([
        { until: onWednesday('10:30'), reason: 'jira-quota-global-based', butUrgent: false },
        { until, reason: 'few points left', butUrgent: true },
      ]);
      expect(await health.holds(onWednesday('10:30'))).toMatchObject([{ butUrgent: true }]);
      expect(await health.holds(until)).toEqual([]);
    });

    it('tells what drifted in live projects, the latest first', async () => {
      const { checks, health, projects } = stores;
      await checks.record([drift('7', ten), drift('8', onWednesday('11:00')), drift('9', ten, '10001')]);
      await projects.setState('10001', 'archived', ten);
      const { stored: _stored, fresh: _fresh, ...latest } = drift('8', onWednesday('11:00'));
      expect(await health.drifts(1)).toEqual([latest]);
      expect((await health.drifts(9)).map(({ issue }) => issue)).toEqual(['8', '7']);
    });
  });

  describe('instants that are known ahead', () => {
    const ten = onWednesday('10:00');
    const save = (...ahead: [issue: string, change: string | null, alert: string | null][]) =>
      stores.timers.save(
        ahead.map(([issue, change, alert]) => ({
          ...evaluation(issue),
          ahead: { change: change && onWednesday(change), alert: alert && onWednesday(alert) } as Ahead,
        })),
      );
    const before = async (until: string, limit = 10) =>
      (await stores.thresholds.before(onWednesday(until), limit)).map(({ issue, at }) => [issue, at]);

    it('are those that come first, past ones too', async () => {
      await save(['1', '10:10', null], ['2', '10:05', '10:20'], ['3', '10:15', null], ['4', null, null]);
      const [two, one] = [
        ['2', onWednesday('10:05')],
        ['1', onWednesday('10:10')],
      ];
      expect(await before('10:15')).toEqual([two, one]);
      expect(await before('10:20', 1)).toEqual([two]);
      expect(await before('10:21')).toContainEqual(['2', onWednesday('10:20')]);
    });

    it('are those of alerts too that nobody has finished', async () => {
      await stores.alerts.raise([alert('7'), { ...alert('8'), steps: [] }]);
      expect(await before('10:01')).toEqual([['7', ten]]);
    });

    it('are reached once, and say whether people are to be told', async () => {
      await save(['1', '10:00', '10:00'], ['2', '10:00', '10:30'], ['3', '10:05', null]);
      const { thresholds } = stores;
      const of = { project: PROJECT };
      const found = await thresholds.reached(['1', '2', '3', '4'], ten);
      expect(found).toHaveLength(2);
      expect(found).toEqual(
        expect.arrayContaining([
          { ...of, issue: '1', alert: true },
          { ...of, issue: '2', alert: false },
        ]),
      );
      await thresholds.pass(['1', '2', '3'], ten);
      expect(await thresholds.reached(['1', '2', '3'], ten)).toEqual([]);
      expect(await thresholds.reached(['1', '2', '3'], onWednesday('10:30'))).toEqual(
        expect.arrayContaining([
          { ...of, issue: '2', alert: true },
          { ...of, issue: '3', alert: false },
        ]),
      );
      expect([await thresholds.reached([], ten), await thresholds.pass([], ten)]).toEqual([[], undefined]);
    });

    it('wait in a project where nobody works, alerts too, until it is live again', async () => {
      const { alerts, projects, thresholds, waiting } = stores;
      await save(['1', '10:00', '10:00']);
      await alerts.raise([alert('7')]);
      const seen = async () => [
        await before('10:01'),
        await thresholds.reached(['1'], ten),
        (await alerts.open(['7'], ten)).length,
        (await waiting.at(ten)).isSomethingAhead,
      ];
      const all = [expect.anything(), [{ issue: '1', project: PROJECT, alert: true }], 1, true];
      expect(await seen()).toEqual(all);
      await projects.setState(PROJECT, 'archived', onWednesday('09:00'));
      expect(await seen()).toEqual([[], [], 0, false]);
      await projects.setState(PROJECT, 'live', onWednesday('09:30'));
      expect(await seen()).toEqual(all);
      expect(await before('10:01')).toHaveLength(2);
    });
  });

  describe('alerts', () => {
    const ten = onWednesday('10:00');
    const claim = (token: string, now: string, until: string) =>
      stores.alerts.claim(alert('7'), { token, now: onWednesday(now), until: onWednesday(until) });
    const open = async (now: string) =>
      (await stores.alerts.open(['7', '8'], onWednesday(now))).map(({ id }) => id);

    it('are kept as they were raised, each once', async () => {
      await stores.alerts.raise([alert('7')]);
      await stores.alerts.raise([{ ...alert('7'), id: 'twin' }, alert('8')]);
      await stores.alerts.raise([{ ...alert('7'), id: 'other', threshold: 'due' }]);
      expect(await stores.alerts.open(['7'], ten)).toEqual([
        alert('7'),
        { ...alert('7'), id: 'other', threshold: 'due' },
      ]);
      expect(await open('10:00')).toEqual(['alert-7', 'alert-8', 'other']);
      expect(await open('09:59')).toEqual([]);
      expect(await stores.alerts.open([], ten)).toEqual([]);
    });

    it('are held by one at a time, until they are let go or their time is over', async () => {
      await stores.alerts.raise([alert('7')]);
      expect(await claim('a', '10:00', '10:06')).toEqual(alert('7'));
      expect(await claim('b', '10:05', '10:11')).toBeUndefined();
      expect(await open('10:05')).toEqual([]);
      expect(await claim('b', '10:06', '10:12')).toEqual(alert('7'));
      await stores.alerts.release(alert('7'), 'a', onWednesday('10:07'));
      expect(await open('10:07')).toEqual([]);
      await stores.alerts.release(alert('7'), 'b', onWednesday('10:07'));
      expect(await open('10:07')).toEqual(['alert-7']);
    });

    it('are troubles of the site where an action was refused, or nobody knows of it', async () => {
      const { alerts, health, projects } = stores;
      const steps = [
        { action: { label: 'late' }, state: 'done', at: ten },
        { action: { priority: { id: '1', name: 'P1' } }, state: 'refused', at: ten, reason: 'http-403' },
        { action: { notify: ['assignee'], subject: 'Late', text: 'Late' }, state: 'unsure', at: ten },
      ] as const;
      await alerts.raise([
        { ...alert('7'), steps },
        { ...alert('8'), steps: steps.slice(1, 2), raisedAt: onWednesday('11:00') },
        alert('9'),
        { ...alert('10'), project: '10001', steps },
      ]);
      await projects.setState('10001', 'archived', ten);
      const trouble = (issue: string, { action, state }: (typeof steps)[1 | 2], reason: string) => ({
        issue,
        project: PROJECT,
        action,
        state,
        at: ten,
        reason,
      });
      expect(await health.troubles(ten, 9)).toEqual([
        trouble('8', steps[1], 'http-403'),
        trouble('7', steps[1], 'http-403'),
        trouble('7', steps[2], ''),
      ]);
      expect(await health.troubles(ten, 1)).toHaveLength(1);
      expect(await health.troubles(onWednesday('10:01'), 9)).toHaveLength(1);
    });

    it('are written by who holds them, and are over when nothing is left to do', async () => {
      await stores.alerts.raise([alert('7')]);
      await claim('a', '10:00', '10:06');
      const acting = withStep(alert('7'), 0, { state: 'acting', at: ten });
      await stores.alerts.write(acting, 'a');
      await stores.alerts.write(withStep(acting, 0, { state: 'done', at: ten }), 'b');
      expect(await claim('b', '10:06', '10:12')).toEqual(acting);
      const refused = { state: 'refused', at: ten, reason: 'http-403' } as const;
      await stores.alerts.write(withStep(acting, 0, refused), 'b');
      await stores.alerts.release(alert('7'), 'b', ten);
      expect(await open('12:00')).toEqual([]);
      expect(await claim('c', '12:00', '12:06')).toBeUndefined();
    });

    it('go with their issue', async () => {
      await stores.alerts.raise([alert('7'), alert('8')]);
      await stores.timers.forget('7', ten);
      expect(await open('10:00')).toEqual(['alert-8']);
    });
  });

  describe('dirty issues', () => {
    const at = { now: onWednesday('10:10'), lately: onWednesday('10:05') };
    const mark = (issue: string, token: string, time: string, by: 'event' | 'view' = 'event') =>
      stores.dirtyIssues.mark({ issue, token, project: PROJECT, at: onWednesday(time), by });

    it('lists marks of a project, oldest first, up to a limit', async () => {
      await mark('7', 'b', '10:02');
      await mark('8', 'a', '10:01');
      await stores.dirtyIssues.mark({
        issue: '9',
        token: 'c',
        project: '10001',
        at: onWednesday('10:00'),
        by: 'event',
      });
      const never = { evaluatedAt: null };
      expect(await stores.dirtyIssues.list(PROJECT, 10, at)).toEqual([
        { issue: '8', token: 'a', ...never },
        { issue: '7', token: 'b', ...never },
      ]);
      expect(await stores.dirtyIssues.list(PROJECT, 1, at)).toEqual([{ issue: '8', token: 'a', ...never }]);
    });

    it('lists those last whose issues were evaluated lately', async () => {
      const lately = instant(onWednesday('10:05') + 1);
      await mark('7', 'a', '10:01');
      await mark('8', 'b', '10:02');
      await mark('9', 'c', '10:03');
      await stores.timers.save([{ ...evaluation('7'), evaluatedAt: lately }]);
      await stores.timers.save([{ ...evaluation('8'), evaluatedAt: at.lately }]);
      expect(await stores.dirtyIssues.list(PROJECT, 10, at)).toEqual([
        { issue: '8', token: 'b', evaluatedAt: at.lately },
        { issue: '9', token: 'c', evaluatedAt: null },
        { issue: '7', token: 'a', evaluatedAt: lately },
      ]);
    });

    it('lists none while work is held, or in a project that is archived or deleted', async () => {
      const { dirtyIssues, holds, projects } = stores;
      await mark('7', 'a', '10:00');
      await holds.hold({ until: instant(at.now + 1), reason: 'jira-quota-tenant-based' });
      expect(await dirtyIssues.list(PROJECT, 10, at)).toEqual([]);
      const after = { ...at, now: instant(at.now + 1) };
      expect(await dirtyIssues.list(PROJECT, 10, after)).toHaveLength(1);
      await projects.setState('10001', 'archived', at.now);
      expect(await dirtyIssues.list(PROJECT, 10, after)).toHaveLength(1);
      await projects.setState(PROJECT, 'archived', at.now);
      expect(await dirtyIssues.list(PROJECT, 10, after)).toEqual([]);
      await projects.setState(PROJECT, 'live', at.now);
      expect(await dirtyIssues.list(PROJECT, 10, after)).toHaveLength(1);
    });

    it('takes many marks at once', async () => {
      const many = ['a', 'b', 'c'].map((token) => ({
        issue: '7',
        token,
        project: PROJECT,
        at: onWednesday('10:00'),
        by: 'event' as const,
      }));
      await stores.dirtyIssues.mark(...many);
      expect(await stores.dirtyIssues.list(PROJECT, 10, at)).toHaveLength(3);
    });

    it('removes the marks it is given and no other of the same issue', async () => {
      await mark('7', 'a', '10:00');
      await mark('7', 'b', '10:01');
      await stores.dirtyIssues.remove(PROJECT, [{ issue: '7', token: 'a' }]);
      await stores.dirtyIssues.remove(PROJECT, []);
      expect(await stores.dirtyIssues.list(PROJECT, 10, at)).toMatchObject([{ issue: '7', token: 'b' }]);
    });

    it('knows the first mark of a project, from an instant on', async () => {
      const { dirtyIssues } = stores;
      expect(await dirtyIssues.first(PROJECT)).toBeUndefined();
      await mark('7', 'b', '10:01');
      await mark('8', 'a', '10:01');
      await mark('9', 'c', '10:02');
      expect(await dirtyIssues.first(PROJECT)).toMatchObject({ token: 'a', at: onWednesday('10:01') });
      expect(await dirtyIssues.first(PROJECT, onWednesday('10:02'))).toMatchObject({ token: 'c' });
      expect(await dirtyIssues.first('10001')).toBeUndefined();
    });

    it('knows whether somebody looked at an issue lately', async () => {
      await mark('7', 'a', '10:00');
      await mark('8', 'b', '10:00', 'view');
      const since = instant(onWednesday('10:00') - 1);
      expect(await stores.dirtyIssues.viewedSince(PROJECT, '7', since)).toBe(false);
      expect(await stores.dirtyIssues.viewedSince(PROJECT, '8', since)).toBe(true);
    });
  });

  describe('what waits', () => {
    const nothing = {
      isHeld: false,
      drains: [],
      lateBackfills: [],
      latePreviews: [],
      missingBackfills: [],
      deletedProjects: [],
      isSomethingAhead: false,
    };
    const backfill = (project: string, change: Partial<Backfill> = {}): Backfill => ({
      project,
      id: `backfill-${project}`,
      state: 'running',
      turn: 3,
      dueAt: onWednesday('10:00'),
      group: 'open',
      page: null,
      read: 0,
      total: null,
      startedAt: onWednesday('09:00'),
      startedBy: 'sam',
      changedAt: onWednesday('09:00'),
      ...change,
    });

    it('is nothing at first', async () => {
      expect(await stores.waiting.at(onWednesday('10:00'))).toEqual(nothing);
    });

    it('are projects whose marks have stayed for longer than two minutes', async () => {
      const { dirtyIssues, waiting } = stores;
      const mark = { issue: '7', project: PROJECT, at: onWednesday('10:00'), by: 'event' as const };
      await dirtyIssues.mark({ ...mark, token: 'a' });
      await dirtyIssues.mark({ ...mark, token: 'b', at: instant(onWednesday('10:00') + 1) });
      await dirtyIssues.mark({ ...mark, token: 'c', project: '10001', at: onWednesday('10:01') });
      expect(await waiting.at(onWednesday('10:02'))).toEqual(nothing);
      expect(await waiting.at(onWednesday('10:03'))).toEqual({ ...nothing, drains: [PROJECT] });
    });

    it('are backfills that run, and should have gone on a quarter of an hour ago', async () => {
      const { backfills, waiting } = stores;
      await backfills.start(backfill(PROJECT));
      await backfills.start(backfill('10001', { state: 'paused' }));
      await backfills.start(backfill('10002', { dueAt: onWednesday('10:01') }));
      expect(await waiting.at(onWednesday('10:15'))).toEqual(nothing);
      const later = instant(onWednesday('10:15') + 1);
      expect(await waiting.at(later)).toEqual({ ...nothing, lateBackfills: [PROJECT] });
    });

    it('are projects that were changed without a backfill to follow', async () => {
      const { backfills, records, waiting } = stores;
      const commit = (id: string, seq: number, time: string) =>
        records.commit(
          importOf(id, onWednesday(time), [calendarRevision(id, seq, onWednesday(time))], PROJECT),
        );
      await commit('change-1', 1, '10:00');
      expect(await waiting.at(onWednesday('10:02'))).toEqual(nothing);
      const missing = { ...nothing, missingBackfills: [{ project: PROJECT, actor: 'sam' }] };
      expect(await waiting.at(onWednesday('10:03'))).toEqual(missing);
      const started = { state: 'failed', startedAt: onWednesday('10:00') } as const;
      await backfills.start(backfill(PROJECT, started));
      expect(await waiting.at(onWednesday('10:03'))).toEqual(nothing);
      await commit('change-2', 2, '11:00');
      expect(await waiting.at(onWednesday('11:03'))).toEqual(missing);
    });

    it('is nothing but what is left of deleted projects where nobody works any more', async () => {
      const { backfills, dirtyIssues, projects, records, timers, waiting } = stores;
      const at = onWednesday('10:00');
      await records.commit(importOf('change-1', at, [calendarRevision('change-1', 1, at)]));
      await backfills.start(backfill(PROJECT, { startedAt: onWednesday('09:59') }));
      await dirtyIssues.mark({ issue: '7', token: 'a', project: PROJECT, at, by: 'event' });
      await projects.setState(PROJECT, 'archived', at);
      await projects.setState('10001', 'deleted', at);
      expect(await waiting.at(onWednesday('11:00'))).toEqual(nothing);

      await timers.save([evaluation('7'), evaluation('8')]);
      await stores.alerts.raise([alert('8')]);
      await projects.setState(PROJECT, 'deleted', at);
      const deletedProjects = [PROJECT];
      expect(await waiting.at(onWednesday('11:00'))).toMatchObject({ deletedProjects });
      while (await projects.forgetSome(PROJECT));
      expect(await waiting.at(onWednesday('11:00'))).toEqual(nothing);
      expect([await timers.of('7'), await timers.of('8')]).toEqual([undefined, undefined]);

      await projects.setState(PROJECT, 'live', at);
      const missing = [{ project: PROJECT, actor: 'sam' }];
      expect(await waiting.at(onWednesday('11:00'))).toEqual({ ...nothing, missingBackfills: missing });
    });

    it('is told of when an issue changes by itself, or an alert is to be acted on, within a quarter of an hour', async () => {
      const { alerts, timers, waiting } = stores;
      const ahead = { change: onWednesday('11:00'), alert: null };
      await timers.save([{ ...evaluation('7'), ahead }]);
      const isSomethingAhead = async (time: string) => (await waiting.at(onWednesday(time))).isSomethingAhead;
      expect([await isSomethingAhead('10:45'), await isSomethingAhead('10:46')]).toEqual([false, true]);
      await stores.thresholds.pass(['7'], onWednesday('11:00'));
      expect(await isSomethingAhead('11:00')).toBe(false);
      await alerts.raise([alert('7')]);
      expect([await isSomethingAhead('09:45'), await isSomethingAhead('09:46')]).toEqual([false, true]);
    });

    it('says when all work is held', async () => {
      const { holds, waiting } = stores;
      await holds.hold({ until: onWednesday('11:00'), reason: 'jira-quota-tenant-based' });
      expect(await waiting.at(onWednesday('10:59'))).toEqual({ ...nothing, isHeld: true });
      expect(await waiting.at(onWednesday('11:00'))).toEqual(nothing);
    });
  });

  describe('the hourly and the daily look', () => {
    it('go on where they were', async () => {
      const { checks } = stores;
      expect(await checks.reconciledUntil(PROJECT)).toBeUndefined();
      await checks.setReconciledUntil(PROJECT, onWednesday('10:00'));
      await checks.setReconciledUntil(PROJECT, onWednesday('11:00'));
      expect(await checks.reconciledUntil(PROJECT)).toBe(onWednesday('11:00'));
      expect(await checks.lastChecked(PROJECT)).toBe('0');
      await checks.setLastChecked(PROJECT, '20001');
      await checks.setLastChecked(PROJECT, '20051');
      expect(await checks.lastChecked(PROJECT)).toBe('20051');
      expect(await checks.lastChecked('10001')).toBe('0');
    });

    it('keep what they have found, the latest of each timer, and forget for how long issues were gone', async () => {
      const { checks, timers } = stores;
      const drift = { issue: '7', project: PROJECT, agreement: 'desk', metric: 'response' };
      const foundAt = onWednesday('10:00');
      await checks.record([]);
      await checks.record([{ ...drift, stored: '[]', fresh: '', foundAt }]);
      await checks.record([{ ...drift, stored: '["é"]', fresh: '', foundAt }]);
      await timers.forget('1', onWednesday('09:00'));
      await timers.forget('2', onWednesday('10:00'));
      await checks.clear({ deletedBefore: onWednesday('10:00'), foundBefore: onWednesday('10:00') });
      expect(await timers.deleted(['1', '2'])).toEqual(new Set(['2']));
    });
  });

  describe('memberships', () => {
    const [nine, ten, eleven] = [onWednesday('09:00'), onWednesday('10:00'), onWednesday('11:00')];
    const seen = (account: string, seenAt: Instant, groups: readonly string[] | null, readAt = nine) => ({
      account,
      seenAt,
      groups,
      readAt,
    });

    it('give back what was seen of some accounts, in the order of its instants, and what was not told', async () => {
      const { memberships } = stores;
      await memberships.add([]);
      await memberships.add([seen('712020:ann', ten, ['a', '组']), seen('bob', nine, [])]);
      await memberships.add([seen('712020:ann', nine, ['b']), seen('cy', nine, null)]);
      expect(await memberships.of(['cy', '712020:ann', 'nobody'])).toEqual([
        seen('712020:ann', nine, ['b']),
        seen('712020:ann', ten, ['a', '组']),
        seen('cy', nine, null),
      ]);
      expect(await memberships.of([])).toEqual([]);
    });

    it('of one account and one instant are one, the latest', async () => {
      const { memberships } = stores;
      await memberships.add([seen('ann', nine, ['a'])]);
      await memberships.add([seen('ann', nine, ['b'])]);
      expect(await memberships.of(['ann'])).toEqual([seen('ann', nine, ['b'])]);
    });

    it('of many accounts are found', async () => {
      const { memberships } = stores;
      const many = Array.from({ length: 450 }, (_, number) => `account-${String(number).padStart(3, '0')}`);
      await memberships.add(many.map((account) => seen(account, nine, ['a'])));
      expect((await memberships.of(many)).map(({ account }) => account)).toEqual(many);
      await memberships.setRead(many, ten);
      expect(new Set((await memberships.of(many)).map(({ readAt }) => readAt))).toEqual(new Set([ten]));
    });

    it('name the accounts that were looked at longest ago, each once', async () => {
      const { memberships } = stores;
      await memberships.add([
        seen('ann', nine, ['a'], nine),
        seen('bob', nine, ['a'], ten),
        seen('cy', nine, ['a'], ten),
        { ...seen('ann', ten, ['b']), readAt: null },
      ]);
      expect(await memberships.readLongestAgo(10)).toEqual(['ann', 'bob', 'cy']);
      await memberships.setRead(['ann', 'bob'], eleven);
      expect(await memberships.readLongestAgo(2)).toEqual(['cy', 'ann']);
      expect((await memberships.of(['ann'])).map(({ readAt }) => readAt)).toEqual([eleven, eleven]);
    });
  });

  it('a hold on what can wait leaves alone what cannot', async () => {
    const { dirtyIssues, holds, waiting } = stores;
    const [now, until] = [onWednesday('10:00'), onWednesday('11:00')];
    await dirtyIssues.mark({ issue: '7', project: PROJECT, token: 'a', at: now, by: 'event' });
    const held = async () => [await holds.isHeld(now), await holds.isUrgentHeld(now)];
    expect(await held()).toEqual([false, false]);
    await holds.hold({ until, reason: 'few points left', butUrgent: true });
    expect(await held()).toEqual([true, false]);
    expect(await dirtyIssues.list(PROJECT, 10, { now, lately: now })).toEqual([]);
    expect((await waiting.at(now)).isHeld).toBe(true);
    await holds.hold({ until, reason: 'jira-quota-tenant-based' });
    expect(await held()).toEqual([true, true]);
    expect([await holds.isHeld(until), await holds.isUrgentHeld(until)]).toEqual([false, false]);
  });

  describe('projects', () => {
    it('are as the latest event says, in whatever order events come', async () => {
      const { holds, projects } = stores;
      const isHeld = () => holds.isHeld(onWednesday('12:00'), PROJECT);
      expect(await isHeld()).toBe(false);
      await projects.setState(PROJECT, 'archived', onWednesday('10:00'));
      expect(await isHeld()).toBe(true);
      expect(await holds.isHeld(onWednesday('12:00'))).toBe(false);
      await projects.setState(PROJECT, 'live', onWednesday('11:00'));
      await projects.setState(PROJECT, 'deleted', onWednesday('10:30'));
      expect(await isHeld()).toBe(false);
    });

    it('are live again since that happened, and those that always were, or are not, since never', async () => {
      const { projects } = stores;
      expect(await projects.liveAgainSince(PROJECT)).toBeUndefined();
      await projects.setState(PROJECT, 'deleted', onWednesday('10:00'));
      expect(await projects.liveAgainSince(PROJECT)).toBeUndefined();
      await projects.setState(PROJECT, 'live', onWednesday('11:00'));
      expect(await projects.liveAgainSince(PROJECT)).toBe(onWednesday('11:00'));
    });

    it('with agreements are those that are live and have one', async () => {
      const { projects, records } = stores;
      const at = onWednesday('10:00');
      const commit = (id: string, project: string, revision: Revision) =>
        records.commit(importOf(id, at, [revision], project));
      const agreed = (change: string): Revision => ({
        kind: 'agreement',
        change,
        seq: 1,
        at,
        doc: agreement,
      });
      await commit('change-1', PROJECT, agreed('change-1'));
      await commit('change-2', '10001', calendarRevision('change-2', 1, at));
      await commit('change-3', '9999', agreed('change-3'));
      expect((await projects.withAgreements()).sort()).toEqual([PROJECT, '9999']);
      await projects.setState('9999', 'archived', at);
      expect(await projects.withAgreements()).toEqual([PROJECT]);
    });
  });
}
