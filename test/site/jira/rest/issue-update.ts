import * as v from 'valibot';
import type { LinkDraft } from '../links';
import type { Issue } from '../model';
import { can } from '../permissions';
import { notOnScreen } from './issue-fields-input';
import { requireLinked, requireLinkType } from './issue-link';
import { badField, NotModelled, parseBody } from './operation';
import type { Call } from './operation';

const Operations = v.record(v.string(), v.unknown());

/** What `update` of a request to create or edit an issue holds: operations by field. */
export const Update = v.optional(v.record(v.string(), v.array(Operations)), {});
type Update = v.InferOutput<typeof Update>;
type Fields = Readonly<Record<string, unknown>>;

/** A link to be made from or to the issue that the request is about. */
export type NewLink = (issue: Issue) => LinkDraft;

export interface Updates {
  /** Those of the request with those that the operations set. */
  readonly fields: Fields;
  readonly links: readonly NewLink[];
}

/**
 * Operations in the order in which they are written: `set` of any field, `add` and `remove` of labels, `add` of links.
 * @param labels What the issue has.
 * @throws RestError 400 for a field that stands in `fields` too, NotModelled for all other operations.
 */
export function parseUpdate(call: Call, fields: Fields, update: Update, labels: readonly string[]): Updates {
  const set: Record<string, unknown> = { ...fields };
  const links: NewLink[] = [];
  for (const [field, operations] of Object.entries(update)) {
    if (field in fields) {
      throw badField(field, `Field '${field}' cannot appear in both 'fields' and 'update'`);
    }
    for (const [name, value] of operations.flatMap((each) => Object.entries(each))) {
      if (field === 'issuelinks' && name === 'add') links.push(newLink(call, value));
      else if (field === 'labels' && name !== 'set') set[field] = changed(set[field] ?? labels, name, value);
      else if (name === 'set') set[field] = value;
      else throw new NotModelled(`'${name}' of '${field}' in 'update'`);
    }
  }
  return { fields: set, links };
}

function changed(labels: unknown, name: string, value: unknown): unknown {
  const isList = (list: unknown): list is readonly unknown[] => Array.isArray(list);
  if (!isList(labels)) throw badField('labels', 'data was not an array');
  if (typeof value !== 'string') throw badField('labels', 'string expected');
  if (name === 'add') return [...labels, value];
  if (name === 'remove') return labels.filter((label) => label !== value);
  throw new NotModelled(`'${name}' of 'labels' in 'update'`);
}

const Linked = v.optional(v.object({ id: v.optional(v.string()), key: v.optional(v.string()) }));
const LinkBody = v.strictObject({
  type: v.object({ id: v.optional(v.string()), name: v.optional(v.string()) }),
  outwardIssue: Linked,
  inwardIssue: Linked,
});

/** This issue is the source of a link that names an `outwardIssue`, and the target of one that names an `inwardIssue`. */
function newLink(call: Call, value: unknown): NewLink {
  const { type: wanted, outwardIssue, inwardIssue } = parseBody(LinkBody, value);
  const type = requireLinkType(call, wanted);
  const other = requireLinked(call, outwardIssue ?? inwardIssue ?? {});
  return (issue) => {
    const project = call.store.projectOf(issue);
    if (!can(call.store, call.caller, 'LINK_ISSUES', project)) throw notOnScreen('issuelinks');
    return outwardIssue === undefined
      ? { type, source: other, target: issue }
      : { type, source: issue, target: other };
  };
}
