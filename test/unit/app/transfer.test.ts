import { saveCauses } from '../../../src/app/breaches/causes';
import { saveCase } from '../../../src/app/cases';
import { saveService, viewCatalogue } from '../../../src/app/catalogue';
import { decideLook } from '../../../src/app/catalogue-looks';
import { saveScopeText, scopeTextOf } from '../../../src/app/out-of-scope/scope-text';
import { publishDraft } from '../../../src/app/publish-draft';
import { saveDraft } from '../../../src/app/save-draft';
import { SITE } from '../../../src/app/ports';
import { takeStep } from '../../../src/app/take-step';
import { exportEverything } from '../../../src/app/transfer/export-everything';
import { projectPlace } from '../../../src/app/transfer/import-everything';
import { importFile, reviewImport } from '../../../src/app/transfer/import-file';
import { viewAgreements } from '../../../src/app/view-agreements';
import type { AgreementDraft } from '../../../src/domain/agreement/draft';
import type { ServiceText } from '../../../src/domain/catalogue/service';
import { days, later } from '../../../src/domain/time/instant';
import type { Everything } from '../../../src/domain/transfer/everything';
import { nineToFive, onWednesday, ref } from '../../support/builders';
import { draft, projectValues } from '../../support/definitions';
import { importDefinitions } from '../../support/import-definitions';
import { memoryPorts, type MemoryPorts } from '../../support/memory-ports';

const HERE = '10000';
const THERE = '20000';
const text: AgreementDraft = draft().agreements[0]!;
const payroll: AgreementDraft = {
  ...text,
  id: 'payroll',
  name: 'Payroll',
  covers: { field: 'labels', in: ['pay'] },
};
const mail: ServiceText = {
  id: 'mail',
  name: 'Mail',
  summary: 'Send and receive',
  kind: 'business',
  state: 'published',
  owner: 'sam',
  hours: 'office',
};
const toCustomers = { text: 'Dear {reporter}, we offer {offer}', offer: 'advice' };
const p1 = { field: 'priority', in: [ref('P1')] };

let ports: MemoryPorts;
const service = (doc: ServiceText, seen: number) =>
  saveService(ports, HERE, 'sam', { text: doc, seen, isCapabilityChanged: false });
const write = (doc: AgreementDraft, seen: number, basedOn: number) =>
  saveDraft(ports, { project: HERE, actor: 'sam', seen }, { id: doc.id, basedOn, text: doc });
const publish = (agreement: string, seen: number) =>
  publishDraft(ports, HERE, 'kim', {
    agreement,
    seen,
    appliesToRunning: false,
    previewed: undefined,
    reason: '',
  });
const step = (agreement: string, name: 'suspend' | 'terminate' | 'archive', seen: number, more = {}) =>
  takeStep(ports, HERE, 'kim', { agreement, step: name, seen, reason: 'Strike', ...more });
const bring = (file: Everything, project = THERE, keep: string[] = [], seen?: number) =>
  importFile(ports, projectPlace(ports, project), 'kim', { file, keep, seen });
const reviewed = (file: Everything) =>
  reviewImport(ports, projectPlace(ports, THERE), { file, keep: [], seen: undefined });
const exported = (project: string) => exportEverything(ports, project);

