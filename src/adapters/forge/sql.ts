import { ForgeSQLAPIError, sql } from '@forge/sql';
import * as v from 'valibot';
import { count } from '../counted';
import { migrate } from './migrations';

export type SqlValue = string | number | null;

/**
 * The rows that a SELECT gives, each parsed by `row`. Statements keep to what TiDB, MariaDB and SQLite share (design §2);
 * a lint over this folder says what that is.
 */
export async function select<Schema extends v.GenericSchema>(
  statement: string,
  params: readonly SqlValue[],
  row: Schema,
): Promise<v.InferOutput<Schema>[]> {
  await migrate();
  count('statements', 1);
  const { rows } = await sql
    .prepare<unknown>(statement)
    .bindParams(...params)
    .execute();
  return v.parse(v.array(row), rows);
}

/** An INSERT, REPLACE, UPDATE or DELETE. */
export async function execute(statement: string, params: readonly SqlValue[]): Promise<void> {
  await migrate();
  count('statements', 1);
  await sql
    .prepare(statement)
    .bindParams(...params)
    .execute();
}

/** `(?, ?), (?, ?)` and so on: placeholders for rows of so many columns. */
export function placeholders(rows: number, columns: number): string {
  return Array<string>(rows)
    .fill(`(${Array<string>(columns).fill('?').join(', ')})`)
    .join(', ');
}

/** Forge takes at most 1 MiB a statement; JSON may write a character with six. */
const MOST_CHARACTERS = 150_000;
const MOST_ROWS = 200;

/** `rows` in pieces that fit into one statement each. One row too large for any stands alone. */
export function* statements(rows: readonly (readonly SqlValue[])[]): Generator<(readonly SqlValue[])[]> {
  let piece: (readonly SqlValue[])[] = [];
  let characters = 0;
  for (const row of rows) {
    const length = row.reduce<number>((sum, value) => sum + String(value).length, 0);
    if (piece.length > 0 && (piece.length === MOST_ROWS || characters + length > MOST_CHARACTERS)) {
      yield piece;
      piece = [];
      characters = 0;
    }
    piece.push(row);
    characters += length;
  }
  if (piece.length > 0) yield piece;
}

/** Whether a row with the same key was there already: MySQL's error 1062. */
export function isDuplicateKey(error: unknown): boolean {
  return (
    error instanceof ForgeSQLAPIError &&
    /duplicate entry/i.test(`${error.message} ${JSON.stringify(error.context ?? {})}`)
  );
}

/** JSON in a text column, which the driver may have parsed already. */
export function json<Schema extends v.GenericSchema>(schema: Schema) {
  return v.pipe(
    v.unknown(),
    v.transform((stored): unknown => (typeof stored === 'string' ? JSON.parse(stored) : stored)),
    schema,
  );
}
