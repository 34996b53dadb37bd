import { saveScopeText, scopeTextOf } from '../../../src/app/out-of-scope/scope-text';
import { takeServingStep, writtenOf } from '../../../src/app/out-of-scope/serve-anyway';
import { tellCustomer } from '../../../src/app/out-of-scope/tell-customer';
import { viewScopeRegister, type ScopeWanted } from '../../../src/app/out-of-scope/view-register';
import { JiraUnavailable } from '../../../src/app/errors';
import type { Evaluation, Outcome } from '../../../src/app/ports';
import type { ServingStep } from '../../../src/domain/out-of-scope/out-of-scope';
import type { Problem } from '../../../src/domain/problem';
import { later, minutes } from '../../../src/domain/time/instant';
import { onWednesday } from '../../support/builders';
import { memoryPorts, type MemoryPorts } from '../../support/memory-ports';

const PROJECT = '10000';
const ISSUE = '500';
const ann = { project: PROJECT, actor: 'ann' };
const sam = { project: PROJECT, actor: 'sam' };

let ports: MemoryPorts;

const judged = (issue: string, outcome: Outcome, more: Partial<Evaluation> = {}): Evaluation => ({
  issue,
  project: PROJECT,
  outcome,
  issueUpdated: ports.now,
  evaluatedAt: ports.now,
  ruleBook: '1',
  timers: [],
  lines: [],
  ahead: { change: null, alert: null },
  ...more,
});

beforeEach(async () => {
  ports = memoryPorts(onWednesday('12:00'));
  await ports.timers.save([judged(ISSUE, 'not-covered')]);
});

const codes = (problems: readonly Problem[]) => problems.map(({ code, path }) => `${code} ${path}`.trim());
const written = async (issue = ISSUE) => (await writtenOf(ports, PROJECT, issue))?.doc;
const send = async (seen: number, text = 'Not covered', who = ann) =>
  codes(await tellCustomer(ports, who, { issue: ISSUE, seen, text }));
const step = async (who: typeof ann, name: ServingStep, seen: number, note = 'Important') =>
  codes(await takeServingStep(ports, who, { issue: ISSUE, seen, step: name, note }));
const ask = async (issue: string) =>
  codes(await takeServingStep(ports, ann, { issue, seen: 0, step: 'ask', note: 'Important' }));

describe('the text to the customer', () => {
  it('is sent once, and written down as it was sent', async () => {
    expect(await send(0)).toEqual([]);
    expect(await send(0)).toEqual([]);
    expect(await send(2, 'Another')).toEqual(['scope.told']);
    expect(ports.repliesSent).toEqual([{ issue: ISSUE, id: ISSUE, text: 'Not covered' }]);
    const act = { by: 'ann', at: ports.now };
    expect(await written()).toEqual({ id: ISSUE, found: act, told: { ...act, text: 'Not covered' } });
  });

  it('is sent by one of two who send at the same time', async () => {
    const results = await Promise.allSettled([send(0), send(0, 'Sorry', sam)]);
    expect(ports.repliesSent).toHaveLength(1);
    expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(1);
  });

  it('can be sent still after Jira has refused it, with what Jira says', async () => {
    ports.replyAnswer = { refused: 'You may not comment' };
    const said = await tellCustomer(ports, ann, { issue: ISSUE, seen: 0, text: 'Not covered' });
    expect(said).toMatchObject([{ code: 'scope.jira-says', details: { said: 'You may not comment' } }]);
    expect(await written()).toEqual({ id: ISSUE, found: { by: 'ann', at: ports.now } });
    ports.replyAnswer = { refused: '' };
    expect(await send(2)).toEqual(['scope.jira-refuses']);
    ports.replyAnswer = { sent: true };
    expect(await send(4)).toEqual([]);
    expect(ports.repliesSent).toHaveLength(1);
  });

  it('is not sent twice where Jira took it and did not say so', async () => {
    ports.replyAnswer = new JiraUnavailable('POST issue/comment: no answer', undefined);
    const sentAt = ports.now;
    expect(await send(0)).toEqual(['scope.jira-silent']);
    expect(await send(1)).toEqual(['scope.being-sent']);
    ports.now = later(ports.now, minutes(1));
    ports.replyAnswer = { sent: true };
    expect(await send(1, 'Sorry', sam)).toEqual([]);
    expect(ports.repliesSent).toHaveLength(1);
    expect((await written())?.told).toEqual({ by: 'ann', at: sentAt, text: 'Not covered' });
  });

  it('loses nothing that somebody writes down while it is sent', async () => {
    ports.replies.send = async () => {
      expect(await step(sam, 'ask', 1)).toEqual([]);
      return { sent: true };
    };
    expect(await send(0)).toEqual([]);
    expect(await written()).toMatchObject({ told: { by: 'ann' }, asked: { by: 'sam' } });
  });

  it('is refused where it is no text, was written by others meanwhile, or an agreement covers the issue', async () => {
    expect(await send(0, 'Dear {reporter}')).toEqual(['scope.unfilled text']);
    expect(await send(3)).toEqual(['record.newer']);
    await ports.timers.save([judged(ISSUE, 'not-started')]);
    expect(await send(0)).toEqual(['scope.covered']);
    ports.evaluations.clear();
    expect(await send(0)).toEqual(['scope.not-judged']);
    expect(await written()).toBeUndefined();
  });
});