/** One of everything: what is in force, to come, suspended, ended and put away, being written, and what it rests on. */
async function fill(): Promise<void> {
  await ports.records.commit({
    id: 'of-site',
    project: SITE,
    at: ports.now,
    actor: 'ada',
    action: 'prepare',
    revisions: [
      { kind: 'calendar', change: 'of-site', seq: 1, at: ports.now, doc: { ...nineToFive, id: 'shared' } },
    ],
  });
  const onShared = text.metrics.map((metric) => ({
    ...metric,
    goals: metric.goals.map((goal) => ({ ...goal, calendar: 'shared' })),
  }));
  const onMail = { ...payroll, services: [{ id: 'mail', revision: 1 }] };
  const over = { ...payroll, id: 'over', name: 'Over', covers: { field: 'labels', in: ['over'] } };
  const put = { ...payroll, id: 'put', name: 'Put away', covers: { field: 'labels', in: ['put'] } };
  await importDefinitions(ports, HERE, 'sam', {
    calendars: draft().calendars,
    agreements: [{ ...text, metrics: onShared }, onMail, over, put],
  });
  expect(await service(mail, 0)).toEqual({ revision: 1 });
  expect(await service({ ...mail, mapping: p1 }, 1)).toEqual({ revision: 2 });
  ports.now = onWednesday('13:00');
  const newer = { ...text, services: [{ id: 'mail', revision: 2 }], effectiveFrom: '2027-01-01' };
  expect(await write(newer, 0, 1)).toEqual([]);
  expect(await publish('desk', 1)).toEqual([]);
  expect(await write({ ...onMail, name: 'Payroll and' }, 0, 1)).toEqual([]);
  expect(await write({ ...text, id: 'half', name: '', metrics: [] }, 0, 0)).toEqual([]);
  expect(await step('payroll', 'suspend', 0, { to: later(ports.now, days(2)) })).toEqual([]);
  expect(await step('over', 'terminate', 0)).toEqual([]);
  expect(await step('put', 'terminate', 0)).toEqual([]);
  ports.now = onWednesday('14:00');
  expect(await step('put', 'archive', 1)).toEqual([]);
  const [look] = (await viewCatalogue(ports, HERE)).toLookAt;
  expect(look).toBeDefined();
  expect(
    await decideLook(ports, HERE, 'sam', {
      agreement: 'payroll',
      service: 'mail',
      revision: 2,
      choice: 'change',
    }),
  ).toEqual([]);
  const friday = {
    agreement: 'payroll',
    name: 'Friday at 16:55',
    issue: { created: onWednesday('09:00'), fields: { priority: [ref('P1')] }, changes: [] },
    expected: [
      { metric: { id: 'response', kind: 'response' as const }, outcome: { kind: 'paused' as const } },
    ],
  };
  expect(await saveCase(ports, { project: HERE, actor: 'sam', seen: 0 }, friday)).toEqual([]);
  const sam = { project: HERE, actor: 'sam' };
  expect(await saveCauses(ports, sam, [{ id: 'weather', name: 'Weather' }], 0)).toEqual([]);
  expect(await saveScopeText(ports, sam, toCustomers, 0)).toEqual([]);
}

beforeEach(async () => {
  ports = memoryPorts(onWednesday('12:00'));
  for (const [field, known] of projectValues) ports.values.set(field, known);
  await fill();
});

describe('all that a project has defined', () => {
  it('is the same again where it was brought to, and stands the same', async () => {
    const file = await exported(HERE);
    expect(file.agreements).toHaveLength(4);
    expect(
      [file.lives, file.scheduled, file.drafts, file.cases, file.services, file.looks].map(
        (list) => list?.length,
      ),
    ).toEqual([4, 1, 2, 1, 1, 1]);
    expect(file.calendars.map(({ id }) => id)).toEqual(['office', 'shared']);
    expect(file).toMatchObject({ scopeText: toCustomers, monitoring: { causes: [{ id: 'weather' }] } });
    expect(await bring(file)).not.toHaveProperty('problems');
    expect(await exported(THERE)).toEqual(file);
    const rows = async (project: string) =>
      (await viewAgreements(ports, project)).map(({ draftSavedAt: _at, ...row }) => row);
    expect(await rows(THERE)).toEqual(await rows(HERE));
    const toLookAt = async (project: string) => (await viewCatalogue(ports, project)).toLookAt;
    expect(await toLookAt(THERE)).toEqual(await toLookAt(HERE));
  });

  it('is brought by one change, after which the issues are judged', async () => {
    const before = ports.changes.length;
    ports.turns.length = 0;
    await bring(await exported(HERE));
    expect(ports.changes.slice(before)).toMatchObject([{ project: THERE, actor: 'kim', action: 'import' }]);
    expect(ports.turns).toMatchObject([{ project: THERE }]);
  });

  it('brought to where it came from changes nothing', async () => {
    const before = ports.changes.length;
    const outcome = await bring(await exported(HERE), HERE);
    expect('compared' in outcome && outcome.compared.filter(({ what }) => what !== 'same')).toEqual([]);
    expect(ports.changes).toHaveLength(before);
  });

  it('leaves out a calendar of the site that nothing counts on', async () => {
    expect((await exported(THERE)).calendars).toEqual([]);
  });
});

