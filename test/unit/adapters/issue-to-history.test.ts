import * as v from 'valibot';
import { issueToHistory } from '../../../src/adapters/jira/issue-to-history';
import {
  changeHistorySchema,
  issueSchema,
  jiraInstant,
  type ChangeHistory,
  type Comment,
} from '../../../src/adapters/jira/schemas';
import { inOrder, type Fact, type History } from '../../../src/domain/timer/history';
import { at } from '../../support/builders';
import { siteWith } from '../../support/jira-fields';

const asIs = {
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
    resolution: null,
  },
  changelog: { histories: [] },
};

interface Read {
  readonly histories?: readonly ChangeHistory[];
  readonly comments?: readonly Comment[];
  readonly asked?: readonly string[];
  readonly fields?: Readonly<Record<string, unknown>>;
}

function read({ histories = [], comments = [], asked = [], fields = {} }: Read): History {
  const issue = v.parse(issueSchema, { ...asIs, fields: { ...asIs.fields, ...fields } });
  return issueToHistory(issue, histories, comments, { site: siteWith(), asked });
}

const factsOf = (given: Read): readonly Fact[] => inOrder(read(given).facts);

const item = (field: string, from: string | null, to: string | null) => ({
  field,
  fieldId: field,
  from,
  to,
  fromString: from && `name ${from}`,
  toString: to && `name ${to}`,
});
const history = (id: string | number, created: string | number, items: unknown[]): ChangeHistory =>
  v.parse(changeHistorySchema, { id, created, items });

const newestFirst = [
  history('22', '2026-11-18T11:45:00.000+0100', [item('priority', '3', '1')]),
  history('9', '2026-11-18T11:00:00.000+0100', [item('status', '1', '3'), item('assignee', null, 'alex')]),
];

