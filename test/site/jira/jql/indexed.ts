import type { IndexedProperty, Issue } from '../model';
import type { JqlContext } from './context';
import { choice, momentsOf, numbers, orderedList, prose, wrongFunction } from './kinds';
import type { JqlField, Resolve } from './kinds';
import { people } from './people';
import { propertyValues } from './property';
import type { FieldRef } from './syntax';

/** `2021-05-15`, or with a time to the second and its offset. What is written otherwise is not indexed. */
const indexedDate = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}(?:Z|[+-]\d{2}:\d{2}))?$/;

/** A path of an issue property that the app has indexed, by its name in JQL; in any case, as fields are. */
export function aliasedField(name: string, context: JqlContext): JqlField | undefined {
  const wanted = name.toLowerCase();
  const found = context.store.indexedProperties.find(({ alias }) => alias?.toLowerCase() === wanted);
  return found === undefined ? undefined : fieldOfType(found, context);
}

/** The same by its whole name; undefined when the app has not indexed it. */
export function indexedField(
  { key, path }: NonNullable<FieldRef['property']>,
  context: JqlContext,
): JqlField | undefined {
  const found = context.store.indexedProperties.find(
    (each) => each.propertyKey === key && each.path === path,
  );
  return found === undefined ? undefined : fieldOfType(found, context);
}

/**
 * Its type says what may be asked: numbers and dates are compared and sorted, strings are equal or not, texts are found by
 * their words. A value of another type is not indexed.
 * @see https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-entity-property/#jql-examples-by-type
 */
function fieldOfType({ propertyKey, path, type }: IndexedProperty, context: JqlContext): JqlField {
  const texts = (issue: Issue): readonly string[] =>
    propertyValues(issue, propertyKey, path).filter((value) => typeof value === 'string');
  switch (type) {
    case 'number':
      return orderedList(
        (issue) => propertyValues(issue, propertyKey, path).filter((value) => typeof value === 'number'),
        numbers,
      );
    case 'date':
      return orderedList((issue) => texts(issue).flatMap(instantsIn), dates(context), { descends: true });
    case 'string':
      return choice(texts, exactly);
    case 'text':
      return prose(texts, ['~', '!~', 'is', 'is not']);
    case 'user':
      return people(context, (issue) => texts(issue)[0] ?? null);
  }
}

/** None or one; a day alone is its midnight in UTC. */
function instantsIn(text: string): number[] {
  const instant = indexedDate.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(instant) ? [] : [instant];
}

/** Dates of queries as everywhere, and instants with their offset as they are indexed. */
function dates(context: JqlContext): Resolve<number> {
  const moments = momentsOf(context);
  return (value, name) => {
    const [instant] = value.kind === 'value' && value.text.includes('T') ? instantsIn(value.text) : [];
    return instant === undefined ? moments(value, name) : [instant];
  };
}

const exactly: Resolve<string> = (value, name) => {
  if (value.kind === 'function') throw wrongFunction(value, name);
  return [value.text];
};
