import * as v from 'valibot';
import { fieldValue, issueToHistory } from '../../../src/adapters/jira/issue-to-history';
import {
  changeHistorySchema,
  commentSchema,
  issueSchema,
  jiraInstant,
} from '../../../src/adapters/jira/schemas';
import { inOrder } from '../../../src/domain/timer/history';
import { at } from '../../support/builders';

const issue = v.parse(issueSchema, {
  id: '10042',
  fields: {
    created: '2026-11-18T10:30:00.000+0100',
    updated: '2026-11-18T12:00:00.000+0100',
    project: { id: '10000' },
    reporter: { accountId: 'casey' },
    status: { id: '3', name: 'Active' },
    priority: { id: '1', name: 'Critical' },
    assignee: { accountId: 'alex' },
    labels: ['vip', 'hardware'],
  },
  changelog: { histories: [] },
});

const item = (field: string, from: string | null, to: string | null) => ({
  field,
  fieldId: field,
  from,
  to,
  fromString: from && `name ${from}`,
  toString: to && `name ${to}`,
});
const history = (id: string, created: string | number, items: unknown[]) =>
  v.parse(changeHistorySchema, { id, created, items });

const newestFirst = [
  history('22', '2026-11-18T11:45:00.000+0100', [item('priority', '3', '1')]),
  history('9', '2026-11-18T11:00:00.000+0100', [item('status', '1', '3'), item('assignee', null, 'alex')]),
];

describe('a Jira issue as a history', () => {
  it('has the values at creation derived backwards from the changelog (rule 9)', () => {
    const [first] = inOrder(
      issueToHistory(issue, newestFirst, [], { fields: ['status', 'priority', 'assignee'] }).facts,
    );
    expect(first).toEqual({
      id: 'issue/10042',
      kind: 'created',
      at: at('2026-11-18T09:30Z'),
      fields: { status: ['1'], priority: ['3'], assignee: [] },
    });
  });

  it('is the same whichever end the changelog is read from, and whether its times are text or numbers', () => {
    const oldestFirst = [
      history('9', Date.parse('2026-11-18T10:00Z'), [
        item('status', '1', '3'),
        item('assignee', null, 'alex'),
      ]),
      history('22', Date.parse('2026-11-18T10:45Z'), [item('priority', '3', '1')]),
    ];
    const fields = ['status', 'priority', 'assignee'];
    expect(inOrder(issueToHistory(issue, oldestFirst, [], { fields }).facts)).toEqual(
      inOrder(issueToHistory(issue, newestFirst, [], { fields }).facts),
    );
  });

  it('keeps what one person did at once together (rule 11)', () => {
    const facts = inOrder(issueToHistory(issue, newestFirst, [], { fields: ['status'] }).facts);
    expect(facts[1]).toMatchObject({
      kind: 'changed',
      changes: [
        { field: 'status', from: ['1'], to: ['3'] },
        { field: 'assignee', from: [], to: ['alex'] },
      ],
    });
  });

  it('orders changes of the same instant by their number, not by its digits', () => {
    const sameInstant = ['10', '9'].map((id) =>
      history(id, '2026-11-18T11:00:00.000+0100', [item('status', '1', '3')]),
    );
    expect(inOrder(issueToHistory(issue, sameInstant, [], { fields: [] }).facts).map(({ id }) => id)).toEqual(
      ['issue/10042', 'change/9', 'change/10'],
    );
  });

  it('tells agents, customers and automation apart', () => {
    const comments = [
      {
        id: '1',
        created: '2026-11-18T11:00:00.000+0100',
        author: { accountId: 'alex', accountType: 'atlassian' },
        jsdPublic: true,
      },
      {
        id: '2',
        created: '2026-11-18T11:01:00.000+0100',
        author: { accountId: 'alex', accountType: 'atlassian' },
        jsdPublic: false,
      },
      {
        id: '3',
        created: '2026-11-18T11:02:00.000+0100',
        author: { accountId: 'robin', accountType: 'customer' },
        jsdPublic: true,
      },
      {
        id: '4',
        created: '2026-11-18T11:03:00.000+0100',
        author: { accountId: 'casey', accountType: 'atlassian' },
        jsdPublic: true,
      },
      {
        id: '5',
        created: '2026-11-18T11:04:00.000+0100',
        author: { accountId: 'bot', accountType: 'app' },
        jsdPublic: true,
      },
    ].map((comment) => v.parse(commentSchema, comment));
    const facts = inOrder(issueToHistory(issue, [], comments, { fields: [] }).facts).slice(1);
    expect(facts.map((fact) => fact.kind === 'commented' && [fact.by, fact.public])).toEqual([
      ['agent', true],
      ['agent', false],
      ['customer', true],
      ['customer', true],
      ['automation', true],
    ]);
  });

  it('does not begin before the issue was created', () => {
    const imported = [history('1', '2020-01-01T00:00:00.000+0000', [item('status', '1', '3')])];
    const [first, second] = inOrder(issueToHistory(issue, imported, [], { fields: ['status'] }).facts);
    expect([first?.kind, second?.at]).toEqual(['created', first?.at]);
  });
});

describe('a field value', () => {
  it.each([
    [null, []],
    ['', []],
    [{ id: '10', name: 'High' }, ['10']],
    [{ accountId: 'alex' }, ['alex']],
    [
      ['a', 'b'],
      ['a', 'b'],
    ],
    [
      [{ id: 1 }, { id: 2 }],
      ['1', '2'],
    ],
    [5, ['5']],
  ])('%j is %j', (value, ids) => {
    expect(fieldValue(value)).toEqual(ids);
  });
});

describe('a point in time', () => {
  it.each([
    '2026-11-18T10:30:00.000+0100',
    '2026-11-18T10:30:00.000+01:00',
    '2026-11-18T09:30:00.000Z',
    Date.parse('2026-11-18T09:30Z'),
  ])('is read from %s', (text) => {
    expect(v.parse(jiraInstant, text)).toBe(at('2026-11-18T09:30Z'));
  });

  it.each(['yesterday', '', Number.NaN, '9999-12-31T00:00:00.000+0000', -1e15])(
    'is refused in %s',
    (text) => {
      expect(v.safeParse(jiraInstant, text).success).toBe(false);
    },
  );
});
