import * as v from 'valibot';
import type { Store } from '../../jira/store';
import { visitors } from '../people';
import type { ProjectCall } from '../project-call';
import type { SiteDays } from './days';

const { agent, projectAdministrator: manager, jiraAdministrator: colleague } = visitors;
const agreement = 'it-service-desk';
const MINUTE = 60_000;

/** A record once it is saved: where its next step goes on. */
const saved = v.object({ doc: v.object({ id: v.string() }), revision: v.number() });
type Saved = v.InferOutput<typeof saved>;

export async function writeOutages(call: ProjectCall, days: SiteDays): Promise<void> {
  const save = async (day: string, time: string, lastsMinutes: number, outage: object): Promise<Saved> => {
    const begin = days.at(day, time);
    const course = { begin, end: begin + lastsMinutes * MINUTE, planned: false, degree: 'full' };
    return v.parse(saved, await call(manager, 'saveOutage', { doc: { ...course, ...outage }, seen: 0 }));
  };
  const verify = ({ doc: { id }, revision: seen }: Saved): Promise<unknown> =>
    call(colleague, 'verifyOutage', { id, seen });

  await verify(
    await save(days.inMonth(2, 23), '09:40', 95, {
      service: 'orders',
      cause: 'change',
      explanation: 'An update of the ERP system locked a table.',
      rpo: { kept: true, note: 'No order was lost.' },
    }),
  );
  await verify(
    await save(days.inMonth(1, 8), '13:05', 170, {
      service: 'mail',
      cause: 'capacity',
      explanation: 'The disk with the mailboxes was full.',
    }),
  );
  await verify(
    await save(days.inMonth(1, 21), '22:30', 205, {
      service: 'orders',
      cause: 'supplier',
      major: true,
      explanation: 'The carrier cut the line to the warehouse.',
      rpo: { kept: true, note: 'Orders were kept on paper and typed in the next morning.' },
      lookBack: { cause: 'Both lines run through one duct.', measures: 'A second line on another way.' },
    }),
  );
  await save(days.inMonth(1, 18), '06:00', 240, {
    service: 'network',
    planned: true,
    explanation: 'New switches in the head office, announced a week ahead.',
  });
  await save(days.day(2), '10:15', 50, {
    service: 'remote-work',
    degree: 'degraded',
    cause: 'fault',
    explanation: 'One of two gateways was down: slow for everybody.',
  });
}

export async function writeComplaints(call: ProjectCall, days: SiteDays): Promise<void> {
  const complain = async (day: string, customer: string, text: string, due: string): Promise<Saved> => {
    const doc = {
      receivedAt: days.at(day, '09:20'),
      customer,
      text,
      agreement,
      owner: manager.accountId,
      due,
    };
    return rowOf(await call(manager, 'saveComplaint', { doc, seen: 0 }));
  };
  const step = async ({ doc: { id }, revision: seen }: Saved, name: string, note: string): Promise<Saved> =>
    rowOf(await call(manager, 'takeComplaintStep', { id, seen, step: name, note }));

  const late = await complain(
    days.inMonth(1, 12),
    'Purchasing, branch north',
    'A request about a locked account waited for three days, and nobody called back.',
    days.inMonth(1, 19),
  );
  const answer = 'We apologised, and explained that lost passwords can be replaced by self-service.';
  await step(await step(late, 'answer', answer), 'close', '');
  const outage = await complain(
    days.day(9),
    'Warehouse',
    'Nobody told us how long the order system would be down.',
    days.day(2),
  );
  await step(outage, 'answer', 'From now on whoever is on duty calls the warehouse every half hour.');
  await complain(
    days.day(1),
    'Sales',
    'Working from the hotel was too slow to show anything to a customer.',
    days.day(-4),
  );
}

const rowOf = (answer: unknown): Saved => v.parse(v.object({ row: saved }), answer).row;

export async function writeSatisfaction(call: ProjectCall, days: SiteDays): Promise<void> {
  const enter = (month: string, answered: object): Promise<unknown> =>
    call(manager, 'saveSatisfaction', { doc: { agreement, month, source: 'survey', ...answered }, seen: 0 });
  await enter(days.month(2), {
    n: 64,
    score: 4.1,
    satisfied: 83,
    nps: 22,
    note: 'Survey of all who had asked.',
  });
  await enter(days.month(1), {
    n: 71,
    score: 3.8,
    satisfied: 76,
    nps: 9,
    note: 'Survey of all who had asked. Many named the outage of order processing.',
  });
}

/** What the app cannot measure. The bill of last month has not come yet. */
export async function writeMeasurements(call: ProjectCall, days: SiteDays): Promise<void> {
  const enter = (before: number, target: string, value: number, evidence: string): Promise<unknown> => {
    const doc = { agreement, target, period: { kind: 'month', from: days.month(before) }, value, evidence };
    return call(manager, 'saveMeasurement', { doc, seen: 0 });
  };
  await enter(2, 'cost', 38_200, 'Ledger, cost centre 4711');
  await enter(2, 'restore-tests', 1, 'Record of the test, signed by Jordan Lee');
  await enter(1, 'restore-tests', 2, 'Records of both tests, signed by Jordan Lee');
}

/** One is done, and was worked on in a Jira issue; one is late; one comes from an audit. */
export async function writeActions(call: ProjectCall, days: SiteDays, store: Store): Promise<void> {
  const plan = async (action: object): Promise<Saved> =>
    actionOf(await call(manager, 'saveAction', { doc: { agreement, ...action }, seen: 0 }));
  const shift = await plan({
    title: 'A second person on the morning shift',
    description: 'Most breaches come from what lies there at eight o’clock.',
    kind: 'resources',
    source: 'breach',
    metric: 'response',
    owner: agent.accountId,
    due: days.day(6),
  });
  const { doc, revision } = actionOf(
    await call(manager, 'bindActionIssue', { id: shift.doc.id, seen: shift.revision, key: closedKey(store) }),
  );
  await call(manager, 'takeActionStep', { id: doc.id, seen: revision, step: 'complete', note: '' });
  await plan({
    title: 'A second line to the warehouse, on another way',
    description: 'From the look back at the outage of order processing.',
    kind: 'technology',
    source: 'risk',
    owner: colleague.accountId,
    due: days.day(-60),
  });
  await plan({
    title: 'Say how long it will take when something is passed on',
    description: 'Agreed in the review.',
    kind: 'process',
    source: 'review',
    metric: 'resolution',
    owner: manager.accountId,
    due: days.day(3),
  });
  await plan({
    title: 'Articles about the five applications that are asked about most',
    description: '',
    kind: 'training',
    source: 'audit',
    owner: agent.accountId,
    due: days.day(-25),
    nonconformity: {
      finding: 'Whoever is on duty at night has no instructions for the reporting system.',
      correction: 'The instructions of the day shift were copied.',
      cause: '',
      prevention: '',
      proof: '',
    },
  });
}

const actionOf = (answer: unknown): Saved =>
  v.parse(v.object({ view: v.object({ row: saved }) }), answer).view.row;

/** The key of the youngest issue that is over. */
function closedKey(store: Store): string {
  const closed = [...store.issues.values()].findLast(
    ({ statusId }) => store.status(statusId).name === 'Closed',
  );
  if (closed === undefined) throw new Error('The sample has no closed issue.');
  return closed.key;
}
