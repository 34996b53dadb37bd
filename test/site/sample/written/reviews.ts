import * as v from 'valibot';
import { visitors } from '../people';
import type { ProjectCall } from '../project-call';
import type { SiteDays } from './days';

const { agent, projectAdministrator: manager, jiraAdministrator: owner } = visitors;
const agreement = 'it-service-desk';

const rowsShape = v.array(v.object({ id: v.string(), period: v.object({ from: v.string() }) }));
const listShape = v.object({ reviews: rowsShape, reports: rowsShape });
const viewShape = v.object({ revision: v.number() });

/** The review of the month before last is closed and its report issued; that of last month is held, and its report waits. */
export async function writeReviews(call: ProjectCall, days: SiteDays): Promise<void> {
  const former = await prepare(call, 'review', days.month(2));
  let seen = await hold(call, former, 1, {
    ...meeting,
    on: days.inMonth(1, 5),
    minutes:
      'The targets were kept where somebody was free. The queue of the morning was the subject, and the update that ' +
      'locked a table.',
    satisfaction: 4,
    decisions: ['A second person on the morning shift', 'Updates of the ERP system only on Sundays'],
  });
  seen = await step(call, former, seen, {
    step: 'confirm',
    confirmed: { name: 'Casey Brooks', how: 'by mail', remark: '' },
  });
  await step(call, former, seen, { step: 'close' });
  const issued = await prepare(call, 'service-report', days.month(2));
  const words = {
    commentary: 'Response suffered in the mornings. A second person comes in at seven from next month on.',
    recipients: { accounts: [owner.accountId], names: 'Casey Brooks, head office' },
  };
  await call(manager, 'saveServiceReport', { id: issued, seen: 1, words, issue: true });

  await hold(call, await prepare(call, 'review', days.month(1)), 1, {
    ...meeting,
    on: days.inMonth(0, 5),
    minutes: 'Order processing was down for three hours and a half in the night. The second person helps.',
    satisfaction: 3,
    decisions: ['A second line to the warehouse', 'Say how long it will take when something is passed on'],
    checklist: {
      ...meeting.checklist,
      risks: { answer: 'no', remark: 'Both lines to the warehouse run through one duct.' },
    },
  });
  await prepare(call, 'service-report', days.month(1));
}

const yes = { answer: 'yes', remark: '' };
const keep = { answer: 'keep', remark: '' };
const meeting = {
  method: 'meeting',
  participants: [manager.accountId, agent.accountId],
  customers: 'Casey Brooks',
  responsible: manager.accountId,
  changedNeeds: '',
  checklist: { quality: yes, 'response-and-recovery': yes, flow: yes, measures: yes, risks: yes },
  keeps: { target: keep, process: keep, resources: keep, standard: keep },
};

/** The id of what the app has prepared of a month. */
async function prepare(call: ProjectCall, kind: 'review' | 'service-report', from: string): Promise<string> {
  const period = { kind: 'month', from };
  const list = v.parse(listShape, await call(manager, 'prepareReview', { kind, agreement, period }));
  const found = (kind === 'review' ? list.reviews : list.reports).find((row) => row.period.from === from);
  if (found === undefined) throw new Error(`The app has prepared no ${kind} of ${from}.`);
  return found.id;
}

/** The number of the revision that it leaves. */
async function step(call: ProjectCall, id: string, seen: number, taken: object): Promise<number> {
  return v.parse(viewShape, await call(manager, 'takeReviewStep', { id, seen, step: taken })).revision;
}

const hold = (call: ProjectCall, id: string, seen: number, held: object): Promise<number> =>
  step(call, id, seen, { step: 'hold', held });
