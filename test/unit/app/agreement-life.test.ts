import { importDefinitions } from '../../support/import-definitions';
import { publishDraft, readDraft } from '../../../src/app/publish-draft';
import { saveDraft } from '../../../src/app/save-draft';
import { takeStep, type StepWanted } from '../../../src/app/take-step';
import { rulesOf } from '../../../src/app/rules';
import { viewAgreement, viewAgreements, viewVersion } from '../../../src/app/view-agreements';
import type { AgreementDraft } from '../../../src/domain/agreement/draft';
import type { WorkingDraft } from '../../../src/domain/agreement/working-draft';
import { days, later } from '../../../src/domain/time/instant';
import { onWednesday } from '../../support/builders';
import { draft, projectValues } from '../../support/definitions';
import { memoryPorts, type MemoryPorts } from '../../support/memory-ports';

const PROJECT = '10000';
const text: AgreementDraft = draft().agreements[0]!;
const payroll: AgreementDraft = {
  ...text,
  id: 'payroll',
  name: 'Payroll',
  customer: { field: 'labels', in: ['payroll'] },
};

let ports: MemoryPorts;
const codes = (problems: readonly { code: string }[]) => problems.map(({ code }) => code);
const write = (seen: number, doc: Partial<WorkingDraft> & { text: AgreementDraft }, actor = 'sam') =>
  saveDraft(ports, { project: PROJECT, actor, seen }, { id: doc.text.id, basedOn: 0, ...doc });
const publish = (
  agreement: string,
  seen: number,
  more: { appliesToRunning?: boolean; previewed?: string } = {},
) =>
  publishDraft(ports, PROJECT, 'kim', {
    agreement,
    seen,
    appliesToRunning: false,
    previewed: undefined,
    reason: 'Agreed in March',
    ...more,
  });
const step = (wanted: Partial<StepWanted> & Pick<StepWanted, 'step' | 'seen'>) =>
  takeStep(ports, PROJECT, 'kim', { agreement: 'desk', reason: 'Strike', ...wanted });
const rows = async () =>
  (await viewAgreements(ports, PROJECT)).map(({ id, state, version, draftSavedAt }) => [
    id,
    state,
    version,
    draftSavedAt !== null,
  ]);
const stricter = {
  ...text,
  metrics: text.metrics.map((metric) => ({
    ...metric,
    goals: [{ name: 'All', within: '2h', calendar: 'office' }],
  })),
};

beforeEach(async () => {
  ports = memoryPorts(onWednesday('12:00'));
  for (const [field, known] of projectValues) ports.values.set(field, known);
  await importDefinitions(ports, PROJECT, 'sam', draft());
  ports.turns.length = 0;
  ports.now = onWednesday('13:00');
});

describe('a draft', () => {
  it('is kept as it was typed, whatever is wrong with it, and judges nothing', async () => {
    const before = (await rulesOf(ports, PROJECT)).book.version;
    const half = { ...payroll, name: '', effectiveFrom: 'soon', metrics: [] };
    expect(await write(0, { text: half })).toEqual([]);
    expect((await viewAgreement(ports, PROJECT, 'payroll'))?.draft).toMatchObject({
      seq: 1,
      actor: 'sam',
      doc: { text: half },
    });
    expect(await rows()).toEqual([
      ['desk', 'in-force', 1, false],
      ['payroll', 'draft', null, true],
    ]);
    expect((await rulesOf(ports, PROJECT)).book.version).toBe(before);
    expect(ports.turns).toEqual([]);
  });

  it('is not written over by who has not seen it', async () => {
    await write(0, { text: payroll });
    expect(codes(await write(0, { text: { ...payroll, name: 'Other' } }, 'kim'))).toEqual(['record.newer']);
    expect(await write(1, { text: { ...payroll, name: 'Other' } }, 'kim')).toEqual([]);
  });

  it('saved twice because the answer was lost is saved once', async () => {
    await write(0, { text: payroll });
    expect(await write(0, { text: payroll })).toEqual([]);
    expect((await viewAgreement(ports, PROJECT, 'payroll'))?.draftRevision).toBe(1);
  });

  it('does not take the id of an agreement that is there', async () => {
    expect(codes(await write(0, { text }))).toEqual(['definition.id-twice']);
  });

  it('that is put away is gone from the list, and can be written anew', async () => {
    await write(0, { text: payroll });
    expect(await write(1, { text: payroll, closed: 'discarded' })).toEqual([]);
    expect(await rows()).toEqual([['desk', 'in-force', 1, false]]);
    expect(codes(await write(2, { text: { ...payroll, name: 'P' }, closed: 'discarded' }))).toEqual([
      'draft.gone',
    ]);
    expect(await write(2, { text: payroll })).toEqual([]);
    expect(await rows()).toHaveLength(2);
  });
});

