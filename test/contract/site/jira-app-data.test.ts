import type { AppData } from '../../site/seams';
import { admin, agent, app, manager, refusal } from './jira-fixture';
import { JqlSite, londonNoon } from './jql-fixture';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const ari = (key: string): string => `ari:cloud:ecosystem::extension/app-1/env-1/static/${key}`;

const data: AppData = {
  fields: [
    { ari: ari('due'), name: 'SLA due', type: 'datetime', isReadOnly: true },
    { ari: ari('state'), name: 'SLA state', type: 'string', isReadOnly: true },
    { ari: ari('note'), name: 'SLA note', type: 'string', isReadOnly: false },
  ],
  properties: [
    { propertyKey: 'timers', path: 'next.due', type: 'date', alias: 'slaDue' },
    { propertyKey: 'timers', path: 'state', type: 'string', alias: 'slaState' },
    { propertyKey: 'timers', path: 'left', type: 'number', alias: 'slaLeft' },
    { propertyKey: 'timers', path: 'goal', type: 'text', alias: 'slaGoal' },
    { propertyKey: 'timers', path: 'owner', type: 'user', alias: 'slaOwner' },
  ],
  permissions: [
    { ari: ari('monitor'), name: 'Monitor', description: 'Watch service levels.', category: 'projects' },
  ],
};
const nothing: AppData = { fields: [], properties: [], permissions: [] };

let site: JqlSite;
beforeEach(() => {
  site = new JqlSite();
  site.jira.provide(data);
});

const due = 'customfield_10500';
const state = 'customfield_10501';
const iso = (instant: number): string => new Date(instant).toISOString().replace('.000', '');

/** Sets the app's property on ITSD-1 to ITSD-4, each due an hour after the one before, the first at half past one. */
async function publish(): Promise<void> {
  const issues = ['breached', 'running', 'Running', 'paused'].map((own, at) => ({
    issueID: 10_000 + at,
    properties: {
      timers: {
        next: { due: iso(londonNoon + (at + 1.5) * HOUR) },
        state: own,
        left: at,
        goal: `Goal of P${at}`,
      },
    },
  }));
  await site.ask('POST', 'issue/properties/multi', app, { issues });
  await site.pass(5_000);
}

describe('an indexed property', () => {
  it.each([
    ['slaDue <= 2h order by key', '1'],
    ['slaDue <= now() order by key', ''],
    ['slaDue > now() and slaDue <= "3h" order by key', '1 2'],
    ['slaDue >= "2026-11-18T14:30:00Z" order by key', '2 3 4'],
    ['slaDue = "2026-11-18T15:30:00+01:00"', '2'],
    ['slaDue is empty and key = ITSD-1', ''],
    ['slaState = breached', '1'],
    ['slaState = running', '2'],
    ['slaState in (running, paused) order by key', '2 4'],
    ['slastate != breached order by key', '2 3 4'],
    ['slaLeft >= 2 order by slaLeft desc', '4 3'],
    ['slaGoal ~ p3', '4'],
    ['project = ITSD and slaDue is not empty order by slaDue asc', '1 2 3 4'],
    ['project = ITSD and slaDue is not empty order by slaDue', '4 3 2 1'],
    ['issue.property[timers].next.due <= 2h', '1'],
    ['issue.property[timers].left = 1', '2'],
  ])('%s finds %j', async (jql, keys) => {
    await publish();
    expect(await site.find(jql)).toBe(keys);
  });

  it.each([
    ['slaState > breached', "400 The operator '>' is not supported by the 'slaState' field."],
    ['slaState = a order by slaState', "400 Not able to sort using field 'slaState'."],
    ['slaGoal = x', "400 The operator '=' is not supported by the 'slaGoal' field."],
    ['slaLeft = many', "400 Value 'many' for the 'slaLeft' field is not a valid number."],
    ['sla.due = x', "400 Field 'sla.due' does not exist or you do not have permission to view it."],
  ])('%s is refused', async (jql, refusal) => {
    expect(await site.find(jql)).toBe(refusal);
  });

  it('is of people where it holds an account', async () => {
    await site.ask('PUT', 'issue/ITSD-2/properties/timers', app, { owner: '712020:alex-morgan' });
    expect(await site.find('slaOwner = currentUser()')).toBe('2');
    expect(await site.find('slaOwner = currentUser()', admin)).toBe('');
  });

  it('holds no date that is written otherwise than it should be', async () => {
    const put = (at: unknown): Promise<unknown> =>
      site.ask('PUT', 'issue/ITSD-1/properties/timers', app, { next: { due: at } });
    for (const wrong of ['2026-11-18T13:00:00.000Z', '2026-11-18T13:00', 1_795_000_000_000, '2026-13-01']) {
      await put(wrong);
      expect([wrong, await site.find('slaDue is not empty')]).toEqual([wrong, '']);
    }
    await put('2026-11-18');
    expect(await site.find('slaDue is not empty')).toBe('1');
  });

  it('is found only when the index has caught up', async () => {
    site.jira.index.lagMs = 3_000;
    await site.ask('PUT', 'issue/ITSD-1/properties/timers', app, { state: 'breached' });
    expect(await site.find('slaState = breached')).toBe('');
    site.now += 3_000;
    expect(await site.find('slaState = breached')).toBe('1');
  });
});

