import { saveCase, tryCase, viewCases, type CaseDraft } from '../../../src/app/cases';
import { importDefinitions } from '../../support/import-definitions';
import { publishDraft, readDraft } from '../../../src/app/publish-draft';
import { reviewCases } from '../../../src/app/review-cases';
import { saveDraft } from '../../../src/app/save-draft';
import { takeStep } from '../../../src/app/take-step';
import type { AgreementDraft } from '../../../src/domain/agreement/draft';
import { MOST_CASES, type CaseOutcome } from '../../../src/domain/agreement/saved-case';
import { onWednesday, ref } from '../../support/builders';
import { draft, projectValues } from '../../support/definitions';
import { memoryPorts, type MemoryPorts } from '../../support/memory-ports';

const PROJECT = '10000';
const text: AgreementDraft = draft().agreements[0]!;
const metric = { id: 'resolution', kind: 'resolution' } as const;
const due = (time: string): CaseOutcome => ({ kind: 'due', at: onWednesday(time) });

let ports: MemoryPorts;

/** A P1 at ten on the wall of Berlin, whose four hours end at 14:00 there. */
const morning = (more: Partial<CaseDraft> = {}): CaseDraft => ({
  agreement: 'desk',
  name: 'P1 in the morning',
  issue: { created: onWednesday('09:00'), fields: { priority: [ref('P1')] }, changes: [] },
  expected: [{ metric, outcome: due('13:00') }],
  ...more,
});
const save = (doc: CaseDraft, seen = 0) => saveCase(ports, { project: PROJECT, actor: 'sam', seen }, doc);
const codes = (problems: readonly { code: string }[]) => problems.map(({ code }) => code);
const shown = async () =>
  (await viewCases(ports, PROJECT, 'desk')).map(({ saved: { doc }, run }) => [
    doc.id,
    doc.name,
    run?.differences,
  ]);

const within = (length: string): AgreementDraft => ({
  ...text,
  metrics: text.metrics.map((each) => ({
    ...each,
    goals: [{ name: 'All', within: length, calendar: 'office' }],
  })),
});
const write = (next: AgreementDraft, basedOn = 1) =>
  saveDraft(ports, { project: PROJECT, actor: 'sam', seen: 0 }, { id: next.id, basedOn, text: next });
const review = async (next: AgreementDraft) =>
  reviewCases(ports, PROJECT, (await readDraft(ports, PROJECT, next)).agreement!);
const publish = (accepted?: string, agreement = 'desk') =>
  publishDraft(ports, PROJECT, 'kim', {
    agreement,
    seen: 1,
    appliesToRunning: false,
    previewed: undefined,
    reason: '',
    ...(accepted !== undefined && { accepted }),
  });

beforeEach(async () => {
  ports = memoryPorts(onWednesday('12:00'));
  for (const [field, known] of projectValues) ports.values.set(field, known);
  await importDefinitions(ports, PROJECT, 'sam', draft());
});

describe('a case', () => {
  it('is kept with its agreement, and judged by what is in force', async () => {
    expect(await save(morning())).toEqual([]);
    expect(
      await save(morning({ name: 'Wrong', expected: [{ metric, outcome: { kind: 'paused' } }] })),
    ).toEqual([]);
    expect(await shown()).toEqual([
      ['desk.1', 'P1 in the morning', []],
      ['desk.2', 'Wrong', [{ metric, expected: { kind: 'paused' }, found: due('13:00') }]],
    ]);
    expect(await viewCases(ports, PROJECT, 'other')).toEqual([]);
  });

  it('expects what the agreements make of it, until somebody says otherwise', async () => {
    const issue = { created: onWednesday('09:00'), fields: { priority: ['P1'] }, changes: [] };
    expect(await tryCase(ports, PROJECT, issue)).toEqual([
      { agreement: { id: 'desk', name: 'Desk' }, found: [{ metric, outcome: due('13:00') }] },
    ]);
  });

  it('that was saved twice because the answer was lost is there once', async () => {
    await save(morning());
    expect(await save(morning())).toEqual([]);
    expect(await shown()).toHaveLength(1);
  });

  it('is renamed by who has seen it', async () => {
    await save(morning());
    expect(await save(morning({ id: 'desk.1', name: 'P1 early' }), 1)).toEqual([]);
    expect(codes(await save(morning({ id: 'desk.1', name: 'P1 late' }), 1))).toEqual(['record.newer']);
    expect(codes(await save(morning({ id: 'desk.9', name: 'P1 late' })))).toEqual(['record.newer']);
    expect((await shown()).map(([, name]) => name)).toEqual(['P1 early']);
  });

  it('needs a name that no other of the agreement has, and an agreement', async () => {
    await save(morning());
    expect(await save(morning({ name: '' }))).toMatchObject([{ code: 'case.no-name', path: 'doc.name' }]);
    const late = { ...morning().issue, created: onWednesday('10:00') };
    expect(await save(morning({ issue: late }))).toMatchObject([
      { code: 'case.name-taken', path: 'doc.name', details: { found: 'P1 in the morning' } },
    ]);
    expect(codes(await save(morning({ agreement: 'payroll' })))).toEqual(['life.unknown-agreement']);
    const names = Array.from({ length: 50 }, (_, index) => ({ id: `${index}`, name: 'x'.repeat(250) }));
    const long = { ...morning().issue, fields: { labels: names } };
    expect(codes(await save(morning({ name: 'Long', issue: long })))).toEqual(['case.too-long']);
    expect(await shown()).toHaveLength(1);
  });

  it('is thrown away, and that is taken back', async () => {
    await save(morning());
    expect(await save(morning({ id: 'desk.1', closed: true }), 1)).toEqual([]);
    expect(await shown()).toEqual([]);
    expect(await save(morning({ id: 'desk.1' }), 2)).toEqual([]);
    expect(await shown()).toHaveLength(1);
  });

  it('is one of so many, and takes the place of one that was thrown away', async () => {
    for (let number = 1; number <= MOST_CASES; number += 1) await save(morning({ name: `Case ${number}` }));
    expect(codes(await save(morning({ name: 'One more' })))).toEqual(['case.too-many']);
    await save(morning({ id: 'desk.7', name: 'Case 7', closed: true }), 1);
    expect(await save(morning({ name: 'One more' }))).toEqual([]);
    expect(await shown()).toContainEqual(['desk.7', 'One more', []]);
  });

  it('of an agreement that has ended is not judged', async () => {
    await save(morning());
    await takeStep(ports, PROJECT, 'kim', {
      agreement: 'desk',
      seen: 0,
      step: 'terminate',
      reason: 'Replaced',
    });
    expect(await shown()).toEqual([['desk.1', 'P1 in the morning', undefined]]);
    expect(await tryCase(ports, PROJECT, { created: onWednesday('09:00'), fields: {}, changes: [] })).toEqual(
      [],
    );
  });
});

