import * as v from 'valibot';
import { shapeOf, type FieldSchema, type FieldShape } from '../../../src/adapters/jira/field-shape';
import { changeHistorySchema } from '../../../src/adapters/jira/schemas';
import { changedValue, fieldValue } from '../../../src/adapters/jira/value-ids';

const plugin = 'com.atlassian.jira.plugin.system.customfieldtypes';

/** What Jira's changelog says on one side of a change. */
interface Written {
  readonly id: string | null;
  readonly shown: string | null;
  readonly tmp?: string;
}

function said(written: Written, shape: FieldShape) {
  const [item] = v.parse(changeHistorySchema, {
    id: '1',
    created: 0,
    items: [
      {
        field: 'Field',
        from: written.id,
        fromString: written.shown,
        ...(written.tmp && { tmpFromAccountId: written.tmp }),
      },
    ],
  }).items;
  return changedValue(item!, 'from', shape).value;
}

/** A value on the issue, and in the changelog. */
type Both = [onIssue: unknown, inChangelog: Written];

const printer = { id: '20664', value: 'Hardware (old)', child: { id: '20681', value: 'Printer (2)' } };
const doc = (...texts: string[]) => ({
  type: 'doc',
  version: 1,
  content: [{ type: 'paragraph', content: texts.map((text) => ({ type: 'text', text })) }],
});

describe('a field’s value and what the changelog says of it are the same ids', () => {
  it.each<[string, FieldSchema, Both, string[]]>([
    [
      'status',
      { type: 'status' },
      [
        { id: '3', name: 'Active' },
        { id: '3', shown: 'In Development' },
      ],
      ['3'],
    ],
    [
      'option',
      { type: 'option' },
      [
        { id: '10', value: 'VIP' },
        { id: '10', shown: 'VIP' },
      ],
      ['10'],
    ],
    [
      'option with one below it',
      { type: 'option-with-child' },
      [
        printer,
        { id: null, shown: 'Parent values: Hardware (old)(20664)Level 1 values: Printer (2)(20681)' },
      ],
      ['20664', '20681'],
    ],
    [
      'option with none below it',
      { type: 'option-with-child' },
      [
        { id: '20664', value: 'Hardware' },
        { id: null, shown: 'Parent values: Hardware(20664)' },
      ],
      ['20664'],
    ],
    [
      'several options',
      { type: 'array', items: 'option', custom: `${plugin}:multicheckboxes` },
      [[{ id: '10218' }, { id: '10244' }], { id: '[10218, 10244]', shown: 'Fulfilment,Supply' }],
      ['10218', '10244'],
    ],
    [
      'no option of several',
      { type: 'array', items: 'option', custom: `${plugin}:multiselect` },
      [[], { id: '[]', shown: '' }],
      [],
    ],
    [
      'sprints',
      { type: 'array', items: 'json' },
      [[{ id: 38 }, { id: 40 }], { id: '38, 40', shown: 'Sprint 28, Sprint 29' }],
      ['38', '40'],
    ],
    [
      'person',
      { type: 'user' },
      [
        { accountId: '712020:a-1', displayName: 'Alex' },
        { id: '712020:a-1', shown: 'Alex' },
      ],
      ['712020:a-1'],
    ],
    [
      'person by the key of old',
      { type: 'user' },
      [{ accountId: '712020:a-1' }, { id: 'alex', shown: 'Alex', tmp: '712020:a-1' }],
      ['712020:a-1'],
    ],
    [
      'several people',
      { type: 'array', items: 'user' },
      [
        [{ accountId: '712020:a' }, { accountId: 'qm:b' }],
        { id: '[712020:a, qm:b]', shown: '[Alex, Robin]' },
      ],
      ['712020:a', 'qm:b'],
    ],
    [
      'organisations',
      { type: 'array', items: 'sd-customerorganization' },
      [[{ id: '1', name: 'Acme' }], { id: '1', shown: 'Acme' }],
      ['1'],
    ],
    [
      'version',
      { type: 'array', items: 'version', system: 'fixVersions' },
      [[{ id: '10026', name: 'SaaS' }], { id: '10026', shown: 'SaaS' }],
      ['10026'],
    ],
    [
      'labels',
      { type: 'array', items: 'string', system: 'labels' },
      [['vip', 'hardware'], { id: null, shown: 'vip hardware' }],
      ['vip', 'hardware'],
    ],
    [
      'labels of one’s own',
      { type: 'array', items: 'string', custom: `${plugin}:labels` },
      [['vip'], { id: '', shown: 'vip' }],
      ['vip'],
    ],
    ['number', { type: 'number' }, [3, { id: null, shown: '3.0' }], ['3']],
    [
      'date',
      { type: 'date' },
      ['2025-03-09', { id: '2025-03-09', shown: '2025-03-09 00:00:00.0' }],
      ['2025-03-09'],
    ],
    [
      'date without an id',
      { type: 'date' },
      ['2025-03-09', { id: null, shown: '2025-03-09 00:00:00.0' }],
      ['2025-03-09'],
    ],
    [
      'instant',
      { type: 'datetime' },
      ['2026-11-18T10:30:00.000+0100', { id: '2026-11-18T17:30:00.000+0800', shown: '18/Nov/26 5:30 PM' }],
      ['2026-11-18T09:30:00.000Z'],
    ],
    [
      'text',
      { type: 'string' },
      ['Printer on fire', { id: null, shown: 'Printer on fire' }],
      ['Printer on fire'],
    ],
    ['nothing', { type: 'priority' }, [null, { id: null, shown: null }], []],
    ['empty text', { type: 'string' }, ['', { id: '', shown: '' }], []],
  ])('%s', (_name, schema, [value, written], ids) => {
    const shape = shapeOf(schema);
    expect(fieldValue(value, shape)).toEqual(ids);
    expect(said(written, shape)).toEqual(ids);
  });
});

