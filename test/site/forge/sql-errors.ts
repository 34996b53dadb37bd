/** SQLite's complaints in MySQL's words. The texts are MySQL's; where Forge puts them is not documented. */

export interface EngineError {
  readonly errno: number;
  readonly code: string;
  readonly sqlState: string;
  readonly sqlMessage: string;
}

/** Finds the name of the unique key of a table over just these columns, such as `PRIMARY`. */
export type KeyName = (table: string, columns: readonly string[]) => string;

interface Translation {
  readonly sqlite: RegExp;
  readonly errno: number;
  readonly code: string;
  readonly sqlState: string;
  readonly mysql: (found: RegExpExecArray, keyName: KeyName) => string;
}

const TRANSLATIONS: readonly Translation[] = [
  {
    sqlite: /^UNIQUE constraint failed: (.+)$/,
    errno: 1062,
    code: 'ER_DUP_ENTRY',
    sqlState: '23000',
    mysql: (found, keyName) => {
      const columns = (found[1] ?? '').split(', ');
      const table = columns[0]?.split('.')[0] ?? '';
      const names = columns.map((column) => column.slice(table.length + 1));
      // SQLite does not tell the values.
      return `Duplicate entry '…' for key '${table}.${keyName(table, names)}'`;
    },
  },
  {
    sqlite: /^NOT NULL constraint failed: [^.]+\.(.+)$/,
    errno: 1048,
    code: 'ER_BAD_NULL_ERROR',
    sqlState: '23000',
    mysql: (found) => `Column '${found[1] ?? ''}' cannot be null`,
  },
  {
    sqlite: /^no such table: (.+)$/,
    errno: 1146,
    code: 'ER_NO_SUCH_TABLE',
    sqlState: '42S02',
    mysql: (found) => `Table '${found[1] ?? ''}' doesn't exist`,
  },
  {
    sqlite: /^no such column: (.+)$/,
    errno: 1054,
    code: 'ER_BAD_FIELD_ERROR',
    sqlState: '42S22',
    mysql: (found) => `Unknown column '${found[1] ?? ''}' in 'field list'`,
  },
  {
    sqlite: /^table (.+) already exists$/,
    errno: 1050,
    code: 'ER_TABLE_EXISTS_ERROR',
    sqlState: '42S01',
    mysql: (found) => `Table '${found[1] ?? ''}' already exists`,
  },
  {
    sqlite: /^index (.+) already exists$/,
    errno: 1061,
    code: 'ER_DUP_KEYNAME',
    sqlState: '42000',
    mysql: (found) => `Duplicate key name '${found[1] ?? ''}'`,
  },
  {
    sqlite: /^duplicate column name: (.+)$/,
    errno: 1060,
    code: 'ER_DUP_FIELDNAME',
    sqlState: '42S21',
    mysql: (found) => `Duplicate column name '${found[1] ?? ''}'`,
  },
  {
    sqlite: /syntax error|incomplete input/,
    errno: 1064,
    code: 'ER_PARSE_ERROR',
    sqlState: '42000',
    mysql: (found) => `You have an error in your SQL syntax: ${found.input}`,
  },
];

export function toEngineError(sqliteMessage: string, keyName: KeyName): EngineError {
  for (const { sqlite, errno, code, sqlState, mysql } of TRANSLATIONS) {
    const found = sqlite.exec(sqliteMessage);
    if (found !== null) return { errno, code, sqlState, sqlMessage: mysql(found, keyName) };
  }
  return { errno: 1105, code: 'ER_UNKNOWN_ERROR', sqlState: 'HY000', sqlMessage: sqliteMessage };
}
