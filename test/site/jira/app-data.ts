import type { AppData } from '../seams';
import type { Store } from './store';

/** How long Jira keeps the values of a field whose app is gone. */
const remembersMs = 30 * 86_400_000;

/**
 * Makes the fields, indexed properties and permissions of the installed app those of its manifest. A field is known by its module: it keeps
 * its id and values when the manifest says something else of it, or when it comes back within 30 days.
 * @see https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-custom-field/#field-lifecycle
 */
export function provideAppData(
  store: Store,
  now: number,
  { fields, properties, permissions }: AppData,
): void {
  const known = new Map([...store.customFields.values()].map((field) => [field.appKey, field]));
  const wanted = new Set(fields.map(({ ari }) => ari));
  for (const field of known.values()) {
    if (field.appKey === undefined || wanted.has(field.appKey)) continue;
    store.customFields.delete(field.id);
    store.formerFields.set(field.appKey, { field, since: now });
  }
  for (const { ari, ...field } of fields) {
    const former = store.formerFields.get(ari);
    const kept = former !== undefined && now - former.since <= remembersMs ? former.field : undefined;
    const id = (known.get(ari) ?? kept)?.id ?? `customfield_${store.nextId('custom field', 10_500)}`;
    store.formerFields.delete(ari);
    store.customFields.set(id, { id, ...field, options: new Map(), appKey: ari });
  }
  store.indexedProperties = properties;
  store.appPermissions.clear();
  for (const { ari, ...permission } of permissions) {
    // Jira numbers its own only.
    store.appPermissions.set(ari, { key: ari, id: '-1', type: 'PROJECT', ...permission });
  }
}
