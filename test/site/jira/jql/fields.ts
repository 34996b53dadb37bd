import { adfText } from '../adf';
import type { Issue, StatusCategoryKey } from '../model';
import { categories } from '../shapes';
import { visibleProjects } from './context';
import type { JqlContext } from './context';
import { customField } from './custom-fields';
import { JqlError, JqlNotModelled } from './errors';
import { idField, keyField } from './keys';
import { aliasedField, indexedField } from './indexed';
import { byName, choice, moment, ordered, prose, words } from './kinds';
import type { JqlField, Past, Resolve } from './kinds';
import { people } from './people';
import { fieldName } from './print';
import { propertyField } from './property';
import type { FieldRef } from './syntax';
import { fieldsNotModelled } from './words';

type Maker = (context: JqlContext) => JqlField;

const one = (id: string | null): readonly string[] => (id === null ? [] : [id]);

const person = (
  fieldId: string,
  accountId: (issue: Issue) => string | null,
  isRemembered: boolean,
): Maker => {
  return (context) => people(context, accountId, isRemembered ? fieldId : undefined);
};

const project: Maker = (context) => {
  const projects = visibleProjects(context);
  const keys = projects.map(({ id, key }) => ({ id, name: key }));
  return choice((issue) => [issue.projectId], byName([...keys, ...projects]), {
    sortKey: (issue) => context.store.projectOf(issue).key,
  });
};

const status: Maker = (context) => {
  const ranks = rankOf(context.store.statuses.keys());
  const resolve = byName(visibleProjects(context).flatMap(({ statuses }) => statuses));
  const past: Past = { fieldId: 'status', current: (issue) => issue.statusId, resolve };
  return choice((issue) => [issue.statusId], resolve, { sortKey: (issue) => ranks(issue.statusId), past });
};

const statusCategory: Maker = ({ store }) => {
  const all = Object.values(categories).map(({ id, key, name }) => ({ id: String(id), key, name }));
  const resolve = byName([...all, ...all.map(({ id, key }) => ({ id, name: key }))]);
  const of = (issue: Issue): StatusCategoryKey => store.status(issue.statusId).category;
  return choice((issue) => [String(categories[of(issue)].id)], resolve, {
    sortKey: (issue) => all.findIndex(({ key }) => key === of(issue)),
  });
};

/** Compared by rank: the highest priority is the greatest. */
const priority: Maker = ({ store }) => {
  const ids = [...store.priorities.keys()];
  const rank = (id: string): number => ids.length - ids.indexOf(id);
  const resolve = byName(store.priorities.values());
  const past: Past = { fieldId: 'priority', current: (issue) => issue.priorityId, resolve };
  const ranks: Resolve<number> = (value, name) => resolve(value, name).map(rank);
  return ordered((issue) => rank(issue.priorityId), ranks, { descends: true, past });
};

/** `Unresolved` is another word for empty. */
const resolution: Maker = ({ store }) => {
  const named = byName(store.resolutions.values());
  const resolve: Resolve<string | null> = (value, name) =>
    value.kind === 'value' && value.text.toLowerCase() === 'unresolved' ? [null] : named(value, name);
  const past: Past = { fieldId: 'resolution', current: (issue) => issue.resolutionId, resolve };
  const ranks = rankOf(store.resolutions.keys());
  return choice((issue) => one(issue.resolutionId), resolve, {
    sortKey: (issue) => (issue.resolutionId === null ? null : ranks(issue.resolutionId)),
    past,
  });
};

const issueType: Maker = (context) =>
  choice(
    (issue) => [issue.typeId],
    byName(visibleProjects(context).flatMap(({ issueTypes }) => issueTypes)),
    { sortKey: (issue) => context.store.issueType(issue.typeId).name },
  );

const level: Maker = (context) => {
  const levels = visibleProjects(context).flatMap(({ securityLevels }) => securityLevels);
  return choice((issue) => one(issue.securityLevelId), byName(levels), {
    sortKey: (issue) => levels.find(({ id }) => id === issue.securityLevelId)?.name ?? null,
  });
};

