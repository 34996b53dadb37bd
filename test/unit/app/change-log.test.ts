import { viewChangeLog } from '../../../src/app/change-log';
import { importDefinitions } from '../../support/import-definitions';
import { publishDraft } from '../../../src/app/publish-draft';
import { saveDraft } from '../../../src/app/save-draft';
import { SITE, type LogEntry, type LogPlace } from '../../../src/app/ports';
import { logSubjects } from '../../../src/contract/change-log';
import type { DocumentRevision } from '../../../src/domain/documents';
import { takeStep } from '../../../src/app/take-step';
import { nineToFive, onWednesday } from '../../support/builders';
import { draft, projectValues } from '../../support/definitions';
import { memoryPorts, type MemoryPorts } from '../../support/memory-ports';

const PROJECT = '10000';
const kinds: LogEntry['kind'][] = [
  'agreement',
  'calendar',
  'holiday-set',
  'repair',
  'step',
  'draft',
  'service',
];
let ports: MemoryPorts;

beforeEach(async () => {
  ports = memoryPorts(onWednesday('12:00'));
  for (const [field, known] of projectValues) ports.values.set(field, known);
  await importDefinitions(ports, PROJECT, 'sam', draft());
});

const told = async (wanted = kinds, after?: LogPlace) =>
  (await viewChangeLog(ports, PROJECT, wanted, after)).lines.map(
    ({ by, done, kind, name, revision }) => `${by} ${done} ${kind} ${name} ${revision}`,
  );

it('says who did what to which record, the latest first', async () => {
  const text = { ...draft().agreements[0]!, name: 'New desk' };
  ports.now = onWednesday('13:00');
  await saveDraft(ports, { project: PROJECT, actor: 'kim', seen: 0 }, { id: 'desk', basedOn: 1, text });
  ports.now = onWednesday('14:00');
  const outcome = await publishDraft(ports, PROJECT, 'lee', {
    agreement: 'desk',
    seen: 1,
    appliesToRunning: false,
    previewed: undefined,
    reason: 'Agreed',
  });
  expect(outcome).not.toHaveProperty('problems.0');
  ports.now = onWednesday('15:00');
  await takeStep(ports, PROJECT, 'sam', {
    agreement: 'desk',
    seen: 1,
    step: 'suspend',
    reason: 'Strike',
    from: ports.now,
  });
  expect(await told()).toEqual([
    'sam suspend step New desk 2',
    'lee published agreement New desk 2',
    'kim created draft New desk 1',
    'sam imported calendar Office 1',
    'sam imported agreement Desk 1',
  ]);
  expect(await told(['calendar'])).toEqual(['sam imported calendar Office 1']);
});

it('tells what the whole site shares, and says so', async () => {
  const doc = { ...nineToFive, id: 'site-hours', name: 'Site hours' };
  const revision = { kind: 'calendar', change: 'c', at: onWednesday('13:00'), seq: 1, doc } as const;
  await ports.records.commit({
    id: 'c',
    project: SITE,
    at: onWednesday('13:00'),
    actor: 'ada',
    action: 'prepare',
    revisions: [revision],
  });
  const { lines } = await viewChangeLog(ports, PROJECT, kinds, undefined);
  expect(lines.map(({ name, isShared }) => [name, isShared])).toEqual([
    ['Site hours', true],
    ['Office', false],
    ['Desk', false],
  ]);
});