describe('publishing', () => {
  it('puts a draft into force, closes it, says who and why, and has the issues judged', async () => {
    await write(0, { text: payroll });
    expect(await publish('payroll', 1)).toEqual([]);
    const view = await viewAgreement(ports, PROJECT, 'payroll');
    expect(view).toMatchObject({
      row: { state: 'in-force', version: 1, draftSavedAt: null },
      versions: [{ version: 1, by: 'kim' }],
      steps: [{ step: 'publish', version: 1, reason: 'Agreed in March', by: 'kim' }],
      draft: null,
      draftRevision: 2,
    });
    expect(ports.turns).toHaveLength(1);
  });

  it('makes the next version of what is in force, and leaves the one before as it was', async () => {
    await write(0, { text: stricter, basedOn: 1 });
    expect(await publish('desk', 1)).toEqual([]);
    expect(await rows()).toEqual([['desk', 'in-force', 2, false]]);
    expect((await viewVersion(ports, PROJECT, 'desk', 1))?.metrics[0]?.goals).toHaveLength(2);
    expect((await viewVersion(ports, PROJECT, 'desk', 2))?.metrics[0]?.goals).toHaveLength(1);
    expect(await viewVersion(ports, PROJECT, 'desk', 3)).toBeUndefined();
  });

  it('on a later day leaves the version in force until then', async () => {
    await write(0, { text: { ...stricter, effectiveFrom: '2026-12-01' }, basedOn: 1 });
    expect(await publish('desk', 1)).toEqual([]);
    expect(await viewAgreements(ports, PROJECT)).toMatchObject([
      { state: 'in-force', version: 1, scheduled: [{ version: 2 }] },
    ]);
    ports.now = later(ports.now, days(20));
    expect(await rows()).toEqual([['desk', 'in-force', 2, false]]);
  });

  it('refuses what is wrong at its place in the agreement, and changes nothing', async () => {
    await write(0, { text: { ...payroll, name: ' ', effectiveTo: '2026-02-01', metrics: [] } });
    const problems = await publish('payroll', 1);
    expect(problems.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'draft.no-name name',
      'draft.no-target metrics',
      'life.term-is-over effectiveTo',
    ]);
    await write(1, { text: { ...payroll, effectiveFrom: 'soon' } });
    expect(await publish('payroll', 2)).toMatchObject([{ path: 'effectiveFrom' }]);
    expect(await rows()).toContainEqual(['payroll', 'draft', null, true]);
  });

  it('refuses a tie with what is in force, and tells what else to look at', async () => {
    await write(0, { text: { ...payroll, customer: { field: 'labels', in: ['payroll'] } } });
    await publish('payroll', 1);
    const twin = { ...payroll, id: 'twin', name: 'Twin' };
    const { problems, warnings } = await readDraft(ports, PROJECT, twin);
    expect(codes([...problems, ...warnings]).some((code) => code.includes('tie'))).toBe(true);
  });

  it('refuses what was changed since it was read: the draft, or the version that it was made from', async () => {
    await write(0, { text: stricter, basedOn: 1 });
    await write(1, { text: { ...stricter, name: 'Desk 2' }, basedOn: 1 });
    expect(codes(await publish('desk', 1))).toEqual(['record.newer']);
    expect(await publish('desk', 2)).toEqual([]);
    await write(3, { text, basedOn: 1 });
    expect(codes(await publish('desk', 4))).toEqual(['record.newer']);
    expect(codes(await publish('nothing', 1))).toEqual(['draft.gone']);
  });

  it('refuses a version that says what is in force', async () => {
    await write(0, { text, basedOn: 1 });
    expect(codes(await publish('desk', 1))).toEqual(['draft.unchanged']);
  });

  it('changes running timers over only after a preview by the rules as they are', async () => {
    await write(0, { text: stricter, basedOn: 1 });
    expect(codes(await publish('desk', 1, { appliesToRunning: true }))).toEqual(['draft.preview-is-old']);
    const previewed = (await rulesOf(ports, PROJECT)).book.version;
    expect(await publish('desk', 1, { appliesToRunning: true, previewed })).toEqual([]);
    const { book } = await rulesOf(ports, PROJECT);
    expect(book.timelines[0]).toContainEqual(
      expect.objectContaining({ version: 'desk@2', appliesToRunning: true }),
    );
  });
});

