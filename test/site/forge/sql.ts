import initSqlJs, { type Database, type SqlValue } from 'sql.js';
import * as v from 'valibot';
import { SQL_REQUEST_BYTES, SQL_RESPONSE_BYTES, SQL_SECONDS } from './limits';
import { toEngineError } from './sql-errors';
import { checkData, checkSchema, RefusedStatement, type CheckedStatement } from './sql-rules';

/** Forge SQL as its SDK calls it, on SQLite in memory. */
export interface ForgeSql {
  /** One request; refusals and errors are responses with `{code, message, context}`. */
  handle(path: string, body: string): Response;
  /** Statements that reached the engine so far, the SDK's own included. */
  readonly statements: number;
  /** Every different statement that was asked, whatever became of it, for whoever judges the app's SQL. */
  readonly asked: ReadonlySet<string>;
  /**
   * Reads past the app, for the site's owner: not counted, no limits.
   * @throws RefusedStatement for a statement that does not only read.
   */
  read(statement: string, params: readonly (string | number | boolean | null)[]): unknown[];
  /** The whole database as a file, for `createSql` of a later site. */
  snapshot(): Uint8Array;
  /** Removes all tables, as when the app was removed. */
  empty(): void;
  close(): void;
}

const requestBody = v.object({
  query: v.string(),
  params: v.optional(v.array(v.nullable(v.union([v.string(), v.number(), v.boolean()]))), []),
});

/**
 * @param data a snapshot to start from; without it the database is empty
 * @param machineNow milliseconds, by which statements take their time
 */
export async function createSql(
  data?: Uint8Array,
  machineNow: () => number = () => performance.now(),
): Promise<ForgeSql> {
  const engine = await initSqlJs();
  let database = new engine.Database(data);
  likeInMySql(database);
  let statements = 0;
  const asked = new Set<string>();

  function answer(path: string, body: string): Response {
    if (Buffer.byteLength(body) > SQL_REQUEST_BYTES) {
      return failure(413, 'SQL_EXECUTION_ERROR', `The request is larger than ${SQL_REQUEST_BYTES} bytes`);
    }
    const input = v.safeParse(requestBody, JSON.parse(body));
    if (!input.success) return failure(400, 'INVALID_SQL_QUERY', v.summarize(input.issues));
    const { query, params } = input.output;
    asked.add(query);
    const statement = path === '/api/v1/execute/ddl' ? checkSchema(query) : checkData(query);
    if (statement.placeholders !== params.length) {
      const counts = `${statement.placeholders} placeholders and ${params.length} parameters`;
      return failure(400, 'SQL_EXECUTION_ERROR', `The statement has ${counts}`);
    }

    statements += 1;
    const began = machineNow();
    const rows = execute(database, statement, params.map(toSqlite));
    // The statement has done its work all the same, as on Forge, where only the connection is cut.
    if (machineNow() - began > SQL_SECONDS[statement.kind] * 1000) {
      return failure(
        400,
        'QUERY_TIMED_OUT',
        `The query took more than ${SQL_SECONDS[statement.kind]} seconds`,
      );
    }
    const text = JSON.stringify({ rows });
    if (Buffer.byteLength(text) > SQL_RESPONSE_BYTES) {
      return failure(413, 'SQL_EXECUTION_ERROR', `The response is larger than ${SQL_RESPONSE_BYTES} bytes`);
    }
    return new Response(text, { headers: { 'content-type': 'application/json' } });
  }

  function keyName(table: string, columns: readonly string[]): string {
    const sameColumns = `(SELECT group_concat(name, ',') FROM pragma_index_info(i.name)) = ?`;
    const named = `SELECT name FROM pragma_index_list(?) AS i WHERE "unique" AND origin = 'c' AND ${sameColumns}`;
    const [found] = database.exec(named, [table, columns.join(',')]);
    return String(found?.values[0]?.[0] ?? 'PRIMARY');
  }

  return {
    get statements() {
      return statements;
    },
    asked,
    handle(path, body) {
      if (path !== '/api/v1/execute' && path !== '/api/v1/execute/ddl') {
        return failure(501, 'NOT_MODELLED', `Not modelled by the site: sql ${path}`);
      }
      try {
        return answer(path, body);
      } catch (error) {
        if (error instanceof RefusedStatement) return failure(400, 'INVALID_SQL_QUERY', error.message);
        const debug = toEngineError(error instanceof Error ? error.message : String(error), keyName);
        return failure(400, 'SQL_EXECUTION_ERROR', debug.sqlMessage, { debug });
      }
    },
    read(statement, params) {
      const checked = checkData(statement);
      if (checked.kind !== 'read') throw new RefusedStatement('Only statements that read');
      return execute(database, checked, params.map(toSqlite)) as unknown[];
    },
    snapshot() {
      const file = database.export();
      // Exporting opens the database anew and forgets its settings.
      likeInMySql(database);
      return file;
    },
    empty() {
      database.close();
      database = new engine.Database();
      likeInMySql(database);
    },
    close: () => database.close(),
  };
}

/** The statement in the body of a request; empty when there is none. */
export function statementOf(body: string): string {
  const input = v.safeParse(v.pipe(v.string(), v.parseJson(), v.object({ query: v.string() })), body);
  return input.success ? input.output.query : '';
}

/** Whether a request is about tables, the SDK's own table of migrations included. */
export function isSchema(path: string, statement: string): boolean {
  return path.endsWith('/ddl') || /\b__migrations\b/.test(statement);
}

function execute(database: Database, { kind, text }: CheckedStatement, params: SqlValue[]): unknown {
  const prepared = database.prepare(text);
  try {
    prepared.bind(params);
    const rows: unknown[] = [];
    while (prepared.step()) rows.push(prepared.getAsObject());
    return kind === 'read' ? rows : header(kind === 'write' ? database.getRowsModified() : 0);
  } finally {
    prepared.free();
  }
}

/** What MySQL's protocol answers to a statement without rows. */
function header(affectedRows: number) {
  return { affectedRows, fieldCount: 0, info: '', insertId: 0, serverStatus: 2, warningStatus: 0 };
}

function likeInMySql(database: Database): void {
  // TiDB compares by utf8mb4_bin, LIKE included.
  database.run('PRAGMA case_sensitive_like = ON');
}

function toSqlite(value: string | number | boolean | null): SqlValue {
  return typeof value === 'boolean' ? Number(value) : value;
}

function failure(status: number, code: string, message: string, context?: object): Response {
  return Response.json({ code, message, ...(context === undefined ? {} : { context }) }, { status });
}
