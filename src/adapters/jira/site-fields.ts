import { asApp, getAppContext, route } from '@forge/api';
import * as v from 'valibot';
import type { FieldKind } from '../../domain/agreement/known-field';
import type { FieldId } from '../../domain/timer/history';
import { answerOf } from './answer';
import { kindOf } from './field-kind';
import { fieldSchema, shapeOf, USUAL_FIELDS, type FieldShape } from './field-shape';

/** What the app knows of the fields of a site. */
export interface SiteFields {
  shapeOf(field: FieldId): FieldShape;
  /** Undefined for a field that the site does not list, or of which Jira keeps no past. */
  kindOf(field: FieldId): FieldKind | undefined;
  /** The field that holds the participants of a request; its id differs between sites, and some have none. */
  readonly participants: FieldId | undefined;
}

const PARTICIPANTS = 'com.atlassian.servicedesk:sd-request-participants';

const fieldsSchema = v.array(v.object({ id: v.string(), schema: v.fallback(v.nullish(fieldSchema), null) }));

const known = new Map<string, SiteFields>();

/**
 * The fields of the site that calls, asked of Jira once per process and site: a warm process may serve several sites. A
 * field that is made later is `other` until the process ends, which is harmless: its values are then matched as they come.
 *
 * @throws JiraUnavailable, JiraRefused
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-fields/#api-rest-api-3-field-get
 */
export async function siteFields(): Promise<SiteFields> {
  return known.get(callingSite()) ?? freshSiteFields();
}

/** The fields of the site that calls as they are now, a field that was made a moment ago among them. */
export async function freshSiteFields(): Promise<SiteFields> {
  const fields = await fieldsFromJira();
  known.set(callingSite(), fields);
  return fields;
}

const callingSite = (): string => getAppContext().installationAri.toString();

async function fieldsFromJira(): Promise<SiteFields> {
  const fields = await answerOf('GET field', asApp().requestJira(route`/rest/api/3/field`), fieldsSchema);
  const shapes = new Map(fields.map(({ id, schema }) => [id, schema ? shapeOf(schema) : 'other']));
  const kinds = new Map(fields.map(({ id, schema }) => [id, schema ? kindOf(schema) : 'other']));
  return {
    kindOf: (field) => kinds.get(field),
    shapeOf: (field) => shapes.get(field) ?? USUAL_FIELDS[field] ?? 'other',
    participants: fields.find(({ schema }) => schema?.custom === PARTICIPANTS)?.id,
  };
}
