import { app, TestJira } from './jira-fixture';

let site: TestJira;
beforeEach(() => {
  site = new TestJira();
});

describe('jql/match', () => {
  it('tells for each query which of the issues it would find, or what is wrong with it', async () => {
    for (let at = 0; at < 3; at += 1) site.issue();
    site.now += 60_000;
    const body = {
      issueIds: [10_000, 10_002, 99],
      jqls: ['key in (ITSD-1, ITSD-2)', 'project = ITSD', 'foo = 1', 'project ='],
    };
    expect((await site.ask('POST', 'jql/match', app, body)).body).toEqual({
      matches: [
        { matchedIssues: [10_000], errors: [] },
        { matchedIssues: [10_000, 10_002], errors: [] },
        {
          matchedIssues: [],
          errors: ["Field 'foo' does not exist or you do not have permission to view it."],
        },
        {
          matchedIssues: [],
          errors: [
            'Error in JQL Query: Expecting either a value, list or function before the end of the query.',
          ],
        },
      ],
    });
  });
});

describe('jql/parse', () => {
  it('gives the tree of a query', async () => {
    const query =
      'not status was in (New, EMPTY) after startOfDay(-1) and cf[10050] = a order by key desc, created';
    const { body } = await site.ask('POST', 'jql/parse?validation=none', app, { queries: [query] });
    expect(body).toEqual({
      queries: [
        {
          query,
          structure: {
            where: {
              operator: 'and',
              clauses: [
                {
                  operator: 'not',
                  clauses: [
                    {
                      field: { name: 'status', encodedName: 'status' },
                      operator: 'was in',
                      operand: {
                        values: [{ value: 'New', encodedValue: '"New"' }, { keyword: 'empty' }],
                        encodedOperand: '("New", EMPTY)',
                      },
                      predicates: [
                        {
                          operator: 'after',
                          operand: {
                            function: 'startOfDay',
                            arguments: ['-1'],
                            encodedOperand: 'startOfDay("-1")',
                          },
                        },
                      ],
                    },
                  ],
                },
                {
                  field: { name: 'cf[10050]', encodedName: 'cf[10050]' },
                  operator: '=',
                  operand: { value: 'a', encodedValue: '"a"' },
                },
              ],
            },
            orderBy: {
              fields: [
                { field: { name: 'key', encodedName: 'key' }, direction: 'desc' },
                { field: { name: 'created', encodedName: 'created' } },
              ],
            },
          },
        },
      ],
    });
  });

  it('says what is wrong as strictly as it is asked to', async () => {
    const ask = async (validation: string): Promise<unknown> =>
      (await site.ask('POST', `jql/parse?validation=${validation}`, app, { queries: ['foo = 1', 'foo'] }))
        .body;
    const errors = ["Field 'foo' does not exist or you do not have permission to view it."];
    const unread = { query: 'foo', errors: [expect.stringContaining('Expecting operator')] };
    const structure = expect.any(Object) as unknown;
    expect(await ask('strict')).toEqual({ queries: [{ query: 'foo = 1', errors }, unread] });
    expect(await ask('warn')).toEqual({ queries: [{ query: 'foo = 1', structure, errors }, unread] });
    expect(await ask('none')).toEqual({ queries: [{ query: 'foo = 1', structure }, unread] });
    expect((await site.ask('POST', 'jql/parse?validation=x', app, { queries: ['foo'] })).status).toBe(400);
  });
});
