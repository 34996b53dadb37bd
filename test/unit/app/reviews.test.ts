import { askForExceptions, takeExceptionStep } from '../../../src/app/breaches/exceptions';
import { saveBreachByHand, saveBreaches } from '../../../src/app/breaches/save-breaches';
import { startBackfill } from '../../../src/app/backfill';
import { drain } from '../../../src/app/drain';
import { SomebodyElseSaves } from '../../../src/app/errors';
import { markIssue } from '../../../src/app/mark-issue';
import { saveAction } from '../../../src/app/improvement/save-action';
import { prepareDueReviews } from '../../../src/app/reviews/prepare-due-reviews';
import { prepareReview } from '../../../src/app/reviews/prepare-review';
import { viewProcessReview } from '../../../src/app/reviews/process-review';
import { saveServiceReport } from '../../../src/app/reviews/save-service-report';
import { takeReviewStep } from '../../../src/app/reviews/take-review-step';
import { viewReview, viewServiceReport } from '../../../src/app/reviews/view-review';
import { viewReviews } from '../../../src/app/reviews/view-reviews';
import type { ReviewPlan } from '../../../src/domain/agreement/details';
import { isWithoutCases } from '../../../src/domain/review/frozen-figures';
import { stateOfReview, THE_APP, type Review } from '../../../src/domain/review/review';
import type { ReviewStep } from '../../../src/domain/review/review-life';
import { hours } from '../../../src/domain/time/instant';
import { at, changed, created, onWednesday } from '../../support/builders';
import { draft, projectValues } from '../../support/definitions';
import { importDefinitions } from '../../support/import-definitions';
import { memoryPorts, type MemoryPorts } from '../../support/memory-ports';
import { held as allSaid } from '../domain/review/reviews';

const PROJECT = '10000';
const sam = { project: PROJECT, actor: 'sam' };
const kim = { project: PROJECT, actor: 'kim' };
const NOVEMBER = { kind: 'month', from: '2026-11-01' } as const;
const ID = 'desk/month/2026-11-01';
const held = { ...allSaid, on: '2026-12-01' };
const confirmed = { name: 'Ada Lovelace', how: 'mail', remark: '' };

let ports: MemoryPorts;

/** P1s that were created at 08:00, when it opens, and done at a time: four hours are promised. */
async function worked(issues: readonly number[], doneAt: string, fields = {}): Promise<void> {
  const done = onWednesday(doneAt);
  for (const issue of issues) {
    const id = String(issue);
    const facts = [
      created(onWednesday('08:00'), { priority: 'P1', ...fields }),
      changed(done, { status: 'Open → Done' }),
    ];
    ports.inJira.set(id, { id, project: PROJECT, updated: done, history: { facts } });
    await markIssue(ports, id, PROJECT, 'event');
  }
  await drain(ports, PROJECT, () => 300_000);
}

async function planned(reviews: ReviewPlan, published = '07:00', more = {}): Promise<void> {
  ports = memoryPorts(onWednesday(published));
  for (const [field, known] of projectValues) ports.values.set(field, known);
  const file = draft();
  const agreement = {
    ...file.agreements[0]!,
    ...more,
    details: { reviews },
    periodicTargets: [
      { id: 'share', measure: 'attainment', metric: 'resolution', target: '60%', period: 'month' },
    ],
  } as (typeof file.agreements)[0];
  await importDefinitions(ports, PROJECT, 'sam', { ...file, agreements: [agreement] });
  ports.now = onWednesday('15:00');
}

beforeEach(() => planned({ rhythms: ['month'], reports: 'month', recipients: ['ada'] }));

/** By then all issues of the past have been read. */
function inDecember(): void {
  ports.now = at('2026-12-01T09:00Z');
  ports.backfillOf.clear();
}
const prepare = (more = {}) =>
  prepareReview(ports, sam, { kind: 'review', agreement: 'desk', period: NOVEMBER, ...more });
const codes = (problems: readonly { code: string; path: string }[]) =>
  problems.map(({ code, path }) => `${code} ${path}`.trim());
const take = (step: ReviewStep, seen: number, writer = sam) =>
  takeReviewStep(ports, writer, { id: ID, seen, step });
