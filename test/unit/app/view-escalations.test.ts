import { viewEscalations } from '../../../src/app/view-escalations';
import type { Alert, Step } from '../../../src/domain/alert/alert';
import { later, minutes } from '../../../src/domain/time/instant';
import { onWednesday } from '../../support/builders';
import { memoryPorts, type MemoryPorts } from '../../support/memory-ports';

const PROJECT = '10000';
const wanted = { from: onWednesday('08:00'), to: onWednesday('18:00') };

let ports: MemoryPorts;
beforeEach(() => {
  ports = memoryPorts(onWednesday('16:00'));
});

const step = (state: Step['state']): Step => ({ action: { label: 'late' }, state, at: onWednesday('10:00') });

function alertNumbered(number: number, more: Partial<Alert> = {}): Alert {
  const at = later(onWednesday('08:00'), minutes(number));
  return {
    ...{ issue: String(number), agreement: 'desk', metric: 'resolution', cycle: 1, threshold: 'due' },
    ...{ goal: 'P1', id: `alert-${number}`, project: PROJECT, passedAt: at, raisedAt: at },
    said: {
      agreementName: 'Desk',
      kind: 'resolution',
      mark: { atShare: 100 },
      timeZone: 'UTC',
      due: at,
      left: null,
    },
    steps: [step('done')],
    ...more,
  };
}

const idsOf = async (more: Partial<Parameters<typeof viewEscalations>[2]>) =>
  (await viewEscalations(ports, PROJECT, { ...wanted, ...more })).alerts.map(({ issue }) => issue);

it('the log is narrowed down to a time, an agreement, and what any action came to', async () => {
  await ports.alerts.raise([
    alertNumbered(1),
    alertNumbered(2, { agreement: 'vip', steps: [step('done'), step('refused')] }),
    alertNumbered(3, { steps: [step('acting')] }),
    alertNumbered(4, { steps: [step('planned'), step('unsure')] }),
    alertNumbered(5, { project: '10001' }),
    alertNumbered(6, { steps: [] }),
  ]);
  expect(await idsOf({})).toEqual(['6', '4', '3', '2', '1']);
  expect(await idsOf({ agreement: 'vip' })).toEqual(['2']);
  expect(await idsOf({ outcome: 'done' })).toEqual(['2', '1']);
  expect(await idsOf({ outcome: 'refused' })).toEqual(['2']);
  expect(await idsOf({ outcome: 'unsure' })).toEqual(['4']);
  expect(await idsOf({ outcome: 'to-do' })).toEqual(['4', '3']);
  expect(await idsOf({ from: onWednesday('08:03') })).toEqual(['6', '4', '3']);
});

it('what stands behind a thousand alerts of other projects is found by going on', async () => {
  const others = Array.from({ length: 1_100 }, (_, index) =>
    alertNumbered(100 + index, { project: '10001', raisedAt: onWednesday('15:00') }),
  );
  await ports.alerts.raise([alertNumbered(1), ...others]);
  const first = await viewEscalations(ports, PROJECT, wanted);
  expect(first.alerts).toEqual([]);
  expect(first.next).toBeDefined();
  const { alerts, next } = await viewEscalations(ports, PROJECT, { ...wanted, after: first.next! });
  expect(alerts.map(({ issue }) => issue)).toEqual(['1']);
  expect(next).toBeUndefined();
});
