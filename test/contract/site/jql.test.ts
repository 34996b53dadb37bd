import { visitors } from '../../site/sample/people';
import { admin, agent, app, manager, stranger } from './jira-fixture';
import { JqlSite, londonNoon } from './jql-fixture';

const HOUR = 3_600_000;
const site = new JqlSite();
const alex = visitors.agent.accountId;

/** Without an order the newest comes first. */
describe('a query finds', () => {
  it.each([
    ['project = ITSD', '4 3 2 1'],
    ['project = "IT Service Desk"', '4 3 2 1'],
    ['project = 10000 AND statusCategory != Done', '4 3 1'],
    ['project in (ITSD)', '4 3 2 1'],
    ['key = ITSD-2', '2'],
    ['issuekey in (itsd-1, "ITSD-3")', '3 1'],
    ['id = 10001', '2'],
    ['issue > ITSD-2', '4 3'],
    ['key <= ITSD-2', '2 1'],
    ['key >= OTHER-1', ''],
    ['id < 10002', '2 1'],
    ['status = New', '4 1'],
    ['status = "new"', '4 1'],
    ['status in (New, Active)', '4 3 1'],
    ['status not in (New, Active)', '2'],
    ['status != New', '3 2'],
    ['statusCategory = "In Progress"', '3'],
    ['statusCategory in (new, 3)', '4 2 1'],
    ['priority = "1 - Critical"', '1'],
    ['priority > "3 - Moderate"', '2 1'],
    ['priority <= "3 - Moderate"', '4 3'],
    ['priority in (1, 4)', '4 1'],
    ['issuetype = Incident', '4 3 2 1'],
    ['type != Incident', ''],
    ['resolution = Done', '2'],
    ['resolution = Unresolved', '4 3 1'],
    ['resolution is empty', '4 3 1'],
    ['resolution in (Unresolved, Done)', '4 3 2 1'],
    [`assignee = "${alex}"`, '1'],
    [`assignee = ${alex}`, '1'],
    ['assignee = currentUser()', '1'],
    ['assignee is EMPTY', '3 2'],
    ['assignee = null', '3 2'],
    ['assignee is not null', '4 1'],
    [`reporter = "${visitors.customer.accountId}" AND creator in (currentUser())`, '4 3 2 1'],
    ['labels = VPN', '1'],
    ['labels in (urgent, other)', '1'],
    ['labels is EMPTY', '4 3 2'],
    ['summary ~ vpn', '1'],
    ['summary ~ "log in"', '3'],
    ['summary ~ "lap*"', '2'],
    ['summary ~ "lap"', ''],
    ['summary ~ "la?top"', '2'],
    ['summary ~ "\\"cannot log\\""', '3'],
    ['summary ~ "\\"log cannot\\""', ''],
    ['summary ~ 打印机', '4'],
    ['summary !~ printer', '3 2 1'],
    ['description ~ login', '1'],
    ['description !~ nothing', '1'],
    ['description is empty', '4 3 2'],
    ['comment ~ restart', '1'],
    ['text ~ "gateway"', '1'],
    ['text ~ "minutes restart slow"', ''],
    ['NOT text ~ vpn', '4 3 2'],
    ['level is EMPTY', '4 3 2 1'],
    ['cf[10050] = Network', '1'],
    ['"Assignment group" in (network, "Desktop support")', '2 1'],
    ['"Assignment group[Dropdown]" = Network', '1'],
    ['"Assignment group" is empty', '4 3'],
    ['customfield_10054 ~ gateway', '1'],
    ['"Configuration item" is not empty', '1'],
    ['issue.property[sla].state = running', '1'],
    ['issue.property[sla].state in (running, "broken")', '3 1'],
    ['issue.property[sla].state != running', '3'],
    ['issue.property["sla"].left < 0', '3'],
    ['issue.property[sla].left >= 90', '1'],
    ['issue.property[sla].due <= "2026-11-18"', '3'],
    ['issue.property[sla].goals = night', '1'],
    ['issue.property[sla].goals is empty', '4 3 2'],
    ['issue.property[sla].state ~ "run*"', '1'],
    ['issue.property[sla].nothing.here = 1', ''],
  ])('by fields: %s', async (jql, keys) => {
    expect(await site.find(jql)).toBe(keys);
  });

  it.each([
    ['status = New and priority = 1', '1'],
    ['status = New AND priority = 1 OR key = ITSD-2', '2 1'],
    ['key = ITSD-2 or status = New and priority = 1', '2 1'],
    ['(key = ITSD-2 OR status = New) AND priority = 1', '1'],
    ['key = ITSD-2 || status = New && priority = 1', '2 1'],
    ['not status = New', '3 2'],
    ['!(status = New or status = Active)', '2'],
    ['NOT NOT status = New', '4 1'],
    ['labels != vpn', ''],
    ['NOT labels = vpn', ''],
    ['assignee not in (currentUser())', '4'],
    [`assignee != "${alex}" OR assignee is EMPTY`, '4 3 2'],
    ['NOT (assignee = currentUser() OR priority = 4)', ''],
    ["summary ~ 'laptop'", '2'],
    ['summary ~ lap\\u0074op', '2'],
    ['STATUS = new And PRIORITY In (1) Order BY Key', '1'],
  ])('by logic: %s', async (jql, keys) => {
    expect(await site.find(jql)).toBe(keys);
  });

  it.each([
    ['created >= -75m', '4'],
    ['updated >= "-75m"', '4'],
    ['updated >= -1d', '4 3 2 1'],
    ['created < -1d', '2 1'],
    ['created <= "-24h"', '3 2 1'],
    ['created > "-1w 2d"', '4 3 2 1'],
    ['created > "2026-11-17"', '4 3'],
    ['created > "2026/11/17 12:00"', '4'],
    ['created = "2026-11-17 12:00"', '3'],
    ['created in ("2026-11-17 12:00", "2026-11-15 12:00")', '3 2'],
    ['created >= startOfDay()', '4'],
    ['created >= startOfDay(-1) and created < startOfDay()', '3'],
    ['created >= startOfDay("-1d") and created <= endOfDay(-1)', '3'],
    ['created >= startOfWeek()', '4 3 2'],
    ['created < startOfWeek(-1w)', ''],
    ['created >= startOfMonth()', '4 3 2 1'],
    ['created <= endOfMonth(-1)', ''],
    ['created >= startOfYear() and created <= endOfYear() and created < now()', '4 3 2 1'],
    ['created >= startOfDay(12h)', ''],
    ['resolved >= -25h', '2'],
    ['resolutiondate is empty', '4 3 1'],
    ['resolved > "2020-01-01" or resolved is empty', '4 3 2 1'],
    ['statusCategoryChangedDate >= -23h', '4 3'],
    [`created >= ${londonNoon - 80 * HOUR} and createdDate < ${londonNoon - HOUR}`, '3 2'],
  ])('by time: %s', async (jql, keys) => {
    expect(await site.find(jql)).toBe(keys);
  });

  it.each([
    ['status was "Awaiting User Info"', '3'],
    ['status was New', '4 3 2 1'],
    ['status was not Resolved', '4 3 1'],
    ['status was in (Resolved, Active)', '3 2'],
    ['status was not in (Resolved, Active)', '4 1'],
    ['status was "Awaiting User Info" before "2026-11-17 12:30"', ''],
    ['status was "Awaiting User Info" during ("2026-11-17", "2026-11-17")', '3'],
    ['status was Active on "2026-11-18"', '3'],
    ['status was New after -1h', '4 1'],
    ['assignee was currentUser()', '1'],
    ['assignee was EMPTY', '4 3 2 1'],
    ['status changed', '3 2'],
    ['NOT status changed', '4 1'],
    ['status changed to Active', '3'],
    ['status changed from New to Resolved', '2'],
    ['status changed by currentUser() to ("Awaiting User Info", Resolved)', '2'],
    ['status changed after "2026-11-17 12:30"', '3'],
    ['status changed before startOfDay()', '3 2'],
    ['status changed on "2026-11-17"', '3 2'],
    ['status changed during (-23h, now())', '3'],
    ['priority changed', '4 2 1'],
    ['resolution changed to Done', '2'],
  ])('by history: %s', async (jql, keys) => {
    expect(await site.find(jql)).toBe(keys);
  });

  it.each([
    ['project = ITSD ORDER BY created', '4 3 2 1'],
    ['project = ITSD ORDER BY created ASC', '1 2 3 4'],
    ['project = ITSD ORDER BY key', '1 2 3 4'],
    ['project = ITSD ORDER BY priority', '1 2 3 4'],
    ['project = ITSD ORDER BY priority ASC', '4 3 2 1'],
    ['project = ITSD ORDER BY assignee, key', '1 4 2 3'],
    ['project = ITSD ORDER BY assignee DESC, key DESC', '3 2 4 1'],
    ['project = ITSD ORDER BY status ASC, id DESC', '4 1 3 2'],
    ['project = ITSD ORDER BY cf[10050], summary', '2 1 3 4'],
    ['project = ITSD ORDER BY "Assignment group" DESC, id', '3 4 1 2'],
    [
      'project = ITSD ORDER BY resolution, labels, type, statusCategory, reporter, project, updated',
      '2 1 4 3',
    ],
  ])('in order: %s', async (jql, keys) => {
    expect(await site.find(jql)).toBe(keys);
  });
});

