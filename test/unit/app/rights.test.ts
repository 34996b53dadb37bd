import { importDefinitions } from '../../support/import-definitions';
import { viewRights } from '../../../src/app/rights';
import { saveDraft } from '../../../src/app/save-draft';
import { takeStep } from '../../../src/app/take-step';
import { onWednesday } from '../../support/builders';
import { draft, projectValues } from '../../support/definitions';
import { memoryPorts, type MemoryPorts } from '../../support/memory-ports';

const PROJECT = '10000';
const details = {
  roles: { 'account-owner': 'ada', 'service-level-manager': 'sam' },
  parties: {
    provider: { name: 'IT', contacts: [{ role: 'contact' as const, account: 'kim' }] },
    customer: { name: 'Sales', contacts: [] },
  },
};
let ports: MemoryPorts;

beforeEach(async () => {
  ports = memoryPorts(onWednesday('12:00'));
  for (const [field, known] of projectValues) ports.values.set(field, known);
  const file = draft();
  await importDefinitions(ports, PROJECT, 'sam', {
    ...file,
    agreements: [{ ...file.agreements[0]!, details }],
  });
});

it('says who does what for each agreement, by the version in force', async () => {
  expect(await viewRights(ports, PROJECT, 'sam')).toEqual({
    mayAdminister: true,
    agreements: [{ id: 'desk', name: 'Desk', kind: 'SLA', state: 'in-force', ...details }],
  });
});

it('says it of an agreement that is only being written, by its draft, and of none that is archived', async () => {
  const text = { ...draft().agreements[0]!, id: 'plan', name: 'Plan' };
  await saveDraft(ports, { project: PROJECT, actor: 'kim', seen: 0 }, { id: 'plan', basedOn: 0, text });
  const step = (wanted: 'terminate' | 'archive', seen: number) =>
    takeStep(ports, PROJECT, 'kim', {
      agreement: 'desk',
      seen,
      step: wanted,
      reason: 'Over',
      ...(wanted === 'terminate' && { from: ports.now, runOff: 'finish' as const }),
    });
  expect(await step('terminate', 0)).toEqual([]);
  ports.now = onWednesday('13:00');
  expect(await step('archive', 1)).toEqual([]);
  ports.mayAdminister = false;
  expect(await viewRights(ports, PROJECT, 'kim')).toEqual({
    mayAdminister: false,
    agreements: [{ id: 'plan', name: 'Plan', kind: 'SLA', state: 'draft' }],
  });
});
