import type {
  Portal,
  Priority,
  Project,
  ProjectRole,
  Status,
  StatusCategoryKey,
  Transition,
} from '../jira/model';
import { addStandardGrants } from '../jira/permission-scheme';
import type { Store } from '../jira/store';
import { priorities } from './log';
import { appUser, visitors } from './people';

const status = (id: string, name: string, category: StatusCategoryKey): Status => ({ id, name, category });

const start = status('10001', 'New', 'new');
const active = status('10002', 'Active', 'indeterminate');
const userInfo = status('10003', 'Awaiting User Info', 'indeterminate');
const vendor = status('10004', 'Awaiting Vendor', 'indeterminate');
const problem = status('10005', 'Awaiting Problem', 'indeterminate');
const evidence = status('10006', 'Awaiting Evidence', 'indeterminate');
// The ids that every Jira site gives these two.
const resolved = status('5', 'Resolved', 'done');
const closed = status('6', 'Closed', 'done');

const waiting = [userInfo, vendor, problem, evidence];
const open = [start, active, ...waiting];

function transition(id: string, name: string, from: readonly Status[], to: Status): Transition {
  return { id, name, from: from.filter((each) => each !== to).map((each) => each.id), to: to.id };
}

/** Every move that the log makes, and no more: a closed request can only be reopened. */
const transitions: readonly Transition[] = [
  transition('11', 'Start work', open, active),
  transition('21', 'Ask the customer', [...open, resolved], userInfo),
  transition('31', 'Wait for vendor', open, vendor),
  transition('41', 'Wait for problem', open, problem),
  transition('51', 'Wait for evidence', open, evidence),
  transition('61', 'Resolve', open, resolved),
  transition('71', 'Close', [start, active, resolved], closed),
  transition('81', 'Reopen', [resolved, closed], active),
];

const priorityDetails: readonly Pick<Priority, 'description' | 'statusColor'>[] = [
  { description: 'Many people cannot work.', statusColor: '#c9372c' },
  { description: 'Important work is held up.', statusColor: '#e56910' },
  { description: 'Work goes on with difficulty.', statusColor: '#cf9f02' },
  { description: 'Can wait.', statusColor: '#357de8' },
];

/** Custom fields that hold what the log knows of an incident, by the name they have in `LogRow`. */
export const logFields = {
  assignmentGroup: 'customfield_10050',
  category: 'customfield_10051',
  subcategory: 'customfield_10052',
  location: 'customfield_10053',
  configurationItem: 'customfield_10054',
  contactType: 'customfield_10055',
  impact: 'customfield_10056',
  urgency: 'customfield_10057',
  symptom: 'customfield_10058',
  number: 'customfield_10059',
} as const;

const fieldNames: Readonly<Record<keyof typeof logFields, readonly [name: string, type: 'select' | 'text']>> =
  {
    assignmentGroup: ['Assignment group', 'select'],
    category: ['Category', 'select'],
    subcategory: ['Subcategory', 'select'],
    location: ['Location', 'select'],
    configurationItem: ['Configuration item', 'text'],
    contactType: ['Contact type', 'select'],
    impact: ['Impact', 'select'],
    urgency: ['Urgency', 'select'],
    symptom: ['Symptom', 'text'],
    number: ['Incident number', 'text'],
  };

/** The options of impact and urgency, whose ids the definitions name: made before any others, in this order. */
const grades = ['1 - High', '2 - Medium', '3 - Low'];
/** Those of the category by which the definitions tell services apart: made next, in this order. */
const categories = [26, 28, 35, 42, 51, 53, 24, 46, 45, 57, 32, 20, 23, 61, 9, 40, 37, 34];

/** Those that every site starts with: name, what the source is to the target, and the reverse. */
const linkNames = [
  ['Blocks', 'blocks', 'is blocked by'],
  ['Cloners', 'clones', 'is cloned by'],
  ['Duplicate', 'duplicates', 'is duplicated by'],
  ['Relates', 'relates to', 'relates to'],
] as const;