it('finds by custom fields of every kind', async () => {
  const fresh = new JqlSite();
  const { store, changes } = fresh.jira;
  const kinds = { 600: 'number', 601: 'date', 602: 'datetime', 603: 'user' } as const;
  const values = { 600: '7.5', 601: '2026-11-18', 602: '2026-11-18T09:30:00.000Z', 603: alex };
  for (const [id, type] of Object.entries(kinds)) {
    store.customFields.set(`customfield_${id}`, {
      id: `customfield_${id}`,
      name: type,
      type,
      options: new Map(),
    });
  }
  const custom = new Map(Object.entries(values).map(([id, value]) => [`customfield_${id}`, value]));
  changes.change(agent, store.issue('ITSD-1')!, { edits: { custom } });
  for (const jql of [
    'cf[600] > 7 and cf[600] <= "7.5"',
    'cf[601] = "2026-11-18" and cf[601] <= startOfDay()',
    'cf[602] = "2026-11-18 09:30" and cf[602] < now()',
    'cf[603] = currentUser()',
    '"number[Number]" is not empty order by cf[600], cf[601], cf[602], cf[603]',
  ]) {
    expect([jql, await fresh.find(jql)]).toEqual([jql, '1']);
  }
  expect(await fresh.find('cf[600] = x')).toBe(
    "400 Value 'x' for the 'cf[600]' field is not a valid number.",
  );
});

