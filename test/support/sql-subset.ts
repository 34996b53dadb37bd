/**
 * The language that TiDB (on Forge), MariaDB and SQLite share: what passes here means the same in all three, as far as a
 * statement shows it. What none shows: types and lengths of bound values, and trailing blanks, which SQLite compares.
 * @see design §2, local-site §5
 */
import { Parser } from 'node-sql-parser/build/mariadb';
import { checkQuery } from './sql-subset/queries';
import { checkIndexes, checkSchema } from './sql-subset/schema';
import { isNode, QUOTED, type Node, type Report } from './sql-subset/tree';

/** What is wrong with a statement, each as a sentence that says what to write instead. */
export function subsetProblems(statement: string): string[] {
  const problems = new Set<string>();
  const report: Report = (problem) => problems.add(problem);
  const bare = bareText(statement);
  const words = wordProblems.filter(([pattern]) => pattern.test(bare)).map(([, problem]) => problem);
  const [first = ''] = /^\w+/.exec(bare) ?? [];
  const isQuery = QUERIES.includes(first.toUpperCase());
  if (!isQuery && !SCHEMA.includes(first.toUpperCase())) {
    return [
      `${first || bare}: Forge SQL runs ${[...QUERIES, ...SCHEMA].join(', ')} and no other statement for an app`,
    ];
  }
  const placeholders = bare.split('?').length - 1;
  if (placeholders > MOST_PLACEHOLDERS)
    report(`${placeholders} parameters: SQLite takes ${MOST_PLACEHOLDERS}: write several statements`);
  words.forEach(report);
  const tree = treeOf(statement);
  if (typeof tree === 'string') {
    if (problems.size === 0) report(`not understood: ${tree}`);
  } else if (isQuery) {
    checkQuery(tree, report);
  } else {
    checkSchema(tree, report);
  }
  return [...problems];
}

/** What is wrong with migrations, in their order, taken together: the keys of indexes over columns of earlier ones. */
export function schemaProblems(migrations: readonly string[]): string[] {
  const problems: string[] = [];
  const trees = migrations.map(treeOf).filter(isNode);
  checkIndexes(trees, (problem) => problems.push(problem));
  return problems;
}

/** Those of the statements that were sent which are outside of the subset, each with what is wrong with it. */
export function outsideSubset(sent: Iterable<string>): string[] {
  return [...new Set(sent)].filter(isOfTheApp).flatMap((statement) => {
    const problems = subsetProblems(statement);
    return problems.length === 0 ? [] : [`${problems.join('; ')}: ${statement.slice(0, 200)}`];
  });
}

/** The SDK's migration runner keeps a table of its own, as it sees fit. */
const isOfTheApp = (statement: string): boolean => !/\b__migrations\b/.test(statement);

const QUERIES = ['SELECT', 'WITH', 'INSERT', 'REPLACE', 'UPDATE', 'DELETE'];
const SCHEMA = ['CREATE', 'ALTER', 'DROP'];

const MOST_PLACEHOLDERS = 32_766;