describe('a review of an import', () => {
  it('says what becomes of each record, and changes nothing', async () => {
    const file = await exported(HERE);
    await importDefinitions(ports, THERE, 'sam', {
      calendars: [{ ...draft().calendars[0]!, name: 'Other office' }],
      agreements: [],
    });
    const before = ports.changes.length;
    const review = await reviewed(file);
    expect(review).toMatchObject({
      compared: expect.arrayContaining([
        { kind: 'calendar', id: 'office', name: 'Office', what: 'changed' },
        { kind: 'calendar', id: 'shared', name: nineToFive.name, what: 'same' },
        { kind: 'agreement', id: 'desk', name: 'Desk', what: 'new' },
        { kind: 'version', id: 'desk@2', name: 'Desk', what: 'new' },
        { kind: 'draft', id: 'half', name: 'half', what: 'new' },
        { kind: 'service', id: 'mail', name: 'Mail', what: 'new' },
      ]) as unknown,
    });
    expect(ports.changes).toHaveLength(before);
  });

  it('is out of date once somebody has changed something since', async () => {
    const file = await exported(HERE);
    const review = await reviewed(file);
    if (!('state' in review)) throw new Error('refused');
    await saveService(ports, THERE, 'sam', {
      text: { id: 'print', name: 'Print', kind: 'network', state: 'draft' },
      seen: 0,
      isCapabilityChanged: false,
    });
    expect(await bring(file, THERE, [], review.state)).toMatchObject({
      problems: [{ code: 'record.newer' }],
    });
    const again = await reviewed(file);
    if (!('state' in again)) throw new Error('refused');
    expect(await bring(file, THERE, [], again.state)).not.toHaveProperty('problems');
  });
});

