import { kindOf } from '../../../src/adapters/jira/field-kind';
import type { FieldSchema } from '../../../src/adapters/jira/field-shape';
import type { FieldKind } from '../../../src/domain/agreement/known-field';

const plugin = 'com.atlassian.jira.plugin.system.customfieldtypes';

describe('to definitions', () => {
  it.each<[string, FieldSchema, FieldKind]>([
    ['the due date', { type: 'date', system: 'duedate' }, 'date'],
    ['a date with a time', { type: 'datetime', custom: `${plugin}:datetime` }, 'instant'],
    ['an estimate', { type: 'number', system: 'timeoriginalestimate' }, 'number'],
    ['a text', { type: 'string', custom: `${plugin}:textfield` }, 'text'],
    ['labels', { type: 'array', items: 'string', system: 'labels' }, 'label'],
    ['the reporter', { type: 'user', system: 'reporter' }, 'person'],
    ['several people', { type: 'array', items: 'user', custom: `${plugin}:multiuserpicker` }, 'person'],
    ['an option', { type: 'option', custom: `${plugin}:select` }, 'numbered'],
    ['an option below another', { type: 'option-with-child' }, 'numbered'],
    ['several options', { type: 'array', items: 'option', custom: `${plugin}:multiselect` }, 'numbered'],
    ['components', { type: 'array', items: 'component', system: 'components' }, 'numbered'],
    ['versions', { type: 'array', items: 'version', system: 'fixVersions' }, 'numbered'],
    ['organisations', { type: 'array', items: 'sd-customerorganization' }, 'numbered'],
    ['assets', { type: 'array', items: 'cmdb-object-field' }, 'other'],
    ['a group', { type: 'group', custom: `${plugin}:grouppicker` }, 'other'],
  ])('%s is of its kind', (_name, schema, kind) => {
    expect(kindOf(schema)).toBe(kind);
  });

  it.each<[string, FieldSchema]>([
    ['the last update', { type: 'datetime', system: 'updated' }],
    ['votes', { type: 'votes', system: 'votes' }],
    [
      'a clock of Jira’s own',
      { type: 'sd-servicelevelagreement', custom: 'com.atlassian.servicedesk:sd-sla-field' },
    ],
  ])('%s, whose past Jira does not keep, is nothing', (_name, schema) => {
    expect(kindOf(schema)).toBeUndefined();
  });
});
