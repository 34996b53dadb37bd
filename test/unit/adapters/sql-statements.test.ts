import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sqlLiteralsIn } from '../../support/sql-literals';
import { schemaProblems, subsetProblems } from '../../support/sql-subset';

const folder = path.join(__dirname, '../../../src/adapters/forge');
const { statements, unreadable } = sqlLiteralsIn(folder);

describe('the statements of the app, sent by a test or not', () => {
  it('are found', () => {
    const files = new Set(statements.map(({ place }) => place.split(':')[0]));
    expect([...files]).toEqual(
      expect.arrayContaining(['dirty-issues.ts', 'migrations.ts', 'records.ts', 'timers.ts']),
    );
    expect(statements.length).toBeGreaterThan(20);
  });

  it('are written where they are sent', () => {
    expect(unreadable).toEqual([]);
  });

  it.each(statements)('mean the same in TiDB, MariaDB and SQLite: $place', ({ statement }) => {
    expect(subsetProblems(statement)).toEqual([]);
  });

  it('give every index a key that fits', () => {
    const migrations = statements.filter(({ place }) => place.startsWith('migrations.ts'));
    expect(migrations.length).toBeGreaterThan(3);
    expect(schemaProblems(migrations.map(({ statement }) => statement))).toEqual([]);
  });

  it('go through one door, so that none is missed', () => {
    const withSdk = readdirSync(folder).filter((file) =>
      readFileSync(path.join(folder, file), 'utf8').includes("'@forge/sql'"),
    );
    expect(withSdk.sort()).toEqual(['migrations.ts', 'sql.ts']);
  });
});

describe('finding statements', () => {
  const sources = mkdtempSync(path.join(tmpdir(), 'adapters-'));
  afterAll(() => rmSync(sources, { recursive: true }));

  it('puts something of the right kind where the source puts something in, and says where it cannot know', () => {
    writeFileSync(
      path.join(sources, 'store.ts'),
      [
        'const later = `DELETE FROM ${table} WHERE a IN ${placeholders(1, n)}`;',
        'execute(later, []);',
        'execute(`INSERT INTO t (${COLUMNS.join()}) VALUES ${rows}`, []);',
        'select(`SELECT a FROM t WHERE ${filter} LIMIT ${most}`, [], row);',
        'select(condition ? one : other, [], row);',
        'select(build(), [], row);',
        "log('deleted');",
      ].join('\n'),
    );
    expect(sqlLiteralsIn(sources)).toEqual({
      statements: [
        { place: 'store.ts:1', statement: 'DELETE FROM stand_in WHERE a IN (?)' },
        { place: 'store.ts:3', statement: 'INSERT INTO t (stand_in) VALUES (?)' },
        { place: 'store.ts:4', statement: 'SELECT a FROM t WHERE ${filter} LIMIT 1' },
      ],
      unreadable: ['store.ts:5', 'store.ts:6'],
    });
    expect(subsetProblems('SELECT a FROM t WHERE ${filter} LIMIT 1')).not.toEqual([]);
  });
});