const kept = async (): Promise<Review> => (await viewReview(ports, PROJECT, ID))!.doc;

describe('what is due', () => {
  it('is what the agreement asks for since it does, late when its days are over', async () => {
    expect((await viewReviews(ports, PROJECT)).reviews).toEqual([]);
    inDecember();
    const { reviews, reports } = await viewReviews(ports, PROJECT);
    const row = { id: ID, agreement: 'desk', period: NOVEMBER, dueOn: '2026-12-10', isLate: false };
    expect(reviews).toEqual([{ ...row, state: 'due' }]);
    expect(reports).toEqual([{ ...row, state: 'due' }]);
    ports.now = at('2026-12-10T23:30Z');
    expect((await viewReviews(ports, PROJECT)).reviews[0]).toMatchObject({ isLate: true });
  });

  it('is nothing where nothing is asked for, though it can be prepared', async () => {
    await planned({});
    inDecember();
    expect((await viewReviews(ports, PROJECT)).reviews).toEqual([]);
    expect(await prepare()).toEqual([]);
    expect((await viewReviews(ports, PROJECT)).reviews).toMatchObject([{ state: 'prepared' }]);
  });

  it('is prepared by the app a day later, once', async () => {
    inDecember();
    await prepareDueReviews(ports, () => 600_000);
    const { reviews, reports } = await viewReviews(ports, PROJECT);
    expect([reviews, reports].map(([row]) => row?.state)).toEqual(['prepared', 'prepared']);
    expect(ports.changes.filter(({ actor }) => actor === THE_APP)).toHaveLength(2);
    await prepareDueReviews(ports, () => 600_000);
    expect(ports.changes.filter(({ actor }) => actor === THE_APP)).toHaveLength(2);
  });

  it('waits while issues of the past are still being read', async () => {
    inDecember();
    await startBackfill(ports, PROJECT, 'sam');
    await prepareDueReviews(ports, () => 600_000);
    expect((await viewReviews(ports, PROJECT)).reviews).toMatchObject([{ state: 'due' }]);
  });

  it('waits for another day when no time is left', async () => {
    inDecember();
    await prepareDueReviews(ports, () => 29_000);
    expect((await viewReviews(ports, PROJECT)).reviews).toMatchObject([{ state: 'due' }]);
  });
});