describe('a draft', () => {
  it('is judged by the cases, as if it had held on their dates', async () => {
    await save(morning());
    expect(await review(within('4h'))).toMatchObject({ total: 1, differing: [] });
    expect(await review({ ...within('2h'), effectiveFrom: '2026-12-01' })).toMatchObject({
      total: 1,
      differing: [
        { saved: { doc: { id: 'desk.1' } }, differences: [{ expected: due('13:00'), found: due('11:00') }] },
      ],
    });
  });

  it('by which none comes out otherwise is published without a further word', async () => {
    await save(morning());
    await write(within('4h'));
    expect(await publish()).toEqual([]);
  });

  it('by which some do is refused until what was found is taken as expected, all in one change', async () => {
    await save(morning());
    await write(within('2h'));
    expect(await publish()).toMatchObject([{ code: 'case.differ', details: { count: '1' } }]);
    expect(ports.changes).toHaveLength(3);
    const { mark } = await review(within('2h'));
    expect(await publish(mark)).toEqual([]);
    expect(await shown()).toEqual([['desk.1', 'P1 in the morning', []]]);
    expect(ports.changes.at(-1)?.revisions.map(({ kind }) => kind)).toEqual([
      'agreement',
      'step',
      'draft',
      'case',
    ]);
  });

  it('is refused when a case has changed since its results were taken as expected', async () => {
    await save(morning());
    await write(within('2h'));
    const { mark } = await review(within('2h'));
    await save(morning({ id: 'desk.1', name: 'P1 early' }), 1);
    expect(codes(await publish(mark))).toEqual(['case.differ']);
    await save(morning({ id: 'desk.1', name: 'P1 early', closed: true }), 2);
    await save(morning());
    expect(codes(await publish(mark))).toEqual(['case.differ']);
  });

  it('answers for the cases of other agreements that it takes issues from, not for what was wrong before', async () => {
    const labels = [ref('vip')];
    const vipIssue = { ...morning().issue, fields: { priority: [ref('P1')], labels } };
    await save(morning({ name: 'A VIP’s', issue: vipIssue }));
    await save(morning({ name: 'Wrong', expected: [{ metric, outcome: { kind: 'paused' } }] }));
    const vip = { ...within('1h'), id: 'vip', name: 'VIP', customer: { field: 'labels', in: ['vip'] } };
    await write(vip, 0);
    expect(codes(await publish(undefined, 'vip'))).toEqual(['case.differ']);
    const { total, differing, mark } = await review(vip);
    expect(total).toBe(1);
    expect(differing).toMatchObject([
      { saved: { doc: { name: 'A VIP’s' } }, differences: [{ found: { kind: 'no-timer' } }] },
    ]);
    expect(await publish(mark, 'vip')).toEqual([]);
    expect((await shown()).map(([, name, differences]) => [name, differences?.length])).toEqual([
      ['A VIP’s', 0],
      ['Wrong', 1],
    ]);
  });

  it('that is to come into force later is what its cases are for from then on', async () => {
    await save(morning());
    await write({ ...within('2h'), effectiveFrom: '2026-12-01' });
    expect(await publish((await review(within('2h'))).mark)).toEqual([]);
    expect(await shown()).toEqual([['desk.1', 'P1 in the morning', []]]);
  });
});
