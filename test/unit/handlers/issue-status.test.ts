import { JiraUnavailable } from '../../../src/app/errors';
import { issueStatusOf } from '../../../src/handlers/issue-status';
import { lozengeOf } from '../../../src/handlers/status-lozenge';
import { hours, minutes, seconds, type Span } from '../../../src/domain/time/instant';
import { foremost, stateOf } from '../../../src/domain/timer/foremost';
import type { Standing } from '../../../src/domain/timer/standing';
import {
  changed,
  created,
  goal,
  nineToFive,
  onWednesday,
  publication,
  resolutionMetric,
} from '../../support/builders';
import { memoryPorts, type MemoryPorts } from '../../support/memory-ports';

const payload = {
  cloudId: 'cloud',
  extension: {
    type: 'jira:issueContext',
    issue: { id: '10001', key: 'DESK-1', type: 'Incident', typeId: '1' },
    project: { id: '10000', key: 'DESK', type: 'service_desk' },
  },
};

/** A project with a goal of four hours, and an issue that was created at ten o'clock. */
function desk(time: string, facts = [created(onWednesday('10:00'))]): MemoryPorts {
  const ports = memoryPorts(onWednesday(time));
  const { agreement: doc } = publication([resolutionMetric([goal('Four hours', hours(4))])]);
  const saved = { change: 'c1', seq: 1, at: onWednesday('08:00') };
  ports.changes.push({
    id: 'c1',
    project: '10000',
    at: saved.at,
    actor: 'someone',
    action: 'import',
    revisions: [
      { ...saved, kind: 'calendar', doc: nineToFive },
      { ...saved, kind: 'agreement', doc },
    ],
  });
  const updated = facts.at(-1)?.at ?? onWednesday('10:00');
  ports.inJira.set('10001', { id: '10001', project: '10000', updated, history: { facts } });
  return ports;
}

const labelAt = async (time: string, facts?: Parameters<typeof desk>[1]): Promise<unknown> =>
  (await issueStatusOf(desk(time, facts))(payload)).status?.value;

describe('the status beside the panel’s title', () => {
  it.each([
    ['10:30', '3 h left', 'inprogress'],
    ['12:59', '1 h left', 'inprogress'],
    ['13:15', 'At risk · 45 m', 'moved'],
    ['14:00', 'At risk · < 1 m', 'moved'],
    ['14:01', 'Breached', 'removed'],
  ])('of a running timer at %s is %s', async (time, label, type) => {
    expect(await labelAt(time)).toEqual({ label, type });
  });

  it('names why nothing counts: a pause, or the hour', async () => {
    const waiting = [
      created(onWednesday('10:00')),
      changed(onWednesday('11:00'), { status: 'Open → Waiting' }),
    ];
    expect(await labelAt('12:00', waiting)).toEqual({ label: 'Paused', type: 'default' });
    expect(await labelAt('18:00', [created(onWednesday('16:00'))])).toEqual({
      label: 'Out of hours',
      type: 'default',
    });
  });

  it('is how it ended once nothing runs any more', async () => {
    const done = [created(onWednesday('10:00')), changed(onWednesday('11:00'), { status: 'Open → Done' })];
    expect(await labelAt('16:00', done)).toEqual({ label: 'Met', type: 'success' });
  });

  it('is that of the cycle that runs, whatever became of earlier ones', async () => {
    const reopened = [
      created(onWednesday('09:00')),
      changed(onWednesday('15:00'), { status: 'Open → Done' }),
      changed(onWednesday('15:30'), { status: 'Done → Open' }),
    ];
    expect(await labelAt('16:00', reopened)).toEqual({ label: '3 h left', type: 'inprogress' });
  });

  it('speaks the reader’s language, else English', async () => {
    const labelIn = async (locale: MemoryPorts['locale']): Promise<string | undefined> =>
      (await issueStatusOf(Object.assign(desk('10:30'), { locale }))(payload)).status?.value.label;
    expect(await labelIn('zh_CN')).toBe('剩余 3 小时');
    expect(await labelIn('de_DE')).toBe('3 h left');
    expect(await labelIn(undefined)).toBe('3 h left');
    expect(await labelIn(new JiraUnavailable('GET myself: 503', undefined))).toBe('3 h left');
  });

  it('is none for somebody who may not see the issue, whatever the payload says', async () => {
    expect(await issueStatusOf(Object.assign(desk('10:30'), { hidden: true }))(payload)).toEqual({});
  });

  it('is judged by the rules of the project that the issue is in, whatever the payload says', async () => {
    const elsewhere = { extension: { ...payload.extension, project: { id: '10999' } } };
    expect((await issueStatusOf(desk('10:30'))(elsewhere)).status?.value.label).toBe('3 h left');
  });

  it('is none where nothing is promised, the payload is odd, or anything fails', async () => {
    expect(await issueStatusOf(memoryPorts(onWednesday('10:00')))(payload)).toEqual({});
    expect(await issueStatusOf(desk('10:30'))({ extension: {} })).toEqual({});
    const broken = desk('10:30');
    Object.assign(broken.issues, { read: () => Promise.reject(new JiraUnavailable('down', undefined)) });
    expect(await issueStatusOf(broken)(payload)).toEqual({});
  });
});

it.each<[Span, string]>([
  [hours(30), '30 h left'],
  [hours(1), '1 h left'],
  [minutes(59), '59 m left'],
  [seconds(59), '< 1 m left'],
])('what is left is cut off, not rounded: %p', (left, label) => {
  expect(lozengeOf('running', left, 'en_US').value.label).toBe(label);
});

describe('of several timers', () => {
  const base: Standing = {
    clock: { kind: 'running' },
    verdict: 'open',
    promise: null,
    within: hours(1),
    elapsed: hours(0),
    waited: hours(0),
    left: hours(1),
    due: onWednesday('12:00'),
    atRisk: false,
    atRiskAt: undefined,
    breachedAt: undefined,
  };
  const soon: Standing = { ...base, due: onWednesday('11:00') };
  const paused: Standing = {
    ...base,
    clock: { kind: 'paused', by: 'Waiting', since: onWednesday('10:00') },
    due: undefined,
    atRisk: true,
  };
  const atRisk: Standing = { ...base, atRisk: true };
  const late: Standing = { ...base, verdict: 'breached' };
  const over = (verdict: Standing['verdict']): Standing => ({
    ...base,
    clock: { kind: 'stopped', at: onWednesday('10:00') },
    verdict,
  });

  it.each([
    ['what is overrun and still open', late, [over('breached'), atRisk, late]],
    ['what is at risk', atRisk, [soon, paused, atRisk]],
    ['what is due first', soon, [base, soon]],
    ['what runs', base, [paused, base]],
    ['what is open, before what is over', paused, [over('breached'), paused]],
    ['a breach, before what was met', over('breached'), [over('met'), over('breached')]],
  ])('%s comes first', (_, first, all) => {
    expect(foremost(all)).toEqual(first);
    expect(foremost([...all].reverse())).toEqual(first);
  });

  it('none comes first where there is none', () => {
    expect(foremost([])).toBeUndefined();
  });

  it('one that waits is called so, even at risk', () => {
    expect(stateOf(paused)).toBe('paused');
  });
});
