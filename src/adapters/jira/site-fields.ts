import { asApp, getAppContext, route } from '@forge/api';
import * as v from 'valibot';
import type { FieldId } from '../../domain/timer/history';
import { answerOf } from './answer';
import { fieldSchema, shapeOf, USUAL_FIELDS, type FieldShape } from './field-shape';

/** What the app knows of the fields of a site. */
export interface SiteFields {
  shapeOf(field: FieldId): FieldShape;
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
  const site = getAppContext().installationAri.toString();
  const fields = known.get(site) ?? (await fieldsFromJira());
  known.set(site, fields);
  return fields;
}

async function fieldsFromJira(): Promise<SiteFields> {
  const fields = await answerOf('GET field', asApp().requestJira(route`/rest/api/3/field`), fieldsSchema);
  const shapes = new Map(fields.map(({ id, schema }) => [id, schema ? shapeOf(schema) : 'other']));
  return {
    shapeOf: (field) => shapes.get(field) ?? USUAL_FIELDS[field] ?? 'other',
    participants: fields.find(({ schema }) => schema?.custom === PARTICIPANTS)?.id,
  };
}