/** Any word is a label; the case does not matter. */
const labels: Maker = () =>
  choice((issue) => issue.labels.map((label) => label.toLowerCase()), words, {
    sortKey: (issue) => (issue.labels.length === 0 ? null : issue.labels.join(' ')),
  });

const someText = (text: string): readonly string[] => (text === '' ? [] : [text]);
const description = (issue: Issue): readonly string[] => someText(adfText(issue.description));
const comments = (issue: Issue): readonly string[] => issue.comments.map(({ body }) => adfText(body));

const summary: Maker = () =>
  prose(({ summary: text }) => [text], ['~', '!~', 'is', 'is not'], { sortKey: (issue) => issue.summary });

/** Summary, description, comments and custom fields of text. */
const anyText: Maker = ({ store }) => {
  const ids = [...store.customFields.values()].filter(({ type }) => type === 'text').map(({ id }) => id);
  const custom = (issue: Issue): readonly string[] => ids.flatMap((id) => one(issue.custom.get(id) ?? null));
  return prose(
    (issue) => [issue.summary, ...description(issue), ...comments(issue), ...custom(issue)],
    ['~'],
  );
};

const created: Maker = (context) => moment(context, (issue) => issue.created);
const updated: Maker = (context) => moment(context, (issue) => issue.updated);
const resolved: Maker = (context) => moment(context, (issue) => issue.resolved);
const categoryChanged: Maker = (context) => moment(context, (issue) => issue.statusCategoryChanged);

/** By name in lower case. */
const systemFields: ReadonlyMap<string, Maker> = new Map([
  ['project', project],
  ['key', keyField],
  ['issue', keyField],
  ['issuekey', keyField],
  ['workitem', keyField],
  ['id', idField],
  ['status', status],
  ['statuscategory', statusCategory],
  ['priority', priority],
  ['issuetype', issueType],
  ['type', issueType],
  ['worktype', issueType],
  ['resolution', resolution],
  ['assignee', person('assignee', (issue) => issue.assigneeId, true)],
  ['reporter', person('reporter', (issue) => issue.reporterId, true)],
  ['creator', person('creator', (issue) => issue.creatorId, false)],
  ['summary', summary],
  ['description', () => prose(description, ['~', '!~', 'is', 'is not'])],
  ['comment', () => prose(comments, ['~', '!~'])],
  ['text', anyText],
  ['labels', labels],
  ['created', created],
  ['createddate', created],
  ['updated', updated],
  ['updateddate', updated],
  ['resolved', resolved],
  ['resolutiondate', resolved],
  ['statuscategorychangeddate', categoryChanged],
  ['level', level],
  ['security', level],
]);

/**
 * The field that a query names, by name in any case.
 * @throws JqlError when there is none, JqlNotModelled when only Jira has it.
 */
export function fieldOf(ref: FieldRef, context: JqlContext): JqlField {
  const name = ref.name.toLowerCase();
  if (ref.property !== undefined) {
    if (name === 'issue.property') return indexedField(ref.property, context) ?? propertyField(ref.property);
    if (/^(project|comment|user)\.property$/.test(name)) throw new JqlNotModelled(`field ${ref.name}`);
    throw noField(ref);
  }
  const field =
    systemFields.get(name)?.(context) ?? customField(ref.name, context) ?? aliasedField(ref.name, context);
  if (field !== undefined) return field;
  if (fieldsNotModelled.has(name)) throw new JqlNotModelled(`field ${ref.name}`);
  throw noField(ref);
}

function noField(ref: FieldRef): JqlError {
  return new JqlError(`Field '${fieldName(ref)}' does not exist or you do not have permission to view it.`);
}

function rankOf(ids: Iterable<string>): (id: string) => number {
  const ranks = new Map([...ids].map((id, at) => [id, at]));
  return (id) => ranks.get(id) ?? ranks.size;
}
