import * as v from 'valibot';
import { resolverApi } from '../../../src/contract/resolver-api';
import { resolverOf } from '../../../src/handlers/resolver';
import { at, onWednesday } from '../../support/builders';
import { draft, projectValues } from '../../support/definitions';
import { importDefinitions } from '../../support/import-definitions';
import { memoryPorts, type MemoryPorts } from '../../support/memory-ports';
import { held } from '../domain/review/reviews';

const PROJECT = '10000';
const context = { accountId: 'sam', extension: { project: { id: PROJECT } } };
const ID = 'desk/month/2026-11-01';
const period = { kind: 'month', from: '2026-11-01' };

let ports: MemoryPorts;

const call = (functionKey: string, payload: unknown) =>
  resolverOf(ports)({ call: { functionKey, payload }, context }, { principal: { accountId: 'sam' } });
const hold = (more = {}) => ({
  id: ID,
  seen: 1,
  step: { step: 'hold', held: { ...held, on: '2026-12-01' }, ...more },
});

beforeEach(async () => {
  ports = memoryPorts(onWednesday('10:00'));
  for (const [field, values] of projectValues) ports.values.set(field, values);
  await importDefinitions(ports, PROJECT, 'sam', draft());
  ports.now = at('2026-12-01T09:00Z');
  expect(await call('prepareReview', { kind: 'review', agreement: 'desk', period })).toMatchObject({
    ok: true,
  });
});

describe('the figures of a review', () => {
  it.each([
    ['beside what was held', { figures: {} }],
    ['within it', { held: { ...held, figures: {} } }],
  ])('cannot be sent %s', async (_, more) => {
    expect(await call('takeReviewStep', hold(more))).toMatchObject({ ok: false, refusal: 'bad-input' });
    expect(ports.changes.at(-1)?.revisions).toMatchObject([{ kind: 'review', seq: 1 }]);
  });

  it('come in every answer as they were frozen', async () => {
    const before = (await call('viewReview', { id: ID })) as { value: { doc: { figures: unknown } } };
    const after = await call('takeReviewStep', hold());
    expect(after).toMatchObject({
      ok: true,
      value: { doc: { figures: before.value.doc.figures }, revision: 2 },
    });
    expect(v.is(resolverApi.takeReviewStep.answer, after)).toBe(true);
  });
});

describe('reviews', () => {
  it('are read by everybody who sees the project, and written by those who monitor it', async () => {
    ports.mayConfigure = false;
    expect(await call('viewReviews', {})).toMatchObject({ ok: true, value: { mayMonitor: false } });
    for (const [name, payload] of [
      ['prepareReview', { kind: 'review', agreement: 'desk', period }],
      ['takeReviewStep', hold()],
      [
        'saveServiceReport',
        { id: ID, seen: 1, words: { commentary: '', recipients: { accounts: [], names: '' } }, issue: false },
      ],
    ] as const)
      expect(await call(name, payload)).toMatchObject({ ok: false, refusal: 'not-allowed' });
  });

  it('that are not there are nothing', async () => {
    expect(await call('viewReview', { id: 'desk/month/2026-10-01' })).toEqual({ ok: true, value: null });
    expect(await call('viewServiceReport', { id: ID })).toEqual({ ok: true, value: null });
  });
});
