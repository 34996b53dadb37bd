import { saveService, serviceHistory, viewCatalogue } from '../../../src/app/catalogue';
import { countCaught } from '../../../src/app/catalogue-caught';
import { decideLook } from '../../../src/app/catalogue-looks';
import { importDefinitions } from '../../support/import-definitions';
import type { ServiceText } from '../../../src/domain/catalogue/service';
import { days, earlier, hours } from '../../../src/domain/time/instant';
import { created, onWednesday } from '../../support/builders';
import { draft, projectValues } from '../../support/definitions';
import { memoryPorts, type MemoryPorts } from '../../support/memory-ports';

const PROJECT = '10000';
const mail: ServiceText = {
  id: 'mail',
  name: 'Mail',
  summary: 'Send and receive',
  kind: 'business',
  state: 'published',
  owner: 'sam',
  hours: 'office',
};
const critical = { field: 'priority', in: [{ id: '1', name: 'P1' }] };

let ports: MemoryPorts;
const save = (text: ServiceText, seen: number, isCapabilityChanged = false, actor = 'sam') =>
  saveService(ports, PROJECT, actor, { text, seen, isCapabilityChanged });
const services = async () => (await viewCatalogue(ports, PROJECT)).services;

/** Has the agreement of the project name a service, as one that is made about services does. */
async function nameService(id: string, revision: number): Promise<void> {
  const change = ports.changes.findLast(({ revisions }) =>
    revisions.some(({ kind }) => kind === 'agreement'),
  );
  for (const each of change?.revisions ?? [])
    if (each.kind === 'agreement') Object.assign(each.doc, { services: [{ id, revision }] });
}

beforeEach(async () => {
  ports = memoryPorts(onWednesday('12:00'));
  for (const [field, known] of projectValues) ports.values.set(field, known);
  await importDefinitions(ports, PROJECT, 'sam', draft());
});

describe('a service', () => {
  it('is saved revision by revision, each with who and when', async () => {
    expect(await save(mail, 0)).toEqual({ revision: 1 });
    ports.now = onWednesday('13:00');
    expect(await save({ ...mail, name: 'E-mail' }, 1, false, 'kim')).toEqual({ revision: 2 });
    expect(await serviceHistory(ports, PROJECT, 'mail')).toMatchObject([
      { seq: 2, actor: 'kim', at: onWednesday('13:00'), doc: { name: 'E-mail' } },
      { seq: 1, actor: 'sam', at: onWednesday('12:00'), doc: { name: 'Mail' } },
    ]);
    expect(ports.changes.at(-1)).toMatchObject({ action: 'write' });
  });

  it('is saved once when nothing about it has changed', async () => {
    await save(mail, 0);
    const changes = ports.changes.length;
    expect(await save(mail, 0)).toEqual({ revision: 1 });
    expect(ports.changes).toHaveLength(changes);
  });

  it('of which only the capability has changed is a revision of its own', async () => {
    await save(mail, 0);
    expect(await save(mail, 1, true)).toEqual({ revision: 2 });
    expect((await services())[0]?.doc.changedIn).toEqual({ capability: 2 });
  });

  it('is not saved over what somebody else has saved meanwhile', async () => {
    await save(mail, 0);
    await save({ ...mail, name: 'By Sam' }, 1);
    expect(await save({ ...mail, name: 'By Kim' }, 1)).toMatchObject({
      problems: [{ code: 'record.newer' }],
    });
    expect((await services())[0]?.doc.name).toBe('By Sam');
  });

  it('with mistakes is not saved, and each is named with its place', async () => {
    await save(mail, 0);
    const circle = { ...mail, id: 'exchange', name: 'Exchange', restsOn: ['mail', 'nobody'] };
    expect(await save(circle, 0)).toMatchObject({ problems: [{ path: 'doc.restsOn[1]' }] });
    expect(await save({ ...mail, id: 'post', mapping: { field: 'nothing', empty: true } }, 0)).toMatchObject({
      problems: [{ path: 'doc.mapping.field' }, { code: 'service.name-twice' }],
    });
    expect(await services()).toHaveLength(1);
  });

  it('is too long only as a whole', async () => {
    const mapping = { field: 'priority', in: [{ id: 'P1', name: 'x'.repeat(9_990) }] };
    expect(await save({ ...mail, mapping }, 0)).toMatchObject({
      problems: expect.arrayContaining([expect.objectContaining({ code: 'service.too-long' })]) as unknown,
    });
  });

  it('may use what the project cannot do without: a calendar in force', async () => {
    expect(await save({ ...mail, hours: 'nobody' }, 0)).toMatchObject({ problems: [{ path: 'doc.hours' }] });
  });
});

