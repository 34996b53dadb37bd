import fc from 'fast-check';
import { compile } from '../../site/jira/jql/compile';
import { parse } from '../../site/jira/jql/parser';
import { print } from '../../site/jira/jql/print';
import type { Clause, FieldRef, Operand, Predicate, Query, Single } from '../../site/jira/jql/syntax';
import { predicateWords } from '../../site/jira/jql/syntax';
import { agent } from './jira-fixture';
import { JqlSite, londonNoon } from './jql-fixture';

const name = fc.oneof(
  fc.constantFrom('status', 'Assignment group', 'select', 'cf[10050]', 'a"b', 'back\\slash', '状态', ' x\t'),
  fc.string({ minLength: 1 }).filter((text) => text.trim() !== '' && !/^cf\[/i.test(text)),
);
const property = fc.record({
  key: fc.string({ minLength: 1 }),
  path: fc.string({ minLength: 1, unit: fc.constantFrom('a', 'b', '.', '7', '-', '$', ' ') }),
});
const field: fc.Arbitrary<FieldRef> = fc.oneof(
  name.map((text) => ({ name: text })),
  property.map((each) => ({ name: 'issue.property', property: each })),
);
const single: fc.Arbitrary<Single> = fc.oneof(
  fc.constant({ kind: 'empty' } as const),
  fc.string({ unit: 'binary' }).map((text) => ({ kind: 'value', text, isNumber: false }) as const),
  fc.integer().map((number) => ({ kind: 'value', text: String(number), isNumber: true }) as const),
  fc.record({ kind: fc.constant('function' as const), name, args: fc.array(fc.string()) }),
);
const operand: fc.Arbitrary<Operand> = fc.oneof(
  single,
  fc.array(single, { minLength: 1, maxLength: 3 }).map((values) => ({ kind: 'list', values }) as const),
);
const predicates: fc.Arbitrary<Predicate[]> = fc.array(
  fc.record({ word: fc.constantFrom(...predicateWords), operand }),
  { maxLength: 2 },
);
const terminal: fc.Arbitrary<Clause> = fc.oneof(
  fc.record({
    kind: fc.constant('comparison' as const),
    field,
    operator: fc.constantFrom('=', '!=', '<', '>=', '~', '!~', 'in', 'not in', 'is', 'is not'),
    operand,
  }),
  fc.record({
    kind: fc.constant('was' as const),
    field,
    operator: fc.constantFrom('was', 'was not', 'was in', 'was not in'),
    operand,
    predicates,
  }),
  fc.record({ kind: fc.constant('changed' as const), field, predicates }),
);
/** Trees over given leaves. */
const trees = (leaf: fc.Arbitrary<Clause>): fc.Arbitrary<Clause> =>
  fc.letrec<{ tree: Clause }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4 },
      leaf,
      tie('tree').map((clause) => ({ kind: 'not', clause }) as const),
      fc.record({
        kind: fc.constantFrom('and' as const, 'or' as const),
        clauses: fc.array(tie('tree'), { minLength: 2, maxLength: 3 }),
      }),
    ),
  })).tree;
const queries: fc.Arbitrary<Query> = fc.record(
  {
    where: trees(terminal),
    orderBy: fc.array(
      fc.record(
        { field, direction: fc.constantFrom('asc' as const, 'desc' as const) },
        { requiredKeys: ['field'] },
      ),
      { maxLength: 3 },
    ),
  },
  { requiredKeys: ['orderBy'] },
);

it('a printed query reads back as the same tree', () => {
  fc.assert(fc.property(queries, (query) => expect(parse(print(query))).toEqual(query)));
});

it('whatever is typed, a query is read or refused with sentences, and nothing else happens', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(
        fc.constantFrom('status', '=', '(', ')', 'and', 'not', '"a', "'", 'in', ',', 'was', '[', 'cf'),
        {},
      )
      .map((all) => all.join(' ')),
  );
  fc.assert(
    fc.property(text, (jql) => {
      const refusal = refusalOf(() => parse(jql));
      expect(refusal === undefined || refusal.startsWith('Error in ')).toBe(true);
    }),
  );
});

function refusalOf(work: () => unknown): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    return error instanceof Error && 'messages' in error ? error.message : `not a refusal: ${String(error)}`;
  }
}

describe('on a site', () => {
  const { jira } = new JqlSite();
  const context = { store: jira.store, caller: agent, now: londonNoon, timeZone: 'Europe/London' };
  const found = (where: Clause): string[] => {
    const { matches } = compile({ where, orderBy: [] }, context);
    return jira.index.issues().flatMap((issue) => (matches(issue) ? [issue.key] : []));
  };
  const leaf = fc.constantFrom(
    'status = New',
    'assignee = currentUser()',
    'labels not in (vpn)',
    'resolved < -1h',
    'cf[10050] = Network',
    'summary !~ printer',
    'priority >= 2',
    'issue.property[sla].left > 0',
    'status was Active',
    'status changed',
    'assignee is EMPTY',
  );
  const tree = trees(leaf.map((jql) => parse(jql).where as Clause));

  it('not (a and b) is not a or not b, and not (a or b) is not a and not b', () => {
    fc.assert(
      fc.property(tree, tree, (a, b) => {
        const not = (clause: Clause): Clause => ({ kind: 'not', clause });
        for (const [kind, other] of [
          ['and', 'or'],
          ['or', 'and'],
        ] as const) {
          const left = not({ kind, clauses: [a, b] });
          expect(found(left)).toEqual(found({ kind: other, clauses: [not(a), not(b)] }));
        }
        expect(found(not(not(a)))).toEqual(found(a));
      }),
    );
  });

  it('and finds what both find, or what either finds, and no issue is found by a and by not a', () => {
    fc.assert(
      fc.property(tree, tree, (a, b) => {
        const [one, two] = [new Set(found(a)), new Set(found(b))];
        const all = jira.index.issues().map(({ key }) => key);
        expect(found({ kind: 'and', clauses: [a, b] })).toEqual(
          all.filter((key) => one.has(key) && two.has(key)),
        );
        expect(found({ kind: 'or', clauses: [a, b] })).toEqual(
          all.filter((key) => one.has(key) || two.has(key)),
        );
      }),
    );
    fc.assert(
      fc.property(leaf, (jql) => {
        const clause = parse(jql).where as Clause;
        const opposite = new Set(found({ kind: 'not', clause }));
        expect(found(clause).filter((key) => opposite.has(key))).toEqual([]);
      }),
    );
  });
});