describe('an issue that no agreement covers', () => {
  it('is served anyway once somebody else approves it', async () => {
    expect(await step(ann, 'ask', 0)).toEqual([]);
    expect(await step(ann, 'ask', 0)).toEqual([]);
    expect(await step(ann, 'approve', 1)).toEqual(['scope.own']);
    expect(await step(sam, 'approve', 0)).toEqual(['record.newer']);
    expect(await step(sam, 'approve', 1, '')).toEqual([]);
    expect(await step(sam, 'refuse', 2)).toEqual(['scope.settled']);
    expect(await written()).toMatchObject({
      asked: { by: 'ann', reason: 'Important' },
      decision: { by: 'sam', approved: true, note: '' },
    });
  });

  it('is asked for only while none does, and decided all the same', async () => {
    expect(await step(sam, 'approve', 0)).toEqual(['scope.unknown']);
    expect(await step(ann, 'ask', 0, '')).toEqual(['scope.no-reason note']);
    expect(await step(ann, 'ask', 0)).toEqual([]);
    await ports.timers.save([judged(ISSUE, 'timers'), judged('501', 'timers')]);
    expect(await ask('501')).toEqual(['scope.covered']);
    expect(await step(ann, 'withdraw', 1)).toEqual([]);
  });

  it('is asked for in its own project', async () => {
    await ports.timers.save([{ ...judged(ISSUE, 'not-covered'), project: '10999' }]);
    expect(await step(ann, 'ask', 0)).toEqual(['scope.not-judged']);
  });
});

describe('the register', () => {
  const shown = async (wanted: Partial<ScopeWanted> = {}) =>
    (await viewScopeRegister(ports, PROJECT, { offset: 0, ...wanted })).rows.map(({ issue }) => issue);

  beforeEach(async () => {
    await ports.timers.save([
      judged('501', 'not-covered'),
      judged('502', 'not-covered', { isResolved: true }),
      judged('503', 'not-started'),
      judged('504', 'not-covered'),
      { ...judged('505', 'not-covered'), project: '10999' },
      judged('506', 'not-covered'),
    ]);
    await send(0);
    await ask('504');
    await ask('506');
    await ports.timers.save([judged('506', 'timers')]);
  });

  it('has what was written down, and of the rest what is unresolved; the youngest first', async () => {
    expect(await shown()).toEqual(['506', '504', '501', '500']);
    expect(await shown({ offset: 3 })).toEqual(['500']);
    const { rows, ...figures } = await viewScopeRegister(ports, PROJECT, { offset: 0 });
    expect(figures).toEqual({ count: 4, open: 2, waiting: 1, untold: 2, looked: 6 });
    expect(rows.map(({ isOpen, isCovered, revision }) => [isOpen, isCovered, revision])).toEqual([
      [false, true, 1],
      [true, false, 1],
      [true, false, 0],
      [false, false, 2],
    ]);
  });

  it('is narrowed down', async () => {
    expect(await shown({ open: true })).toEqual(['504', '501']);
    expect(await shown({ open: false })).toEqual(['506', '500']);
    expect(await shown({ serving: 'asked' })).toEqual(['506', '504']);
    expect(await shown({ serving: 'found' })).toEqual(['501', '500']);
    expect(await shown({ told: true })).toEqual(['500']);
    expect(await shown({ told: false, open: true, serving: 'found' })).toEqual(['501']);
  });
});

describe('the text of a project', () => {
  it('is saved once however often it is sent, and changed by whoever has seen it', async () => {
    const save = async (text: string, seen: number, offer = '') =>
      codes(await saveScopeText(ports, sam, { text, offer }, seen));
    expect(await save('Sorry', 0)).toEqual([]);
    expect(await save('Sorry', 0)).toEqual([]);
    expect(await save('Very sorry', 0)).toEqual(['record.newer']);
    expect(await save('Take {offer}', 1)).toEqual(['scope.no-offer doc.offer']);
    expect(await save('Take {offer}', 1, 'a quote')).toEqual([]);
    expect(await scopeTextOf(ports, PROJECT)).toMatchObject({ seq: 2, doc: { offer: 'a quote' } });
  });
});