describe('a step', () => {
  it('suspends and reinstates, and says who and why', async () => {
    expect(await step({ step: 'suspend', seen: 0 })).toEqual([]);
    expect(await rows()).toEqual([['desk', 'suspended', 1, false]]);
    ports.now = onWednesday('14:00');
    expect(await step({ step: 'reinstate', seen: 1, reason: '' })).toEqual([]);
    const view = await viewAgreement(ports, PROJECT, 'desk');
    expect(view?.row.state).toBe('in-force');
    expect(view?.steps).toMatchObject([
      { step: 'reinstate', by: 'kim', at: onWednesday('14:00') },
      { step: 'suspend', reason: 'Strike', from: onWednesday('13:00') },
    ]);
    expect(ports.turns).toHaveLength(2);
  });

  it('ends an agreement now or later, which can be taken back until then', async () => {
    const from = later(ports.now, days(40));
    expect(await step({ step: 'terminate', seen: 0, from, runOff: 'cancel' })).toEqual([]);
    expect(await viewAgreements(ports, PROJECT)).toMatchObject([
      { state: 'in-force', endsAt: from, isEndPlanned: true },
    ]);
    expect(await step({ step: 'continue', seen: 1 })).toEqual([]);
    expect(await viewAgreements(ports, PROJECT)).toMatchObject([{ endsAt: null }]);
    expect(await step({ step: 'terminate', seen: 2 })).toEqual([]);
    expect(await rows()).toEqual([['desk', 'terminated', 1, false]]);
  });

  it('archives what has ended, without judging anything anew, and fetches it back', async () => {
    await step({ step: 'terminate', seen: 0 });
    ports.turns.length = 0;
    expect(await step({ step: 'archive', seen: 1 })).toEqual([]);
    expect(await rows()).toEqual([['desk', 'archived', 1, false]]);
    expect(await step({ step: 'restore', seen: 2 })).toEqual([]);
    expect(await rows()).toEqual([['desk', 'terminated', 1, false]]);
    expect(ports.turns).toEqual([]);
  });

  it('is refused where its guard does not let it pass, or when another one came first', async () => {
    expect(codes(await step({ step: 'archive', seen: 0 }))).toEqual(['life.not-now']);
    expect(codes(await step({ step: 'suspend', seen: 0, reason: '' }))).toEqual(['life.no-reason']);
    await step({ step: 'suspend', seen: 0 });
    expect(codes(await step({ step: 'terminate', seen: 0 }))).toEqual(['record.newer']);
    expect(
      codes(
        await takeStep(ports, PROJECT, 'kim', {
          agreement: 'nothing',
          step: 'suspend',
          seen: 0,
          reason: 'x',
        }),
      ),
    ).toEqual(['life.unknown-agreement']);
    await write(0, { text: payroll });
    expect(codes(await step({ agreement: 'payroll', step: 'suspend', seen: 0 }))).toEqual([
      'life.unknown-agreement',
    ]);
  });
});