const groups = [
  ['jira-administrators', [visitors.jiraAdministrator]],
  ['service-level-managers', [visitors.projectAdministrator, visitors.jiraAdministrator]],
  ['service-desk', [visitors.agent, visitors.projectAdministrator]],
] as const;

/** Puts people, priorities, resolutions, custom fields and the project into an empty store. */
export function addServiceProject(store: Store): Project {
  for (const user of [...Object.values(visitors), appUser]) store.addUser(user);
  store.administrators.add(visitors.jiraAdministrator.accountId);
  for (const [at, name] of priorities.entries()) {
    const details = priorityDetails[at] ?? { description: '', statusColor: '#999999' };
    const id = String(at + 1);
    store.priorities.set(id, { id, name, ...details, isDefault: name === '3 - Moderate' });
  }
  store.resolutions.set('10000', { id: '10000', name: 'Done', description: 'Work has been completed.' });
  store.resolutions.set('10001', {
    id: '10001',
    name: "Won't Do",
    description: 'This is not going to be done.',
  });
  for (const [key, [name, type]] of Object.entries(fieldNames)) {
    const id = logFields[key as keyof typeof logFields];
    store.customFields.set(id, { id, name, type, options: new Map() });
  }
  for (const field of [logFields.impact, logFields.urgency]) {
    for (const value of grades) store.optionId(store.customField(field), value);
  }
  for (const number of categories) {
    store.optionId(store.customField(logFields.category), `Category ${number}`);
  }
  for (const [at, [name, outward, inward]] of linkNames.entries()) {
    const id = String(10_000 + at);
    store.linkTypes.set(id, { id, name, outward, inward });
  }
  for (const [at, [name, members]] of groups.entries()) {
    const id = `00000000-0000-4000-8000-00000000000${at + 1}`;
    store.groups.set(id, { id, name, members: new Set(members.map(({ accountId }) => accountId)) });
  }
  addStandardGrants(store);
  store.portals.set(1, portal);
  return store.addProject(project());
}

/** What the customers of the project see of it. */
const portal: Portal = {
  id: 1,
  projectId: '10000',
  name: 'IT Help Desk',
  introduction: 'Tell us what does not work, or what you need.',
  requestTypes: [
    {
      id: 1,
      name: 'Report an incident',
      description: 'Something does not work as it should.',
      issueTypeId: '10100',
    },
    { id: 2, name: 'Ask for something', description: 'You need something new.', issueTypeId: '10101' },
  ],
};

function project(): Project {
  const { agent, projectAdministrator, jiraAdministrator, customer } = visitors;
  const administrators = new Set([projectAdministrator.accountId, jiraAdministrator.accountId]);
  const team = new Set([agent.accountId, ...administrators]);
  const roles = new Map<ProjectRole, Set<string>>([
    ['Administrators', administrators],
    ['Service Desk Team', team],
    ['Service Desk Customers', new Set([customer.accountId])],
    ['atlassian-addons-project-access', new Set([appUser.accountId])],
    ['Service Level Managers', new Set([projectAdministrator.accountId])],
  ]);
  return {
    id: '10000',
    key: 'ITSD',
    name: 'IT Service Desk',
    typeKey: 'service_desk',
    leadId: projectAdministrator.accountId,
    issueTypes: [
      { id: '10100', name: 'Incident', description: 'Something does not work as it should.' },
      { id: '10101', name: 'Service request', description: 'Somebody needs something.' },
    ],
    statuses: [...open, resolved, closed],
    transitions,
    securityLevels: [
      // The app is not in it: what the level hides must be hidden from the app too.
      {
        id: '10200',
        name: 'Management only',
        description: 'Project administrators only',
        members: administrators,
      },
    ],
    roles,
    roleGroups: new Map(),
  };
}
