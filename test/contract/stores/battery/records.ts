import { SomebodyElseSaves } from '../../../../src/app/errors';
import { SITE, type LogEntry, type LogPlace } from '../../../../src/app/ports';
import type { AgreementDraft } from '../../../../src/domain/agreement/draft';
import type { Revision } from '../../../../src/domain/agreement/revisions';
import type { DocumentRevision } from '../../../../src/domain/documents';
import type { OutageRule } from '../../../../src/domain/outage/outage-rules';
import type { Instant } from '../../../../src/domain/time/instant';
import { nineToFive, onWednesday } from '../../../support/builders';
import { agreement, calendarRevision, importOf, type Open, PROJECT, type Stores } from './support';

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

export function recordsBattery(open: Open): void {
  let stores: Stores;
  beforeEach(async () => {
    stores = await open();
  });

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
    expect(await stores.records.documents(PROJECT, 'draft')).toEqual([draft('change-2', 2, 'Second'), other]);
    expect(await stores.records.documents('10001', 'draft')).toEqual([]);
    expect(await stores.records.revisions(PROJECT)).toEqual([]);
    const record = { kind: 'draft', id: 'it-support' } as const;
    expect(await stores.records.history(PROJECT, record, 10)).toMatchObject([
      { seq: 2, actor: 'kim', doc: { text: { name: 'Second' } } },
      { seq: 1, actor: 'sam', doc: { text: { name: 'First' } } },
    ]);
    expect(await stores.records.history(PROJECT, record, 1)).toHaveLength(1);
  });

  it('gives back a case as it was kept', async () => {
    const due = { kind: 'due', at: onWednesday('13:00') } as const;
    const kept: DocumentRevision = {
      kind: 'case',
      change: 'change-1',
      seq: 1,
      at: onWednesday('09:00'),
      doc: {
        id: 'it-support.1',
        agreement: 'it-support',
        name: '周五 16:55',
        issue: {
          created: onWednesday('09:00'),
          fields: { priority: [{ id: '1', name: 'Highest' }] },
          changes: [{ at: onWednesday('10:00'), field: 'status', to: [{ id: '3', name: 'Waiting' }] }],
        },
        expected: [
          { metric: { id: 'resolution', kind: 'resolution' }, outcome: due },
          { metric: { id: 'response', kind: 'response' }, outcome: { kind: 'no-timer' } },
        ],
      },
    };
    const revisions = [kept];
    const at = onWednesday('09:00');
    await stores.records.commit({
      id: 'change-1',
      project: PROJECT,
      at,
      actor: 'sam',
      action: 'write',
      revisions,
    });
    expect(await stores.records.documents(PROJECT, 'case')).toEqual(revisions);
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

  it('finds documents by their ids, and by what they are about and when', async () => {
    const breach = (
      change: string,
      { issue, seq = 1, time, cause }: { issue: number; seq?: number; time: string; cause?: string },
    ): DocumentRevision => ({
      kind: 'breach',
      change,
      seq,
      at: onWednesday('12:00'),
      doc: {
        id: `${issue}/1/resolution/desk`,
        kind: 'delay',
        happenedAt: onWednesday(time),
        explanation: '',
        correctiveAction: '',
        ...(cause !== undefined && { cause }),
      },
    });
    const exception: DocumentRevision = {
      kind: 'exception',
      change: 'change-1',
      seq: 1,
      at: onWednesday('12:00'),
      doc: {
        id: '10001/1/resolution/desk/1',
        wanted: { kind: 'exclusion' },
        ground: 'other',
        reason: '停电',
        asked: { by: 'sam', at: onWednesday('12:00') },
      },
    };
    const written = (id: string, ...revisions: DocumentRevision[]) =>
      stores.records.commit({
        id,
        project: PROJECT,
        at: onWednesday('12:00'),
        actor: 'sam',
        action: 'write',
        revisions,
      });
    const first = breach('change-1', { issue: 10_001, time: '09:00', cause: 'fault' });
    const second = breach('change-1', { issue: 10_002, time: '10:00' });
    await stores.records.revisions(PROJECT);
    expect(await stores.records.hasExceptions(PROJECT)).toBe(false);
    await written('change-1', first, second, exception);
    await stores.records.revisions(PROJECT);
    expect(await stores.records.hasExceptions(PROJECT)).toBe(true);
    expect(await stores.records.hasExceptions('10001')).toBe(false);
    const later = breach('change-2', { issue: 10_002, seq: 2, time: '10:00', cause: 'supplier' });
    await written('change-2', later);

    const ids = ['10002/1/resolution/desk', '10003/1/resolution/desk'];
    expect(await stores.records.named(PROJECT, 'breach', ids)).toEqual([later]);
    expect(await stores.records.named(PROJECT, 'breach', [])).toEqual([]);
    expect(await stores.records.named('10001', 'breach', ids)).toEqual([]);
    const about = (wanted: Parameters<typeof stores.records.about>[2]) =>
      stores.records.about(PROJECT, 'breach', wanted);
    expect(await about({})).toEqual([first, later]);
    expect(await about({ topics: ['fault'] })).toEqual([first]);
    expect(await about({ topics: ['fault', 'supplier'], from: onWednesday('10:00') })).toEqual([later]);
    expect(await about({ to: onWednesday('10:00') })).toEqual([first]);
    expect(await about({ topics: [] })).toEqual([]);
    expect(await stores.records.about(PROJECT, 'exception', { topics: ['10001'] })).toEqual([exception]);
    expect(await stores.records.about(PROJECT, 'exception', { topics: ['10002'] })).toEqual([]);
    expect(await stores.records.history(PROJECT, { kind: 'breach', id: ids[0]! }, 10)).toHaveLength(2);
  });

  it('tells what outages are told by, as it was saved last', async () => {
    const when = onWednesday('12:00');
    const written = (id: string, revision: object) =>
      stores.records.commit({
        id,
        project: PROJECT,
        at: when,
        actor: 'sam',
        action: 'write',
        revisions: [{ change: id, at: when, ...revision } as DocumentRevision],
      });
    const rule: OutageRule = {
      id: 'p1',
      name: '邮件中断',
      when: { field: 'priority', in: [{ id: '1', name: 'P1' }] },
      begin: { created: true },
      end: { resolved: true },
      planned: false,
      degree: 'full',
    };
    const rules = (seq: number, ...all: OutageRule[]) => ({
      kind: 'outage-rules',
      seq,
      doc: { id: 'outage-rules', rules: all },
    });
    const mail = { id: 'mail', name: 'Mail', kind: 'business', state: 'draft' } as const;
    const basis = async () => {
      await stores.records.revisions(PROJECT);
      return stores.records.outageBasis(PROJECT);
    };
    expect(await stores.records.outageBasis(PROJECT)).toBeUndefined();
    await written('change-1', { kind: 'service', seq: 1, doc: mail });
    expect(await basis()).toBeUndefined();
    await written('change-2', rules(1, rule));
    expect(await basis()).toEqual({ rules: [rule], services: [mail] });
    await written('change-3', { kind: 'service', seq: 2, doc: { ...mail, name: 'Letters' } });
    await written('change-4', rules(2, rule, { ...rule, id: 'p2' }));
    expect(await basis()).toEqual({
      rules: [rule, { ...rule, id: 'p2' }],
      services: [{ ...mail, name: 'Letters' }],
    });
    expect(await stores.records.outageBasis('10001')).toBeUndefined();
    await written('change-5', rules(3));
    expect(await basis()).toBeUndefined();
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

  it('tells all that was saved in a project and for the site, the latest first, in whatever pages', async () => {
    const service = (change: string, seq: number, at: Instant): DocumentRevision => {
      const doc = { id: 'mail', name: `Mail ${seq}`, kind: 'business', state: 'draft' } as const;
      return { kind: 'service', change, seq, at, doc };
    };
    const first = onWednesday('09:00');
    const second = onWednesday('10:00');
    const both: Revision[] = [
      calendarRevision('change-1', 1, first),
      { kind: 'agreement', change: 'change-1', seq: 1, at: first, doc: agreement },
    ];
    await stores.records.commit(importOf('change-1', first, both));
    await stores.records.commit(
      importOf('change-2', second, [calendarRevision('change-2', 1, second)], SITE),
    );
    await stores.records.commit(
      importOf('change-3', first, [calendarRevision('change-3', 1, first)], '10001'),
    );
    await stores.records.commit({
      id: 'change-4',
      project: PROJECT,
      at: second,
      actor: 'kim',
      action: 'write',
      revisions: [service('change-4', 1, second)],
    });
    const all = ['agreement', 'calendar', 'service'] as const;
    const whole = await stores.records.log(PROJECT, { kinds: all, after: undefined, limit: 10 });
    expect(whole).toEqual([
      { ...service('change-4', 1, second), actor: 'kim', action: 'write' },
      { ...calendarRevision('change-2', 1, second), home: 'site', actor: 'sam', action: 'import' },
      { ...both[0], actor: 'sam', action: 'import' },
      { ...both[1], actor: 'sam', action: 'import' },
    ]);
    const paged: LogEntry[] = [];
    for (let after: LogPlace | undefined; ;) {
      const [entry] = await stores.records.log(PROJECT, { kinds: all, after, limit: 1 });
      if (!entry) break;
      paged.push(entry);
      after = { ...entry, id: entry.doc.id };
    }
    expect(paged).toEqual(whole);
    const services = await stores.records.log(PROJECT, { kinds: ['service'], after: undefined, limit: 10 });
    expect(services.map(({ kind }) => kind)).toEqual(['service']);
  });

  it('tells of more records than fit into one answer', async () => {
    const many = Array.from({ length: 20 }, (_, index): Revision => {
      const doc = { ...nineToFive, id: `calendar-${index}` };
      return { kind: 'calendar', change: 'change-1', seq: 1, at: onWednesday('09:00'), doc };
    });
    await stores.records.commit(importOf('change-1', onWednesday('09:00'), many));
    const log = await stores.records.log(PROJECT, { kinds: ['calendar'], after: undefined, limit: 18 });
    expect(new Set(log.map(({ doc }) => doc.id)).size).toBe(18);
  });
}