describe('a Jira issue as a history', () => {
  it('has the values at creation derived backwards from the changelog (rule 9)', () => {
    const [first] = factsOf({ histories: newestFirst, asked: ['labels'] });
    expect(first).toEqual({
      id: 'issue/10042',
      kind: 'created',
      at: at('2026-11-18T09:30Z'),
      fields: {
        status: ['1'],
        priority: ['3'],
        assignee: [],
        reporter: ['casey'],
        project: ['10000'],
        resolution: [],
        issuetype: [],
        labels: ['vip', 'hardware'],
      },
    });
  });

  it('is the same whichever end the changelog is read from, doubled, and whether times are text or numbers', () => {
    const oldestFirst = [
      history(9, Date.parse('2026-11-18T10:00Z'), [item('status', '1', '3'), item('assignee', null, 'alex')]),
      history('22', '2026-11-18T10:45:00.000Z', [item('priority', '3', '1')]),
    ];
    const once = factsOf({ histories: newestFirst });
    expect(factsOf({ histories: oldestFirst })).toEqual(once);
    expect(factsOf({ histories: [...oldestFirst, ...newestFirst] })).toEqual(once);
  });

  it('keeps what one person did at once together (rule 11)', () => {
    expect(factsOf({ histories: newestFirst })[1]).toEqual({
      id: 'change/9',
      kind: 'changed',
      at: at('2026-11-18T10:00Z'),
      changes: [
        { field: 'status', from: ['1'], to: ['3'] },
        { field: 'assignee', from: [], to: ['alex'] },
      ],
    });
  });

  it('orders changes of the same instant by their number, not by its digits', () => {
    const sameInstant = [
      history('10', '2026-11-18T11:00:00.000+0100', [item('status', '2', '3')]),
      history('9', '2026-11-18T11:00:00.000+0100', [item('status', '1', '2')]),
    ];
    const given = { histories: sameInstant, asked: ['status'] };
    expect(factsOf(given).map(({ id }) => id)).toEqual(['issue/10042', 'change/9', 'change/10']);
    expect(factsOf(given)[0]).toMatchObject({ fields: { status: ['1'] } });
    expect(read(given).gap).toBeUndefined();
  });

  it('leaves out what nobody asks about', () => {
    const histories = [
      history('1', '2026-11-18T11:00:00.000+0100', [item('summary', null, null), item('Rank', '', '')]),
    ];
    expect(factsOf({ histories })).toHaveLength(1);
    expect(factsOf({ histories, asked: ['summary'] })).toHaveLength(2);
  });

  it('follows labels, of which the changelog has only the text', () => {
    const label = { field: 'labels', fieldId: 'labels', from: null, to: null };
    const histories = [
      history('1', '2026-11-18T11:00:00.000+0100', [
        { ...label, fromString: 'vip', toString: 'vip hardware' },
      ]),
    ];
    expect(factsOf({ histories, asked: ['labels'] })).toMatchObject([
      { fields: { labels: ['vip'] } },
      { changes: [{ field: 'labels', from: ['vip'], to: ['vip', 'hardware'] }] },
    ]);
  });

  it('does not begin before the issue was created, and keeps what was imported in the order it happened', () => {
    const imported = [
      history('8', '2020-01-01T00:00:00.000+0000', [item('status', '2', '3')]),
      history('9', '2019-01-01T00:00:00.000+0000', [item('status', '1', '2')]),
    ];
    const facts = factsOf({ histories: imported });
    expect(facts.map(({ id }) => id)).toEqual(['issue/10042', 'change/9', 'change/8']);
    expect(new Set(facts.map((fact) => fact.at)).size).toBe(1);
  });

  it('goes on when the issue is moved to another project, which maps its status (g19)', () => {
    const moved = history('30', '2026-11-18T11:30:00.000+0100', [
      { field: 'Key', from: null, fromString: 'OLD-7', to: null, toString: 'NEW-1' },
      { field: 'project', fieldId: 'project', from: '9000', fromString: 'Old', to: '10000', toString: 'New' },
      item('status', '10', '1'),
      { field: 'Workflow', from: '5', fromString: 'Old', to: '6', toString: 'New' },
    ]);
    const before = history('29', '2026-11-18T11:00:00.000+0100', [item('status', '11', '10')]);
    const after = history('31', '2026-11-18T11:40:00.000+0100', [item('status', '1', '3')]);
    const given = { histories: [after, moved, before], asked: ['status', 'project'] };
    expect(factsOf(given)).toMatchObject([
      { fields: { status: ['11'], project: ['9000'] } },
      { id: 'change/29' },
      {
        id: 'change/30',
        changes: [
          { field: 'status', from: ['10'], to: ['1'] },
          { field: 'project', from: ['9000'], to: ['10000'] },
        ],
      },
      { id: 'change/31' },
    ]);
    expect(read(given).gap).toBeUndefined();
  });

  it('of a clone starts anew: its changelog only says what it was cloned from (g19)', () => {
    const histories = [
      history('40', '2026-11-18T10:30:00.000+0100', [
        { field: 'Link', from: null, fromString: null, to: 'OLD-7', toString: 'This work item clones OLD-7' },
      ]),
    ];
    expect(factsOf({ histories, asked: ['status'] })).toMatchObject([
      { kind: 'created', fields: { status: ['3'] } },
    ]);
  });

  it('knows a status by its id, whatever it was called and in whatever language', () => {
    const status = { field: 'status', fieldId: 'status' };
    const histories = [
      history('1', '2026-11-18T10:40:00.000+0100', [
        { ...status, from: '1', fromString: 'Open', to: '3', toString: 'In Development' },
      ]),
      history('2', '2026-11-18T10:50:00.000+0100', [
        { ...status, from: '3', fromString: '进行中', to: '1', toString: '打开' },
      ]),
      history('3', '2026-11-18T10:55:00.000+0100', [
        { ...status, from: '1', fromString: 'Offen', to: '3', toString: 'Active' },
      ]),
    ];
    expect(read({ histories, asked: ['status'] }).gap).toBeUndefined();
  });

  it('survives items of kinds that nobody knows', () => {
    const odd = { field: 'status', fieldId: 'status', from: { id: 1 }, fromString: ['?'], to: '3' };
    const histories = [history('1', '2026-11-18T10:40:00.000+0100', [odd, { field: 'x' }])];
    expect(factsOf({ histories })[1]).toMatchObject({
      changes: [{ field: 'status', from: [], to: ['3'] }],
    });
  });
});

describe('a history with a hole (rule 21)', () => {
  const broken = [history('9', '2026-11-18T11:00:00.000+0100', [item('status', '1', '7')])];

  it('names the field whose changes do not lead to what the issue holds', () => {
    expect(read({ histories: broken, asked: ['priority', 'status'] }).gap).toEqual({ field: 'status' });
  });

  it('has none where no condition asks about that field', () => {
    expect(read({ histories: broken, asked: ['priority'] }).gap).toBeUndefined();
  });

  it('has none where the issue no longer shows the field', () => {
    const fields = { priority: undefined };
    const histories = [history('9', '2026-11-18T11:00:00.000+0100', [item('priority', '1', '7')])];
    expect(read({ histories, fields, asked: ['priority'] }).gap).toBeUndefined();
  });

  it('is first of all one that could not be read', () => {
    const issue = v.parse(issueSchema, asIs);
    const read = issueToHistory(issue, broken, [], { site: siteWith(), asked: ['status'], gap: 'comments' });
    expect(read.gap).toBe('comments');
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