describe('a field’s value', () => {
  it.each<[string, unknown, string[]]>([
    ['a document is its words', doc('Printer ', 'on fire'), ['Printer on fire']],
    ['an empty document is empty', { type: 'doc', version: 1, content: [] }, []],
    ['a request type is its id', { requestType: { id: '11', name: 'Get help' }, currentStatus: {} }, ['11']],
    ['a group is its id', { name: 'jira-users', groupId: 'g-1' }, ['g-1']],
    ['a group without id is its name', { name: 'jira-users' }, ['jira-users']],
    ['Assets objects are their ids', [{ workspaceId: 'w', id: 'w:1', objectId: '1' }], ['w:1']],
    ['a truth value is a word', false, ['false']],
    ['what has no id is not taken for empty', { progress: 0, total: 0 }, ['{"progress":0,"total":0}']],
    ['an object of nothing is empty', {}, []],
    ['a broken document has no words', { type: 'doc', content: [7, null, { type: 'text', text: 7 }] }, []],
  ])('%s', (_name, value, ids) => {
    expect(fieldValue(value, 'other')).toEqual(ids);
  });
});

describe('a change', () => {
  it.each<FieldShape>(['id', 'account', 'ids', 'parts'])(
    'of %s with a name but no id says nothing',
    (shape) => {
      expect(said({ id: null, shown: 'Former user' }, shape)).toBeUndefined();
    },
  );

  it('of an unreadable cascade says nothing', () => {
    expect(said({ id: null, shown: 'Hardware' }, 'cascade')).toBeUndefined();
  });

  it.each<[Written, string[]]>([
    [{ id: '[1, 2]', shown: 'a, b' }, ['1', '2']],
    [{ id: '7', shown: 'seven' }, ['7']],
    [{ id: null, shown: 'ITSM-88' }, ['ITSM-88']],
  ])('of an unknown kind is taken as it comes: %j', (written, ids) => {
    expect(said(written, 'other')).toEqual(ids);
  });

  it.each<[FieldShape, string]>([
    ['number', 'many'],
    ['instant', 'tomorrow'],
  ])('of a %s that is none is taken as text', (shape, shown) => {
    expect(said({ id: null, shown }, shape)).toEqual([shown]);
  });
});