/** What the parser stumbles over, or skips. */
const wordProblems: readonly (readonly [RegExp, string])[] = [
  [/;/, 'one statement a call: leave the semicolon out'],
  [/--|#|\/\*/, 'a comment may be a hint, or something that MySQL alone runs: leave it out'],
  [/"/, 'double quotes mean a string in MySQL and a name in SQLite: bind strings, back-quote names'],
  [/[@:$]\w/, 'parameters are written ?'],
  [
    /\bON DUPLICATE KEY\b/i,
    'ON DUPLICATE KEY UPDATE is MySQL’s alone: use REPLACE INTO, or INSERT and a caught duplicate',
  ],
  [
    /\bON CONFLICT\b|\b(INSERT|UPDATE) OR\b/i,
    'ON CONFLICT is SQLite’s alone: use REPLACE INTO, or INSERT and a caught duplicate',
  ],
  [
    /\b(INSERT|UPDATE|DELETE) IGNORE\b/i,
    'IGNORE is MySQL’s alone and hides errors: use INSERT and a caught duplicate',
  ],
  [
    /\b(LOW_PRIORITY|DELAYED|HIGH_PRIORITY|QUICK)\b/i,
    'priorities of statements are MySQL’s alone: leave them out',
  ],
  [/\bRETURNING\b/i, 'RETURNING: TiDB has it not: select before, or ids of the app’s own'],
  [/\bINTO (OUTFILE|DUMPFILE|@)/i, 'SELECT … INTO: Forge allows no files or variables'],
  [/->/, '-> and ->> : MariaDB has them not, and JSON is text: read it in the app'],
  [/<=>/, '<=>: SQLite has it not: write = or IS NULL'],
  [/\b(REGEXP|RLIKE|GLOB|SOUNDS LIKE|MATCH)\b/i, 'patterns differ: use LIKE … ESCAPE, or look in the app'],
  [
    /\b(FORCE|USE|IGNORE) (INDEX|KEY)\b|\bINDEXED BY\b/i,
    'FORCE INDEX and the like: SQLite has them not: trust the planner, or index otherwise',
  ],
  [/\bNATURAL\b/i, 'NATURAL JOIN follows whatever columns there are: write JOIN … ON'],
  [/\bFULL (OUTER )?JOIN\b/i, 'FULL JOIN: MySQL has it not: two queries'],
  [/\bNULLS (FIRST|LAST)\b/i, 'NULLS FIRST: MySQL has it not: NULL comes first in all three'],
  [/\bBINARY\b/i, 'BINARY: SQLite has it not: text is compared by its bytes'],
  [
    /^(UPDATE|DELETE)\b.*\b(LIMIT|ORDER BY)\b/i,
    'LIMIT and ORDER BY in UPDATE and DELETE: SQLite has them not: select the keys first',
  ],
  [/\bIN \(\s*\)/i, 'IN (): SQLite alone takes an empty list: do not ask'],
  [
    /\b(AUTO_INCREMENT|AUTOINCREMENT|AUTO_RANDOM)\b/i,
    'AUTO_INCREMENT: spelt and counted differently: ids are the app’s own',
  ],
  [/\b(FOREIGN KEY|REFERENCES)\b/i, 'FOREIGN KEY: Forge SQL has none: the app keeps its references'],
  [/\b(FULLTEXT|SPATIAL)\b/i, 'FULLTEXT and SPATIAL: not in TiDB: leave them out'],
  [
    /\b(PARTITION BY|TTL|CLUSTERED|NONCLUSTERED)\b/i,
    'partitions, TTL and the like are TiDB’s alone, and windows take its memory: leave them out',
  ],
  [
    /^CREATE TABLE.*\bLIKE\b|^CREATE TABLE.*\bSELECT\b/i,
    'CREATE TABLE from another table: write its columns',
  ],
];

/** The statement with literals emptied, without what stands in back-quotes, with single blanks. */
function bareText(statement: string): string {
  return statement
    .replace(/'(?:[^'\\]|''|\\.)*'|`[^`]*`/g, (token) => (token.startsWith('`') ? '``' : "''"))
    .replace(/\s+/g, ' ')
    .trim();
}

/** The parser's tree, or why there is none. */
function treeOf(statement: string): Node | string {
  const readable = statement
    .replace(/'(?:[^'\\]|''|\\.)*'|`([^`]*)`/g, (token, name?: string) =>
      name === undefined ? token : QUOTED + name,
    )
    // All three know it, the parser does not.
    .replace(/^(\s*CREATE\s+(?:UNIQUE\s+)?INDEX)\s+IF\s+NOT\s+EXISTS\b/i, '$1');
  try {
    const tree: unknown = new Parser().astify(readable, { database: 'mariadb' });
    if (Array.isArray(tree)) return tree.length === 1 && isNode(tree[0]) ? tree[0] : 'one statement a call';
    return isNode(tree) ? tree : 'nothing in it';
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return message
      .replace(/\s+/g, ' ')
      .replace(/^Error: /, '')
      .replace(/^Expected .* but /, 'unexpected: ');
  }
}