describe('a field of the app', () => {
  const write = (id: string, issueIds: number[], value: unknown): Promise<unknown> =>
    site.ask('PUT', `app/field/${id}/value?generateChangelog=false`, app, { updates: [{ issueIds, value }] });

  it('is known by the ARI of its module', async () => {
    const { values } = (await site.ask('GET', 'field/search?query=SLA')).body;
    expect(values).toMatchObject([
      { id: due, name: 'SLA due', schema: { type: 'datetime', custom: ari('due'), customId: 10500 } },
      { id: 'customfield_10502', name: 'SLA note' },
      { id: state, name: 'SLA state', schema: { type: 'string', custom: ari('state') } },
    ]);
    const all = await site.list('field');
    expect(all.find(({ id }) => id === due)?.key).toBe(ari('due'));
    const updates = [{ customField: ari('state'), issueIds: [10000], value: 'breached' }];
    expect((await site.ask('POST', 'app/field/value', app, { updates })).status).toBe(204);
    expect(await site.find('"SLA state" = Breached')).toBe('1');
  });

  it('is found, sorted by, and forgets milliseconds', async () => {
    await write(due, [10000], '2026-11-18T15:30:00.999Z');
    await write(due, [10001], '2026-11-18T14:30:00.000Z');
    await write(state, [10000, 10002], 'running');
    await write(state, [10001], 'breached');
    expect(await site.find('"SLA due" <= 3h')).toBe('2');
    expect(await site.find('project = ITSD and "SLA due" is not empty order by "SLA due" asc')).toBe('2 1');
    expect(await site.find('cf[10501] = running order by key')).toBe('1 3');
    expect(await site.find('cf[10501] is not empty order by cf[10501], key')).toBe('2 1 3');
    expect(await site.find('"SLA state" ~ running')).toContain("operator '~' is not supported");
    const { fields } = (await site.ask('GET', `issue/ITSD-1?fields=${due},${state}`)).body;
    expect(fields).toEqual({ [due]: '2026-11-18T15:30:00.000+0000', [state]: 'running' });
    expect(site.jira.store.issue('ITSD-3')?.histories.at(-1)?.items[0]?.fieldId).toBe('status');
  });

  it('is edited by people unless it is read-only', async () => {
    const edit = (fields: unknown): Promise<{ status: number }> =>
      site.ask('PUT', 'issue/ITSD-1', agent, { fields });
    expect((await edit({ customfield_10502: 'Well' })).status).toBe(204);
    expect((await edit({ [state]: 'met' })).status).toBe(400);
    expect((await site.ask('PUT', 'issue/ITSD-1', app, { fields: { [state]: 'met' } })).status).toBe(400);
  });

  it('goes with the app, and comes back with its values within 30 days', async () => {
    await write(state, [10000], 'breached');
    site.jira.provide(nothing);
    expect((await site.ask('GET', 'issue/ITSD-1')).body.fields).not.toHaveProperty(state);
    expect(await site.find('slaState = breached')).toContain('does not exist');
    site.now += 30 * DAY;
    site.jira.provide(data);
    expect(await site.find('"SLA state" = breached')).toBe('1');
    site.jira.provide(nothing);
    site.now += 31 * DAY;
    site.jira.provide(data);
    expect(await site.find('"SLA state" is not empty')).toBe('');
    expect(site.jira.store.customFields.has(state)).toBe(false);
  });

  it('keeps its id when the manifest calls it otherwise', () => {
    const [first, ...others] = data.fields;
    site.jira.provide({ ...data, fields: [{ ...first!, name: 'Due by agreement' }, ...others] });
    expect(site.jira.store.customField(due).name).toBe('Due by agreement');
  });
});

