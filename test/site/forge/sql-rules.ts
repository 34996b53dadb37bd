/**
 * Which statements Forge SQL takes, and what of SQLite's own language it must not see. Not a parser: it looks at the
 * words outside of literals. That a statement passes here does not prove that TiDB runs it.
 */

/** A statement that is refused before it reaches the engine. */
export class RefusedStatement extends Error {
  override readonly name = 'RefusedStatement';
}

export type StatementKind = 'read' | 'write' | 'ddl';

export interface CheckedStatement {
  readonly kind: StatementKind;
  /** The statement for SQLite. */
  readonly text: string;
  readonly placeholders: number;
}

const DATA_WORDS: Readonly<Record<string, StatementKind>> = {
  SELECT: 'read',
  WITH: 'read',
  INSERT: 'write',
  UPDATE: 'write',
  DELETE: 'write',
  REPLACE: 'write',
};

const SCHEMA_STATEMENTS = [
  /^CREATE TABLE\b/i,
  /^CREATE (UNIQUE )?INDEX\b/i,
  /^ALTER TABLE\b/i,
  /^DROP (TABLE|INDEX)\b/i,
];

/** The statements that the SDK's own migration runner sends through the endpoint for DDL besides DDL. */
const MIGRATIONS_TABLE = /^CREATE TABLE IF NOT EXISTS __migrations \(/i;
const MIGRATIONS_LIST = /^SELECT id, name, migratedAt FROM __migrations$/i;

/** What SQLite takes and MySQL or Forge does not, or not with this meaning. */
const FOREIGN = [
  /\bRETURNING\b/i,
  /\bON CONFLICT\b/i,
  /\b(INSERT|UPDATE) OR\b/i,
  /\bREINDEX\b|\bPRAGMA\b|\bATTACH\b|\bVACUUM\b/i,
  /\bWITHOUT ROWID\b|\bSTRICT$/i,
  /\bROWID\b|\bSQLITE_\w+/i,
  /\bGLOB\b/i,
  /\b(STRFTIME|JULIANDAY|UNIXEPOCH|PRINTF|IIF|TOTAL|TYPEOF|RANDOMBLOB)\s*\(/i,
  /\b(FOREIGN KEY|REFERENCES|FULLTEXT|AUTOINCREMENT)\b/i,
  /==/,
  /::/,
];

/** For `/api/v1/execute`. @throws RefusedStatement */
export function checkData(statement: string): CheckedStatement {
  const { text, bare, placeholders } = scan(statement);
  const word = /^\w+/.exec(bare)?.[0].toUpperCase() ?? '';
  const kind = DATA_WORDS[word];
  if (kind === undefined)
    throw new RefusedStatement(`Only SELECT, INSERT, UPDATE, REPLACE and DELETE run here, not ${word}`);
  refuseForeign(bare);
  // A CTE may stand in front of a write.
  const writes = kind === 'read' && /\)\s*(INSERT|UPDATE|DELETE|REPLACE)\b/i.test(bare);
  return { kind: writes ? 'write' : kind, text, placeholders };
}

/** For `/api/v1/execute/ddl`. @throws RefusedStatement */
export function checkSchema(statement: string): CheckedStatement {
  const { text, bare, placeholders } = scan(statement);
  if (MIGRATIONS_LIST.test(bare)) return { kind: 'read', text, placeholders };
  if (!SCHEMA_STATEMENTS.some((known) => known.test(bare))) {
    throw new RefusedStatement(`Not a statement for tables or indexes: ${bare.slice(0, 60)}`);
  }
  refuseForeign(bare);
  if (MIGRATIONS_TABLE.test(bare)) {
    const translated = text.replace(
      /BIGINT PRIMARY KEY AUTO_INCREMENT/i,
      'INTEGER PRIMARY KEY AUTOINCREMENT',
    );
    return { kind: 'ddl', text: translated, placeholders };
  }
  if (/^DROP INDEX\b/i.test(bare)) {
    // MySQL wants the table, SQLite does not take it.
    if (!/\sON\s+\S+$/i.test(text)) throw new RefusedStatement('DROP INDEX needs ON and the table');
    return { kind: 'ddl', text: text.replace(/\sON\s+\S+$/i, ''), placeholders };
  }
  return { kind: 'ddl', text, placeholders };
}

function refuseForeign(bare: string): void {
  for (const pattern of FOREIGN) {
    const found = pattern.exec(bare);
    if (found !== null) throw new RefusedStatement(`Forge SQL does not know ${found[0]}`);
  }
}

/**
 * Takes one statement apart: `text` without the closing semicolon, `bare` with literals emptied, comments removed and
 * single blanks, and the number of placeholders.
 */
function scan(statement: string): { text: string; bare: string; placeholders: number } {
  const text = statement.trim().replace(/;$/, '').trimEnd();
  let placeholders = 0;
  const bare = text.replace(/'(?:[^']|'')*'|`[^`]*`|"|--[^\n]*|\/\*[\s\S]*?\*\/|#[^\n]*|\?|;/g, (token) => {
    if (token === ';') throw new RefusedStatement('One statement a call');
    if (token === '"')
      throw new RefusedStatement('Double quotes mean a string in MySQL and a name in SQLite: use neither');
    if (token === '?') {
      placeholders += 1;
      return token;
    }
    if (token.startsWith("'")) {
      if (token.includes('\\'))
        throw new RefusedStatement('A backslash in a literal means something in MySQL only: bind it');
      return "''";
    }
    return token.startsWith('`') ? token : ' ';
  });
  return { text, bare: bare.replace(/\s+/g, ' ').trim(), placeholders };
}
