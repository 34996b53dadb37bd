import type { Caller } from '../seams';
import type { Changes } from './changes';
import type { HistoryItem, Issue, IssueLink, LinkType } from './model';
import type { Store } from './store';

export interface LinkDraft {
  readonly type: LinkType;
  readonly source: Issue;
  readonly target: Issue;
}

/**
 * Links two issues: both have it in their histories, and Forge tells of the link alone. One that is there already is made no
 * second time.
 */
export function addLink(
  store: Store,
  changes: Changes,
  by: Caller,
  { type, source, target }: LinkDraft,
): void {
  const isThere = source.links.some((each) => each.typeId === type.id && each.targetId === target.id);
  if (isThere) return;
  const id = store.nextId('link', 10_000);
  const link: IssueLink = { id, typeId: type.id, sourceId: source.id, targetId: target.id };
  store.links.set(id, link);
  source.links.push(link);
  target.links.push(link);
  changes.note(by, source, [item(null, text(type.outward, target))]);
  changes.note(by, target, [item(null, text(type.inward, source))]);
  changes.tell(by, (events) => events.linkCreated(link));
}

export function deleteLink(store: Store, changes: Changes, by: Caller, link: IssueLink): void {
  removeLink(store, changes, by, link);
  changes.tell(by, (events) => events.linkDeleted(link));
}

/** As a part of something greater that is told of. */
export function removeLink(store: Store, changes: Changes, by: Caller, link: IssueLink): void {
  const type = store.linkType(link.typeId);
  store.links.delete(link.id);
  const [source, target] = [store.issues.get(link.sourceId), store.issues.get(link.targetId)];
  for (const issue of [source, target]) issue?.links.splice(issue.links.indexOf(link), 1);
  if (source === undefined || target === undefined) return;
  changes.note(by, source, [item(text(type.outward, target), null)]);
  changes.note(by, target, [item(text(type.inward, source), null)]);
}

interface Text {
  readonly key: string;
  readonly sentence: string;
}

const text = (relation: string, { key }: Issue): Text => ({ key, sentence: `This issue ${relation} ${key}` });

/** As seen on a real site: without an id of a field. */
function item(from: Text | null, to: Text | null): HistoryItem {
  return {
    field: 'Link',
    fieldtype: 'jira',
    from: from?.key ?? null,
    fromString: from?.sentence ?? null,
    to: to?.key ?? null,
    toString: to?.sentence ?? null,
  };
}
