import { reportingFieldsOf } from '../../../src/app/reporting';
import { saveReporting } from '../../../src/app/save-reporting';
import type { ReportingFields } from '../../../src/domain/agreement/reporting';
import { onWednesday } from '../../support/builders';
import { draft, projectValues } from '../../support/definitions';
import { importDefinitions } from '../../support/import-definitions';
import { memoryPorts, type MemoryPorts } from '../../support/memory-ports';

const PROJECT = '10000';
const sam = { project: PROJECT, actor: 'sam' };

let ports: MemoryPorts;

beforeEach(async () => {
  ports = memoryPorts(onWednesday('10:00'));
  for (const [field, known] of projectValues) ports.values.set(field, known);
  await importDefinitions(ports, PROJECT, 'sam', draft());
  ports.backfillOf.clear();
});

const save = async (fields: ReportingFields, seen: number) =>
  (await saveReporting(ports, sam, fields, seen)).map(({ code, path }) => `${code} ${path}`.trim());
const fields = async () => reportingFieldsOf(await ports.records.revisions(PROJECT));

it('names the fields, has all issues told apart anew, and can name none again', async () => {
  expect(await save({ customer: 'labels' }, 0)).toEqual([]);
  expect(await fields()).toEqual({ customer: 'labels' });
  expect(ports.backfillOf.get(PROJECT)).toMatchObject({ state: 'running' });
  expect(await save({}, 1)).toEqual([]);
  expect(await fields()).toEqual({});
});

it('is the same again for whoever did not hear that it was saved, and refused to who saw an older one', async () => {
  await save({ customer: 'labels' }, 0);
  expect(await save({ customer: 'labels' }, 0)).toEqual([]);
  expect(await save({ team: 'labels' }, 0)).toEqual(['record.newer']);
});

it('tells a field that the project does not have', async () => {
  expect(await save({ team: 'customfield_1' }, 0)).toEqual(['condition.unknown-field fields.team']);
  expect(await fields()).toEqual({});
});
