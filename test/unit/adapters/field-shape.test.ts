import { shapeOf, type FieldSchema, type FieldShape } from '../../../src/adapters/jira/field-shape';

describe('how a field writes its values follows from its schema', () => {
  it.each<[FieldSchema, FieldShape]>([
    [{ type: 'priority', system: 'priority' }, 'id'],
    [{ type: 'user', system: 'assignee' }, 'account'],
    [{ type: 'array', items: 'version', system: 'fixVersions' }, 'parts'],
    [{ type: 'array', items: 'component', system: 'components' }, 'parts'],
    [{ type: 'array', items: 'string', system: 'labels' }, 'words'],
    [{ type: 'array', items: 'string', custom: 'com.atlassian.jira.plugin.system:labels' }, 'words'],
    [{ type: 'array', items: 'string', custom: 'com.example:list' }, 'other'],
    [{ type: 'array', items: 'option', custom: 'com.atlassian.jira.plugin.system:multiselect' }, 'ids'],
    [{ type: 'array', items: 'user', custom: 'com.atlassian.servicedesk:sd-request-participants' }, 'ids'],
    [{ type: 'option-with-child', custom: 'com.atlassian.jira.plugin.system:cascadingselect' }, 'cascade'],
    [{ type: 'sd-customerrequesttype', custom: 'com.atlassian.servicedesk:vp-origin' }, 'other'],
  ])('%j', (schema, shape) => {
    expect(shapeOf(schema)).toBe(shape);
  });
});