describe('a prepared review', () => {
  it('has the figures of its period, and keeps them whatever happens then', async () => {
    await worked([20_001], '13:00');
    await worked([20_002], '11:45');
    await worked([20_003], '10:00');
    await saveBreaches(ports, sam, [{ id: '20001/1/resolution/desk', seen: 0 }], { cause: 'fault' });
    const action = { kind: 'training', source: 'breach', owner: 'ann', due: '2026-11-20' } as const;
    await saveAction(ports, sam, { ...action, title: 'Train everybody', description: '' }, 0);
    inDecember();
    expect(await prepare()).toEqual([]);
    const { figures } = await kept();
    expect(figures).toMatchObject({
      asOf: ports.now,
      versions: [1],
      breaches: { count: 1, byCause: [{ id: 'fault', count: 1 }], withoutCause: 0 },
      exceptions: { asked: 0, approved: 0 },
      values: [{ target: { id: 'share' }, kind: 'resolution', before: null, kept: 'met' }],
      actions: { open: 1, late: 1, first: [{ title: 'Train everybody', due: '2026-11-20' }] },
    });
    expect(figures.values[0]?.value).toBeCloseTo((2 / 3) * 100);
    const [target] = figures.targets;
    expect(target).toMatchObject({
      metric: 'resolution',
      nearMisses: 1,
      late: 0,
      waited: 0,
      median: 3.75 * hours(1),
    });
    expect(target?.trend).toHaveLength(6);
    expect(target?.trend.at(-1)).toEqual({ measured: { met: 2, of: 3 }, reported: { met: 2, of: 3 } });
    await worked([20_004], '14:00');
    await take({ step: 'hold', held }, 1);
    expect((await kept()).figures).toEqual(figures);
  });

  it('tells its services apart where there are several', async () => {
    const mapping = (label: string) => ({ field: 'labels', in: [label] });
    await planned({}, '07:00', {
      services: ['mail', 'print'].map((id) => ({ id, revision: 1, mapping: mapping(id) })),
    });
    await worked([20_001], '13:00', { labels: 'mail' });
    await worked([20_002, 20_003], '10:00', { labels: 'print' });
    inDecember();
    expect(await prepare()).toEqual([]);
    const of = (met: number, of_: number) => ({ met, of: of_ });
    const { services } = (await kept()).figures;
    expect(services.map(({ service, kind, trend }) => [service, kind, trend.at(-1)?.reported])).toEqual([
      ['print', 'resolution', of(2, 2)],
      ['mail', 'resolution', of(0, 1)],
    ]);
  });

  it('of a period without cases is there all the same', async () => {
    inDecember();
    expect(await prepare()).toEqual([]);
    expect(isWithoutCases((await kept()).figures)).toBe(true);
  });

  it('is prepared once, of a period that is over and in which the agreement held', async () => {
    expect(codes(await prepare())).toEqual(['review.not-over period.from']);
    inDecember();
    expect(codes(await prepare({ agreement: 'other' }))).toEqual(['life.unknown-agreement agreement']);
    expect(codes(await prepare({ period: { kind: 'month', from: '2025-12-01' } }))).toEqual([
      'review.not-in-force period.from',
    ]);
    expect(codes(await prepare({ period: { kind: 'month', from: '2026-13-01' } }))).toEqual([
      'review.no-day period.from',
    ]);
    const both = await Promise.allSettled([prepare(), prepare()]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(both.find((each) => each.status === 'rejected')).toMatchObject({
      reason: expect.any(SomebodyElseSaves) as unknown,
    });
    expect(await prepare({ period: { kind: 'month', from: '2026-11-17' } })).toEqual([]);
    expect((await viewReviews(ports, PROJECT)).reviews).toHaveLength(1);
  });
});

describe('a review that people hold', () => {
  beforeEach(async () => {
    await worked([20_001, 20_002], '13:00');
    inDecember();
    await prepare();
  });

  it('is not closed while a missed promise has no cause, of a timer or by hand', async () => {
    await saveBreachByHand(
      ports,
      sam,
      {
        kind: 'below-standard',
        happenedAt: at('2026-11-20T09:00Z'),
        byHand: { agreement: 'desk', promised: '99.9 %', given: '99 %' },
        explanation: '',
        correctiveAction: '',
      },
      0,
    );
    await take({ step: 'hold', held }, 1);
    await take({ step: 'confirm', confirmed }, 2);
    const [problem] = await take({ step: 'close' }, 3);
    expect(problem).toEqual({ code: 'review.without-cause', path: '', details: { count: '3' } });
    expect((await viewReview(ports, PROJECT, ID))?.withoutCause).toEqual({
      count: 3,
      from: '2026-11-18',
      to: '2026-11-20',
    });
    await saveBreaches(
      ports,
      sam,
      [20_001, 20_002].map((issue) => ({ id: `${issue}/1/resolution/desk`, seen: 0 })),
      { cause: 'fault' },
    );
    expect((await take({ step: 'close' }, 3))[0]?.details).toEqual({ count: '1' });
    const byHand = (await ports.records.documents(PROJECT, 'breach')).find(({ doc }) => doc.byHand)!.doc;
    await saveBreachByHand(ports, sam, { ...byHand, byHand: byHand.byHand!, cause: 'fault' }, 1);
    expect(await take({ step: 'close' }, 3)).toEqual([]);
    const { doc, withoutCause, history } = (await viewReview(ports, PROJECT, ID))!;
    expect([stateOfReview(doc), withoutCause, history.length]).toEqual(['closed', undefined, 4]);
  });

  it('overwrites nothing that was not seen, and takes what was not heard of once more', async () => {
    expect(await take({ step: 'hold', held }, 1)).toEqual([]);
    expect(await take({ step: 'hold', held }, 1)).toEqual([]);
    expect(codes(await take({ step: 'hold', held: { ...held, minutes: 'Mine' } }, 1))).toEqual([
      'record.newer',
    ]);
    expect(codes(await take({ step: 'hold', held }, 1, kim))).toEqual(['record.newer']);
    expect(ports.changes.at(-1)?.revisions[0]?.seq).toBe(2);
  });

  it('says what is missing, and of one that is not there that it is not', async () => {
    expect(codes(await take({ step: 'confirm', confirmed }, 1))).toEqual(['review.not-now']);
    expect(
      codes(
        await takeReviewStep(ports, sam, { id: 'desk/month/2026-10-01', seen: 0, step: { step: 'close' } }),
      ),
    ).toEqual(['review.unknown']);
    expect(codes(await take({ step: 'hold', held: { ...held, on: '2026-12-24' } }, 1))).toEqual([
      'review.in-future held.on',
    ]);
  });

  it('closes its period: nothing of it is excluded or extended any more', async () => {
    const cycle = '20001/1/resolution/desk';
    const asked = { cycles: [cycle], ground: 'other', reason: 'They were away' } as const;
    await askForExceptions(ports, sam, { ...asked, wanted: { kind: 'exclusion' } });
    await saveBreaches(
      ports,
      sam,
      [20_001, 20_002].map((issue) => ({ id: `${issue}/1/resolution/desk`, seen: 0 })),
      { cause: 'fault' },
    );
    for (const [index, step] of (
      [
        { step: 'hold', held },
        { step: 'confirm', confirmed },
      ] as const
    ).entries())
      await take(step, index + 1);
    expect(await take({ step: 'close' }, 3)).toEqual([]);
    const extension = { kind: 'extension', by: hours(2) } as const;
    const [refused] = await askForExceptions(ports, sam, { ...asked, wanted: extension });
    expect(refused).toEqual({
      code: 'exception.period-closed',
      path: 'cycles[0]',
      details: { period: 'month', from: '2026-11-01' },
    });
    const exceptions = [{ id: `${cycle}/1`, seen: 1 }];
    expect(codes(await takeExceptionStep(ports, kim, { step: 'approve', note: '', exceptions }))).toEqual([
      'exception.period-closed exceptions[0]',
    ]);
    expect(await takeExceptionStep(ports, kim, { step: 'refuse', note: 'Too late', exceptions })).toEqual([]);
  });
});

describe('a service report', () => {
  const words = { commentary: 'A calm month', recipients: { accounts: ['ada'], names: 'Their board' } };
  const save = (seen: number, more = {}) =>
    saveServiceReport(ports, sam, { id: ID, seen, words, issue: false, ...more });

  it('is prepared for those whom the agreement names, written, and issued for good', async () => {
    inDecember();
    await prepare({ kind: 'service-report' });
    expect((await viewServiceReport(ports, PROJECT, ID))?.doc.recipients).toEqual({
      accounts: ['ada'],
      names: '',
    });
    expect(await save(1)).toEqual([]);
    expect(codes(await save(1, { words: { ...words, commentary: 'Mine' } }))).toEqual(['record.newer']);
    expect(await save(2, { issue: true })).toEqual([]);
    expect(await save(2, { issue: true })).toEqual([]);
    expect(codes(await save(3, { words: { ...words, commentary: 'No' } }))).toEqual(['review.issued']);
    const { doc } = (await viewServiceReport(ports, PROJECT, ID))!;
    expect(doc).toMatchObject({ ...words, issued: { by: 'sam', at: ports.now } });
    expect((await viewReviews(ports, PROJECT)).reports).toMatchObject([{ state: 'issued', isLate: false }]);
  });
});

describe('the review of the process', () => {
  it('counts what is there and names what is not in order', async () => {
    inDecember();
    expect(await viewProcessReview(ports, PROJECT)).toMatchObject({
      services: { count: 0, uncovered: [] },
      agreements: { count: 1, notInForce: [], ending: [] },
      reviews: { count: 1, late: 0, withoutPlan: [] },
    });
    ports.now = at('2027-01-15T09:00Z');
    expect((await viewProcessReview(ports, PROJECT)).reviews).toMatchObject({ count: 2, late: 2 });
    await planned({});
    expect((await viewProcessReview(ports, PROJECT)).reviews.withoutPlan).toEqual([
      { id: 'desk', name: 'Desk' },
    ]);
  });
});
