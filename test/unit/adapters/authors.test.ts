import * as v from 'valibot';
import { issueToHistory } from '../../../src/adapters/jira/issue-to-history';
import { changeHistorySchema, commentSchema, issueSchema } from '../../../src/adapters/jira/schemas';
import { siteWith } from '../../support/jira-fields';

const PARTICIPANTS = 'customfield_10031';

interface On {
  readonly histories?: readonly unknown[];
  readonly participants?: readonly string[];
  readonly assignee?: string;
}

/** Who wrote these comments, and whether the customer sees them; by `kind`, `kind (internal)`. */
function read(
  comments: readonly object[],
  { histories = [], participants = [], assignee }: On = {},
): string[] {
  const issue = v.parse(issueSchema, {
    id: '1',
    fields: {
      created: '2026-11-18T09:00:00.000Z',
      updated: '2026-11-18T12:00:00.000Z',
      project: { id: '10000' },
      reporter: { accountId: 'casey' },
      assignee: assignee ? { accountId: assignee } : null,
      [PARTICIPANTS]: participants.map((accountId) => ({ accountId })),
    },
    changelog: { histories: [] },
  });
  const site = siteWith({ [PARTICIPANTS]: { type: 'array', items: 'user' } }, PARTICIPANTS);
  const given = comments.map((comment, index) => ({
    id: String(index),
    created: '2026-11-18T10:00:00.000Z',
    ...comment,
  }));
  const { facts } = issueToHistory(
    issue,
    v.parse(v.array(changeHistorySchema), histories),
    v.parse(v.array(commentSchema), given),
    { site, asked: [] },
  );
  return facts.flatMap((fact) =>
    fact.kind === 'commented' ? `${fact.by}${fact.public ? '' : ' (internal)'}` : [],
  );
}

const by = (accountId: string, accountType?: string | null) => ({
  author: { accountId, ...(accountType !== undefined && { accountType }) },
});
const at = (time: string) => ({ created: `2026-11-18T${time}:00.000Z` });

describe('a comment is written by', () => {
  it.each<[string, object, string]>([
    ['an agent', by('alex', 'atlassian'), 'agent'],
    ['the reporter, who may be an agent elsewhere', by('casey', 'atlassian'), 'customer'],
    ['a customer of the portal', by('qm:robin', 'customer'), 'customer'],
    ['an app, such as Automation for Jira', by('557058:automation', 'app'), 'automation'],
    ['an account of which nothing is known', by('gone', 'unknown'), 'customer'],
    ['an account without a type', by('gone'), 'customer'],
    ['an account with a type that is new', by('gone', 'robot'), 'customer'],
    ['an account that was lost in an import', by('unknown', null), 'customer'],
    ['somebody without an account', {}, 'customer'],
    ['somebody whose account Jira does not tell', { author: null }, 'customer'],
    ['somebody of whom Jira tells something new', { author: 'Former user' }, 'customer'],
    ['somebody with nothing but a name', { author: { displayName: 'Former user' } }, 'customer'],
  ])('%s', (_name, comment, expected) => {
    expect(read([comment])).toEqual([expected]);
  });

  it('an agent whose account is gone, when the issue was once assigned to it', () => {
    const histories = [
      {
        id: '1',
        created: '2026-11-18T11:00:00.000Z',
        items: [
          {
            field: 'assignee',
            fieldId: 'assignee',
            from: 'gone',
            fromString: 'Former user',
            to: 'alex',
            toString: 'Alex',
          },
        ],
      },
    ];
    expect(read([by('gone', 'unknown')], { histories, assignee: 'alex' })).toEqual(['agent']);
    expect(read([by('gone', 'unknown')], { assignee: 'gone' })).toEqual(['agent']);
  });

  it('an agent whose account is gone, when it wrote internal notes', () => {
    const note = { ...by('gone', 'unknown'), jsdPublic: false };
    expect(read([by('gone', 'unknown'), note])).toEqual(['agent', 'agent (internal)']);
  });
});

describe('the reporter of a comment’s instant counts', () => {
  const histories = [
    {
      id: '1',
      created: '2026-11-18T10:00:00.000Z',
      items: [
        {
          field: 'reporter',
          fieldId: 'reporter',
          from: 'alex',
          fromString: 'Alex',
          to: 'casey',
          toString: 'Casey',
        },
      ],
    },
  ];

  it.each([
    ['alex', '09:59', 'customer'],
    ['alex', '10:00', 'agent'],
    ['casey', '09:59', 'agent'],
    ['casey', '10:00', 'customer'],
  ])('%s at %s is a %s', (who, time, expected) => {
    expect(read([{ ...by(who, 'atlassian'), ...at(time) }], { histories })).toEqual([expected]);
  });
});

describe('participants of the request', () => {
  const shared = (from: string | null, to: string | null) => [
    {
      id: '1',
      created: '2026-11-18T10:00:00.000Z',
      items: [
        {
          field: 'Request participants',
          fieldId: PARTICIPANTS,
          from,
          fromString: from && 'A',
          to,
          toString: to && 'B',
        },
      ],
    },
  ];
  const before = { ...by('sam', 'atlassian'), ...at('09:30') };
  const after = { ...by('sam', 'atlassian'), ...at('10:30') };

  it('are customers', () => {
    expect(read([before], { participants: ['sam'] })).toEqual(['customer']);
  });

  it('are customers from when they were added, where the changelog says so', () => {
    const on = { histories: shared('[robin]', '[robin, sam]'), participants: ['sam', 'robin'] };
    expect(read([before, after], on)).toEqual(['agent', 'customer']);
  });

  it('are customers until they were removed', () => {
    expect(read([before, after], { histories: shared('[sam]', null) })).toEqual(['customer', 'agent']);
  });

  it.each([
    ['names somebody else', shared('[robin]', '[robin, kim]')],
    ['has no ids', shared(null, null)],
    ['is not there', []],
  ])('are those of now for all time where the changelog %s', (_name, histories) => {
    expect(read([before, after], { histories, participants: ['sam'] })).toEqual(['customer', 'customer']);
  });
});

describe('the customer sees', () => {
  const mark = (value: unknown) => ({ properties: [{ key: 'sd.public.comment', value }] });
  it.each<[string, object, boolean]>([
    ['a public comment', { jsdPublic: true }, true],
    ['no internal note', { jsdPublic: false }, false],
    ['a comment where Jira does not say', {}, true],
    ['no comment that is marked as internal', mark({ internal: true }), false],
    ['a comment that is marked as public', mark({ internal: false }), true],
    ['a comment with another mark', mark('internal'), true],
    ['a comment with properties that nobody knows', { properties: 'none' }, true],
    [
      'no comment that is kept to a role',
      { jsdPublic: true, visibility: { type: 'role', value: 'Agents' } },
      false,
    ],
    ['no comment that is kept to a group', { visibility: { type: 'group', value: 'staff' } }, false],
    ['a comment that is kept to nobody', { jsdPublic: true, visibility: null }, true],
    [
      'what was public when it was written, although it was edited',
      { jsdPublic: true, updated: '2026-11-19T10:00:00.000Z' },
      true,
    ],
  ])('%s', (_name, comment, seen) => {
    expect(read([{ ...by('alex', 'atlassian'), ...comment }])).toEqual([seen ? 'agent' : 'agent (internal)']);
  });
});

it('a comment happened when it was first written, whenever it was edited', () => {
  const comment = v.parse(commentSchema, {
    id: '1',
    created: '2026-11-18T10:00:00.000Z',
    updated: '2026-11-19T10:00:00.000Z',
  });
  expect(comment.created).toBe(Date.parse('2026-11-18T10:00Z'));
});