it('tells cases by their agreement, terms by all of their names, and what was thrown away or taken out', async () => {
  const one = {
    id: 'c-1',
    agreement: 'desk',
    name: 'On Friday',
    issue: { created: onWednesday('09:00'), fields: {}, changes: [] },
    expected: [],
  };
  const term = {
    id: 'outage',
    en: { name: 'Outage', meaning: 'It is down.' },
    zh: { name: '中断', meaning: '不可用。' },
    otherWords: [],
  };
  const write = (project: string, seq: number, doc: Pick<DocumentRevision, 'kind' | 'doc'>) => {
    const [id, at] = [`c-${doc.kind}-${seq}`, onWednesday(`13:0${seq}`)];
    const revisions = [{ ...doc, change: id, at, seq } as DocumentRevision];
    return ports.records.commit({ id, project, at, actor: 'ada', action: 'write', revisions });
  };
  await write(PROJECT, 1, { kind: 'case', doc: one });
  await write(PROJECT, 2, { kind: 'case', doc: { ...one, closed: true } });
  await write(SITE, 3, { kind: 'term', doc: term });
  await write(SITE, 4, { kind: 'term', doc: { ...term, removed: true } });
  await write(SITE, 5, { kind: 'defaults', doc: { id: 'defaults', jobPoints: 500 } });
  const { lines } = await viewChangeLog(ports, PROJECT, logSubjects.all, undefined);
  expect(
    lines
      .filter(({ by }) => by === 'ada')
      .map(({ done, kind, id, name, isShared }) => [done, kind, id, name, isShared]),
  ).toEqual([
    ['changed', 'defaults', 'defaults', '', true],
    ['discarded', 'term', 'outage', 'Outage · 中断', true],
    ['changed', 'term', 'outage', 'Outage · 中断', true],
    ['discarded', 'case', 'desk', 'On Friday', false],
    ['created', 'case', 'desk', 'On Friday', false],
  ]);
  expect(await told([...logSubjects.glossary])).toHaveLength(2);
});

it('tells complaints by whose they are, and what was closed or withdrawn', async () => {
  const complaint = {
    id: 'c',
    receivedAt: ports.now,
    customer: 'Sales',
    text: 'It is slow.',
    owner: 'sam',
    due: '2026-11-24',
  } as const;
  const act = { by: 'sam', at: ports.now };
  const docs = [
    complaint,
    { ...complaint, closed: act },
    { ...complaint, withdrawn: { ...act, reason: 'x' } },
  ];
  for (const [index, doc] of docs.entries()) {
    const [id, at] = [`c-${index}`, onWednesday(`14:0${index}`)];
    const revision = { kind: 'complaint', change: id, at, seq: index + 1, doc } as const;
    const change = {
      id,
      project: PROJECT,
      at,
      actor: 'zoe',
      action: 'write',
      revisions: [revision],
    } as const;
    await ports.records.commit(change);
  }
  const { lines } = await viewChangeLog(ports, PROJECT, ['complaint'], undefined);
  expect(lines.map(({ done, name }) => [done, name])).toEqual([
    ['withdrawn', 'Sales'],
    ['closed', 'Sales'],
    ['created', 'Sales'],
  ]);
});

it('tells outages by their services, and what was withdrawn', async () => {
  const outage = {
    id: '10001/1/p1',
    service: 'mail',
    begin: ports.now,
    planned: false,
    degree: 'full',
  } as const;
  const written = (id: string, actor: string, revision: object) =>
    ports.records.commit({
      id,
      project: PROJECT,
      at: ports.now,
      actor,
      action: 'write',
      revisions: [{ change: id, at: ports.now, ...revision } as DocumentRevision],
    });
  await written('a', 'sam', {
    kind: 'service',
    seq: 1,
    doc: { id: 'mail', name: 'Mail', kind: 'business', state: 'draft' },
  });
  await written('b', '', { kind: 'outage', seq: 1, doc: { ...outage, explanation: '' } });
  const withdrawn = { reason: 'Twice' };
  await written('c', 'kim', { kind: 'outage', seq: 2, doc: { ...outage, explanation: '', withdrawn } });
  expect(await told([...logSubjects.outages])).toEqual([
    'kim withdrawn outage Mail 2',
    ' created outage Mail 1',
  ]);
});

it('goes on page by page to the first record, and leaves none out', async () => {
  for (let seq = 1; seq <= 70; seq += 1) {
    const at = onWednesday(`13:${String(seq % 3).padStart(2, '0')}`);
    const doc = { ...nineToFive, id: `calendar-${seq}` };
    const revisions = [{ kind: 'calendar', change: `c-${seq}`, at, seq: 1, doc }] as const;
    await ports.records.commit({
      id: `c-${seq}`,
      project: PROJECT,
      at,
      actor: 'sam',
      action: 'save',
      revisions,
    });
  }
  const seen: string[] = [];
  let after: LogPlace | undefined;
  do {
    const page = await viewChangeLog(ports, PROJECT, ['calendar'], after);
    seen.push(...page.lines.map(({ id }) => id));
    after = page.next;
  } while (after);
  expect(new Set(seen).size).toBe(71);
  expect(seen).toHaveLength(71);
});
