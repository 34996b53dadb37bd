import { containing, startSite, type Site } from './forge-fixture';

describe('Forge SQL on the site', () => {
  let site: Site;
  beforeAll(async () => {
    site = await startSite();
  });
  afterAll(() => site.close());

  const run = (query: string, ...params: unknown[]) => site.invoke('sql', { query, params });
  const refused = (message: string, code = 'INVALID_SQL_QUERY') => ({
    error: { name: 'ForgeSQLError', code, message: containing(message) },
  });

  test('a table that is not there is told as MySQL tells it', async () => {
    expect(await run('SELECT * FROM note')).toMatchObject({
      error: { code: 'SQL_EXECUTION_ERROR', context: { debug: { errno: 1146, code: 'ER_NO_SUCH_TABLE' } } },
    });
  });

  test('migrations run once', async () => {
    expect(await site.invoke('migrate')).toEqual({ value: ['v001', 'v002'] });
    expect(await site.invoke('migrate')).toEqual({ value: [] });
  });

  test('parameters are bound, rows are objects, big integers are numbers', async () => {
    const at = 1_770_000_000_123;
    expect(await run('INSERT INTO note (id, body) VALUES (?, ?), (?, ?)', at, "it's", 2, 'two')).toEqual({
      value: {
        rows: { affectedRows: 2, fieldCount: 0, info: '', insertId: 0, serverStatus: 2, warningStatus: 0 },
      },
    });
    expect(await run('SELECT id, body AS text FROM `note` ORDER BY id DESC LIMIT ? OFFSET ?', 1, 0)).toEqual({
      value: { rows: [{ id: at, text: "it's" }] },
    });
    expect(await run('UPDATE note SET body = ? WHERE id = ?', 'three', 2)).toMatchObject({
      value: { rows: { affectedRows: 1 } },
    });
    expect(await run('REPLACE INTO note (id, body) VALUES (?, ?)', 2, 'four')).toMatchObject({ value: {} });
    expect(await run('WITH n AS (SELECT COUNT(*) AS c FROM note) SELECT c FROM n')).toEqual({
      value: { rows: [{ c: 2 }] },
    });
  });

  test('a duplicate key is an error as MySQL gives it, of the primary key and of an index', async () => {
    const duplicate = (message: string) => ({
      error: {
        code: 'SQL_EXECUTION_ERROR',
        message,
        context: { debug: { errno: 1062, code: 'ER_DUP_ENTRY', sqlState: '23000', sqlMessage: message } },
      },
    });
    expect(await run('INSERT INTO note (id, body) VALUES (?, ?)', 2, 'five')).toMatchObject(
      duplicate("Duplicate entry '…' for key 'note.PRIMARY'"),
    );
    expect(await run('INSERT INTO note (id, body) VALUES (?, ?)', 3, 'four')).toMatchObject(
      duplicate("Duplicate entry '…' for key 'note.note_body'"),
    );
  });

  test('DDL runs through its own endpoint only, and nothing else runs there', async () => {
    expect(await run('CREATE TABLE other (id BIGINT PRIMARY KEY)')).toMatchObject(refused('not CREATE'));
    expect(await run('DROP TABLE note')).toMatchObject(refused('not DROP'));
    expect(await site.invoke('ddl', { query: 'DELETE FROM note' })).toMatchObject(
      refused('Not a statement for tables'),
    );
    expect(await site.invoke('ddl', { query: 'ALTER TABLE note ADD COLUMN extra BIGINT' })).toMatchObject({
      value: {},
    });
    expect(await site.invoke('ddl', { query: 'CREATE INDEX note_extra ON note (extra)' })).toMatchObject({
      value: {},
    });
    expect(await site.invoke('ddl', { query: 'DROP INDEX note_extra' })).toMatchObject(refused('needs ON'));
    expect(await site.invoke('ddl', { query: 'DROP INDEX note_extra ON note;' })).toMatchObject({
      value: {},
    });
  });

  test.each([
    ['two statements', 'SELECT 1; SELECT 2', 'One statement a call'],
    ['RETURNING', 'DELETE FROM note WHERE id = 1 RETURNING id', 'RETURNING'],
    ['ON CONFLICT', 'INSERT INTO note (id, body) VALUES (1, 2) ON CONFLICT DO NOTHING', 'ON CONFLICT'],
    ['INSERT OR', 'INSERT OR IGNORE INTO note (id, body) VALUES (1, 2)', 'INSERT OR'],
    ['PRAGMA', 'PRAGMA user_version', 'not PRAGMA'],
    ['the catalogue of SQLite', 'SELECT name FROM sqlite_master', 'sqlite_master'],
    ['double quotes', 'SELECT "id" FROM note', 'Double quotes'],
    ['a backslash in a literal', "SELECT 'it\\'s'", 'backslash'],
  ])('%s: refused', async (_, query, message) => {
    expect(await run(query)).toMatchObject(refused(message));
  });

  test('a word inside a literal is not a word, and a semicolon there is not an end', async () => {
    expect(await run('SELECT \'a; RETURNING ? "b"\' AS x, ? AS y;', 1)).toEqual({
      value: { rows: [{ x: 'a; RETURNING ? "b"', y: 1 }] },
    });
  });

  test('too few parameters, bad syntax and strange values are errors', async () => {
    expect(await run('SELECT ?')).toMatchObject(
      refused('1 placeholders and 0 parameters', 'SQL_EXECUTION_ERROR'),
    );
    expect(await run('SELECT FROM WHERE')).toMatchObject(refused('SQL syntax', 'SQL_EXECUTION_ERROR'));
    expect(await run('SELECT ?', { a: 1 })).toMatchObject(refused('Invalid type'));
  });

  test('LIKE tells upper from lower case', async () => {
    expect(await run("SELECT 'Abc' LIKE 'a%' AS same")).toEqual({ value: { rows: [{ same: 0 }] } });
  });

  test('a request of more than 1 MiB and a response of more than 4 MiB are refused', async () => {
    expect(await run("SELECT REPLACE(HEX(ZEROBLOB(1000000)), '0', 'abc') AS x")).toMatchObject(
      refused('response is larger', 'SQL_EXECUTION_ERROR'),
    );
    expect(await site.invoke('sql-big', { bytes: 1024 * 1024 })).toMatchObject(
      refused('request is larger', 'SQL_EXECUTION_ERROR'),
    );
  });

  test('statements are counted and kept, and a snapshot starts a later site', async () => {
    const before = site.forge.sql.statements;
    await run('SELECT 1');
    expect(site.forge.sql.statements).toBe(before + 1);
    expect(site.forge.sql.asked).toContain('SELECT 1');
    const later = await startSite({ kept: site.forge.keep() });
    expect(await later.invoke('sql', { query: 'SELECT COUNT(*) AS c FROM note' })).toEqual({
      value: { rows: [{ c: 2 }] },
    });
    await later.close();
    expect(await run("SELECT 'Abc' LIKE 'a%' AS same")).toEqual({ value: { rows: [{ same: 0 }] } });
  });
});