describe('an agreement that names a service', () => {
  it('is to be looked at once the service has changed, until somebody has decided', async () => {
    await save(mail, 0);
    await nameService('mail', 1);
    expect((await viewCatalogue(ports, PROJECT)).toLookAt).toEqual([]);
    await save({ ...mail, goals: 'Answered within an hour' }, 1);
    const [waiting] = (await viewCatalogue(ports, PROJECT)).toLookAt;
    expect(waiting).toMatchObject({ service: 'mail', changed: ['goals'], revision: 2 });
    const agreement = waiting!.agreement.id;
    const decide = (revision: number, choice: 'keep' | 'change') =>
      decideLook(ports, PROJECT, 'kim', { agreement, service: 'mail', revision, choice });

    expect(await decide(1, 'keep')).toMatchObject([{ code: 'record.newer' }]);
    expect(await decide(2, 'change')).toEqual([]);
    expect((await viewCatalogue(ports, PROJECT)).toLookAt).toMatchObject([
      { decision: { choice: 'change', by: 'kim', at: ports.now } },
    ]);
    expect(await decide(2, 'keep')).toEqual([]);
    expect((await viewCatalogue(ports, PROJECT)).toLookAt).toEqual([]);
    expect(await ports.records.history(PROJECT, { kind: 'look', id: agreement }, 10)).toHaveLength(2);
  });
});

describe('the count of the last 30 days', () => {
  const issue = (id: string, priority: string, at = earlier(onWednesday('12:00'), hours(2))) => ({
    id,
    project: PROJECT,
    updated: at,
    history: { facts: [created(at, { priority })] },
  });

  it('says how many issues each service catches, drafts too, and names those of none', async () => {
    for (const each of [issue('1', '1'), issue('2', '1'), issue('3', '2')]) ports.inJira.set(each.id, each);
    ports.inJira.set('4', issue('4', '1', earlier(ports.now, days(31))));
    ports.values.set('priority', { kind: 'numbered' });
    await save({ ...mail, mapping: critical }, 0);
    const draftOf = { ...mail, id: 'vip', name: 'VIP', state: 'draft' as const, mapping: critical };
    await save(draftOf, 0);
    expect(await countCaught(ports, PROJECT, undefined)).toEqual({
      read: 3,
      counts: [
        { service: 'mail', count: 2 },
        { service: 'vip', count: 2 },
      ],
      none: 1,
      uncaught: ['KEY-3'],
      next: undefined,
    });
  });

  it('counts nothing for a service that is retired', async () => {
    ports.inJira.set('1', issue('1', '1'));
    ports.values.set('priority', { kind: 'numbered' });
    await save({ ...mail, mapping: critical }, 0);
    await save({ ...mail, mapping: critical, state: 'retired' }, 1);
    expect(await countCaught(ports, PROJECT, undefined)).toMatchObject({ counts: [], none: 1 });
  });

  it('goes on page by page, and names some of the uncaught of each', async () => {
    for (let number = 1; number <= 130; number++)
      ports.inJira.set(String(number), issue(String(number), '2'));
    const first = await countCaught(ports, PROJECT, undefined);
    expect([first.read, first.none, first.uncaught.length]).toEqual([100, 100, 20]);
    expect(await countCaught(ports, PROJECT, first.next)).toMatchObject({ read: 30, next: undefined });
  });
});
