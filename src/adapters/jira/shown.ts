import * as v from 'valibot';
import type { Shown } from '../../app/ports';
import { PROPERTY_KEY, stateOfProperty } from '../../contract/published-property';
import { publishedWords } from '../../domain/timer/published-state';
import { jiraInstant, type JiraIssue } from './schemas';
import type { OwnFields } from './site-fields';

/** What an issue that was read with the app's fields and property shows of its timers. */
export function shownBy(
  { fields, properties }: Pick<JiraIssue, 'fields' | 'properties'>,
  own: OwnFields | undefined,
): Shown {
  const property = properties?.[PROPERTY_KEY];
  return {
    fields: own
      ? {
          due: held(jiraInstant, fields[own.due]),
          state: held(v.picklist(publishedWords), fields[own.state]),
          agreement: held(v.string(), fields[own.agreement]),
        }
      : null,
    property: property === undefined ? null : stateOfProperty(property),
  };
}

/** Null for an empty field, undefined for a value that is none of the app's. */
function held<Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
): v.InferOutput<Schema> | null | undefined {
  if (value === null || value === undefined) return null;
  const parsed = v.safeParse(schema, value);
  return parsed.success ? parsed.output : undefined;
}