describe('a query is read for its caller', () => {
  it('who finds only what he may see, and the app too', async () => {
    expect(await site.find('project = ITSD', manager)).toBe('5 4 3 2 1');
    expect(await site.find('level = "Management only"', manager)).toBe('5');
    expect(await site.find('level = "Management only"', app)).toBe('');
    expect(await site.find('project = ITSD', app)).toBe('4 3 2 1');
    expect(await site.find('key = ITSD-5')).toBe(
      "400 An issue with key 'ITSD-5' does not exist for field 'key'.",
    );
    expect(await site.find('key = ITSD-5', manager)).toBe('5');
  });

  it('whose zone its dates and days are in', async () => {
    // In New York it is seven in the morning; ITSD-3 was made at seven there yesterday.
    expect(await site.find('created = "2026-11-17 07:00"', admin)).toBe('3');
    expect(await site.find('created < "2026-11-17 07:00" and created > "2026-11-15 06:59"', admin)).toBe('2');
    expect(await site.find('created < "2026-11-17 07:00" and created > "2026-11-15 06:59"', agent)).toBe('2');
    expect(await site.find('created >= "2026-11-18 06:00"', admin)).toBe('5 4');
    expect(await site.find('created >= "2026-11-18 11:30"', admin)).toBe('');
  });

  it('of whom strangers are told nothing, not even what is wrong', async () => {
    expect(await site.find('project = ITSD', stranger)).toBe('');
    expect(await site.find('colour = red', stranger)).toBe('');
  });
});
