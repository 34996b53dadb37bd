import type { AccountType, User } from '../jira/model';
import type { Store } from '../jira/store';
import { sampleZone } from './days';

/** The people who can sign in to the site, by what they may do. */
export const visitors = {
  agent: person('712020:alex-morgan', 'Alex Morgan'),
  projectAdministrator: person('712020:sam-rivera', 'Sam Rivera'),
  jiraAdministrator: person('712020:jordan-lee', 'Jordan Lee', 'America/New_York'),
  colleague: person('712020:robin-hayes', 'Robin Hayes'),
  customer: { ...person('qm:casey-brooks', 'Casey Brooks'), accountType: 'customer' },
} as const satisfies Readonly<Record<string, User>>;

/** What the visitor menu says beside each name. */
export const visitorRoles: ReadonlyMap<string, string> = new Map([
  [visitors.agent.accountId, 'Service desk agent'],
  [visitors.projectAdministrator.accountId, 'Service level manager, project administrator'],
  [visitors.jiraAdministrator.accountId, 'Jira administrator'],
  [visitors.colleague.accountId, 'Uses Jira, but sees no project'],
  [visitors.customer.accountId, 'Customer'],
]);

/** The account that the installed app acts with. */
export const appUser: User = {
  accountId: '557058:service-levels-for-jira',
  displayName: 'Service Levels for Jira',
  accountType: 'app',
  timeZone: sampleZone,
};

function person(accountId: string, displayName: string, timeZone = sampleZone) {
  const emailAddress = `${displayName.toLowerCase().replace(' ', '.')}@example.com`;
  return { accountId, displayName, accountType: 'atlassian', timeZone, emailAddress } as const;
}

/** How the log's columns name people, and what they are called here. */
const kinds: ReadonlyMap<string, { readonly type: AccountType; readonly name: string }> = new Map([
  ['Resolver', { type: 'atlassian', name: 'Resolver' }],
  ['Updated by', { type: 'atlassian', name: 'Agent' }],
  ['Opened by', { type: 'atlassian', name: 'Operator' }],
  ['Caller', { type: 'customer', name: 'Caller' }],
]);

/**
 * The account of somebody in the log, such as `Updated by 908` ("Agent 908"); made when seen first. Staff join the team.
 * @param team Account ids of the project's agents, which grows.
 */
export function accountFor(store: Store, label: string, team: Set<string>): string {
  const [, column = '', id] = /^(.+?) +(\d+)$/.exec(label) ?? [];
  const kind = kinds.get(column);
  if (id === undefined || kind === undefined)
    throw new Error(`The log names "${label}", who is nobody it should know.`);
  const displayName = `${kind.name} ${id}`;
  const prefix = kind.type === 'customer' ? 'qm' : '712020';
  const accountId = `${prefix}:${displayName.toLowerCase().replace(' ', '-')}`;
  if (!store.users.has(accountId)) {
    store.addUser({ accountId, displayName, accountType: kind.type, timeZone: sampleZone });
    if (kind.type === 'atlassian') team.add(accountId);
  }
  return accountId;
}
