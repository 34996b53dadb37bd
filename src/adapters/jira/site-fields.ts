import { asApp, getAppContext, route } from '@forge/api';
import * as v from 'valibot';
import type { FieldKind } from '../../domain/agreement/known-field';
import type { FieldId } from '../../domain/timer/history';
import { answerOf } from './answer';
import { kindOf } from './field-kind';
import { fieldSchema, shapeOf, USUAL_FIELDS, type FieldShape } from './field-shape';
import { ownModule } from './own-module';

/** What the app knows of the fields of a site. */
export interface SiteFields {
  shapeOf(field: FieldId): FieldShape;
  /** Undefined for a field that the site does not list, or of which Jira keeps no past. */
  kindOf(field: FieldId): FieldKind | undefined;
  /** The field that holds the participants of a request; its id differs between sites, and some have none. */
  readonly participants: FieldId | undefined;
  /** What Jira calls each field, by its id. */
  readonly names: ReadonlyMap<FieldId, string>;
  /** The app's own; undefined where Jira does not list them all, as when an administrator has put one into the bin. */
  readonly own: OwnFields | undefined;
}

/** Keys of modules in the manifest: the app knows its fields by nothing else. */
const ownModules = { due: 'sla-due', state: 'sla-state', agreement: 'sla-agreement' } as const;
export type OwnFields = { readonly [Name in keyof typeof ownModules]: FieldId };

const PARTICIPANTS = 'com.atlassian.servicedesk:sd-request-participants';

const fieldsSchema = v.array(
  v.object({
    id: v.string(),
    name: v.fallback(v.string(), ''),
    schema: v.fallback(v.nullish(fieldSchema), null),
  }),
);

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
  const own = ownFields(new Map(fields.map(({ id, schema }) => [schema?.custom, id])));
  const isOwn = (field: FieldId): boolean => own !== undefined && Object.values(own).includes(field);
  const shapes = new Map(fields.map(({ id, schema }) => [id, schema ? shapeOf(schema) : 'other']));
  const kinds = new Map(fields.map(({ id, schema }) => [id, schema ? kindOf(schema) : 'other']));
  return {
    // What follows from timers must not become a condition of timers.
    kindOf: (field) => (isOwn(field) ? undefined : kinds.get(field)),
    shapeOf: (field) => shapes.get(field) ?? USUAL_FIELDS[field] ?? 'other',
    participants: fields.find(({ schema }) => schema?.custom === PARTICIPANTS)?.id,
    names: new Map(fields.map(({ id, name }) => [id, name || id])),
    own,
  };
}

/** @param byType the ids of fields by their type, which for a field of an app is the ARI of its module. */
function ownFields(byType: ReadonlyMap<string | null | undefined, FieldId>): OwnFields | undefined {
  const fieldOf = (module: string): FieldId | undefined => byType.get(ownModule(module));
  const { due, state, agreement } = ownModules;
  const own = { due: fieldOf(due), state: fieldOf(state), agreement: fieldOf(agreement) };
  return isWhole(own) ? own : undefined;
}

const isWhole = (own: { readonly [Name in keyof OwnFields]: FieldId | undefined }): own is OwnFields =>
  Object.values(own).every((id) => id !== undefined);