describe('an import', () => {
  it('brings the text to customers unless the one here is to be kept, and refuses one that names what nobody knows', async () => {
    const file = await exported(HERE);
    const own = { text: 'Ours', offer: '' };
    await saveScopeText(ports, { project: THERE, actor: 'sam' }, own, 0);
    const there = async () => (await scopeTextOf(ports, THERE))?.doc;
    await bring(file, THERE, ['scope-text scope-text']);
    expect(await there()).toMatchObject(own);
    const odd = { ...file, scopeText: { text: 'Dear {nobody}', offer: '' } };
    expect(await bring(odd)).toMatchObject({
      problems: [{ code: 'scope.unknown-placeholder', path: 'scopeText.text' }],
    });
    await bring(file);
    expect(await there()).toMatchObject(toCustomers);
  });

  it('leaves as it is here what is to be kept', async () => {
    const file = await exported(HERE);
    const other = { ...draft().calendars[0]!, name: 'Other office' };
    await importDefinitions(ports, THERE, 'sam', { calendars: [other], agreements: [] });
    await bring(file, THERE, ['calendar office', 'draft half']);
    const there = await exported(THERE);
    expect(there.calendars).toContainEqual(other);
    expect(there.drafts?.map(({ id }) => id)).toEqual(['payroll']);
  });

  it('makes another version of what is here otherwise, under the next number, and drafts go on from it', async () => {
    const file = await exported(HERE);
    await importDefinitions(ports, THERE, 'sam', {
      calendars: draft().calendars,
      agreements: [{ ...payroll, name: 'P' }],
    });
    await bring(file);
    const rows = await viewAgreements(ports, THERE);
    expect(rows.find(({ id }) => id === 'payroll')).toMatchObject({
      name: 'Payroll',
      version: 2,
      // How it stands here is not what the file says.
      state: 'in-force',
    });
    expect((await exported(THERE)).drafts?.find(({ id }) => id === 'payroll')?.basedOn).toBe(2);
  });

  it('has an agreement name the service by the number that it gets here', async () => {
    const file = await exported(HERE);
    const there = (doc: ServiceText, seen: number) =>
      saveService(ports, THERE, 'sam', { text: doc, seen, isCapabilityChanged: false });
    await importDefinitions(ports, THERE, 'sam', { calendars: draft().calendars, agreements: [] });
    for (let seen = 0; seen < 4; seen += 1) await there({ ...mail, name: `Mail ${seen}` }, seen);
    await bring(file);
    const { services, agreements, scheduled } = await exported(THERE);
    expect(services).toMatchObject([{ id: 'mail', name: 'Mail', revision: 5 }]);
    expect(scheduled?.[0]?.text.services).toEqual([{ id: 'mail', revision: 5 }]);
    expect(agreements.find(({ id }) => id === 'payroll')?.services).toEqual([{ id: 'mail', revision: 1 }]);
  });

  it('finds the values of a case by their names, since their ids are others on another site', async () => {
    const file = await exported(HERE);
    const elsewhere = (id: string): Everything => ({
      ...file,
      cases: file.cases!.map((each) => ({
        ...each,
        issue: { ...each.issue, fields: { priority: [{ id, name: 'P1' }] } },
      })),
    });
    await bring(elsewhere('of another site'));
    expect((await exported(THERE)).cases).toEqual(file.cases);
  });

  it.each<[string, string, (file: Everything) => Everything]>([
    [
      'transfer.unknown-value',
      'cases[0].issue',
      (file) => ({
        ...file,
        cases: file.cases!.map((each) => ({
          ...each,
          issue: { ...each.issue, fields: { priority: [ref('P9')] } },
        })),
      }),
    ],
    [
      'transfer.unknown-agreement',
      'cases[0].agreement',
      (file) => ({ ...file, cases: file.cases!.map((each) => ({ ...each, agreement: 'nowhere' })) }),
    ],
    [
      'case.too-many',
      'cases',
      (file) => ({
        ...file,
        cases: Array.from({ length: 51 }, (_, index) => ({ ...file.cases![0]!, id: `payroll.${index}` })),
      }),
    ],
    [
      'service.unknown',
      'services[0].restsOn[0]',
      (file) => ({ ...file, services: file.services!.map((each) => ({ ...each, restsOn: ['nowhere'] })) }),
    ],
    [
      'condition.unknown-value',
      'services[0].mapping.in[0]',
      (file) => ({
        ...file,
        services: file.services!.map((each) => ({ ...each, mapping: { field: 'priority', in: ['P9'] } })),
      }),
    ],
    [
      'transfer.unknown-agreement',
      'scheduled[0]',
      (file) => ({ ...file, agreements: file.agreements.filter(({ id }) => id !== 'desk') }),
    ],
    [
      'definition.id-twice',
      'drafts[2].id',
      (file) => ({ ...file, drafts: [...file.drafts!, { id: 'desk', basedOn: 0, text }] }),
    ],
    [
      'definition.id-twice',
      'services[1].id',
      (file) => ({ ...file, services: [...file.services!, { ...file.services![0]!, name: 'Twin' }] }),
    ],
  ])('is refused as a whole for %s at %s', async (code, path, spoilt) => {
    const before = ports.changes.length;
    const outcome = await bring(spoilt(await exported(HERE)));
    expect('problems' in outcome && outcome.problems.map((found) => [found.code, found.path])).toContainEqual(
      [code, path],
    );
    expect(ports.changes).toHaveLength(before);
  });

  it('tells a mistake by its place in the whole file, whatever is kept', async () => {
    const file = await exported(HERE);
    const spoilt = {
      ...file,
      agreements: file.agreements.map((each) => ({ ...each, timeZone: 'Mars/Base' })),
    };
    const outcome = await bring(spoilt, THERE, [`agreement ${file.agreements[0]!.id}`, 'version desk@2']);
    expect('problems' in outcome && outcome.problems[0]?.path).toBe('agreements[1].timeZone');
  });
});
