import { kindOf } from '../../src/adapters/jira/field-kind';
import { shapeOf, USUAL_FIELDS, type FieldSchema } from '../../src/adapters/jira/field-shape';
import type { SiteFields } from '../../src/adapters/jira/site-fields';

const schemas: Readonly<Record<string, FieldSchema>> = {
  summary: { type: 'string' },
  labels: { type: 'array', items: 'string', system: 'labels' },
  fixVersions: { type: 'array', items: 'version', system: 'fixVersions' },
  customfield_10020: { type: 'array', items: 'json', custom: 'com.pyxis.greenhopper.jira:gh-sprint' },
};

/** A site with the usual fields, those above and `more`. */
export function siteWith(
  more: Readonly<Record<string, FieldSchema>> = {},
  participants?: string,
): SiteFields {
  const all = { ...schemas, ...more };
  return {
    kindOf: (field) => all[field] && kindOf(all[field]),
    shapeOf: (field) => (all[field] ? shapeOf(all[field]) : (USUAL_FIELDS[field] ?? 'other')),
    names: new Map(Object.keys(all).map((field) => [field, field])),
    participants,
    own: undefined,
  };
}