describe('a permission of the app', () => {
  const key = ari('monitor');
  const grants = '/rest/api/3/permissionscheme/10000/permission';
  const granting = (role: string, permission = key) => ({
    permission,
    holder: { type: 'projectRole', parameter: role },
  });
  const has = async (caller = agent): Promise<unknown> => {
    const query = `projectKey=ITSD&permissions=ADMINISTER_PROJECTS,${encodeURIComponent(key)}`;
    const { permissions } = (await site.ask('GET', `mypermissions?${query}`, caller)).body;
    return permissions[key]?.havePermission;
  };

  it('is one of Jira’s, which nobody has until it is granted to a role, and until it is taken away', async () => {
    const { permissions } = (await site.ask('GET', 'permissions')).body;
    const described = { key, name: 'Monitor', type: 'PROJECT', description: 'Watch service levels.' };
    expect(permissions[key]).toEqual(described);
    expect([await has(), await has(manager), await has(admin)]).toEqual([false, false, false]);
    const { status, body } = await site.ask('POST', grants, admin, granting('10001'));
    expect([status, body]).toMatchObject([201, { permission: key, holder: { value: '10001' } }]);
    expect([await has(), await has(manager)]).toEqual([true, true]);
    const asked = { projectPermissions: [{ permissions: [key], projects: [10000] }] };
    const { projectPermissions } = (await site.ask('POST', 'permissions/check', agent, asked)).body;
    expect(projectPermissions).toEqual([{ permission: key, issues: [], projects: [10000] }]);
    expect((await site.ask('GET', `${grants}/${body.id}`)).body).toEqual(body);
    expect((await site.ask('DELETE', `${grants}/${body.id}`, admin)).status).toBe(204);
    expect(await has()).toBe(false);
  });

  it('is granted once to a role that is there, and only what is there is taken away', async () => {
    const refused = async (body: object) => (await site.ask('POST', grants, admin, body)).body;
    await site.ask('POST', grants, admin, granting('10001'));
    expect(await refused(granting('10001'))).toEqual(
      refusal('This permission is granted to the role already.'),
    );
    expect(await refused(granting('1'))).toEqual(refusal("The project role '1' does not exist."));
    expect(await refused(granting('10001', 'FLY'))).toEqual(refusal('Unrecognized permission key: FLY.'));
    expect((await site.ask('DELETE', `${grants}/1`, admin)).status).toBe(400);
  });

  it('goes with the app, and is granted as it was when that comes back', async () => {
    await site.ask('POST', grants, admin, granting('10001'));
    site.jira.provide(nothing);
    const path = `mypermissions?projectKey=ITSD&permissions=${encodeURIComponent(key)}`;
    expect((await site.ask('GET', path)).status).toBe(400);
    const { permissions } = (await site.ask('GET', grants)).body;
    expect(JSON.stringify(permissions)).not.toContain(key);
    site.jira.provide(data);
    expect(await has()).toBe(true);
  });
});
