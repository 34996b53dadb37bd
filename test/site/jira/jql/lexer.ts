import { JqlError } from './errors';

export interface Token {
  readonly kind: 'word' | 'quoted' | 'symbol' | 'end';
  /** With escapes resolved and without quotes. */
  readonly text: string;
  /** Index in the query. */
  readonly at: number;
}

const symbols = [
  '!=',
  '!~',
  '<=',
  '>=',
  '&&',
  '||',
  '=',
  '<',
  '>',
  '~',
  '!',
  '&',
  '|',
  '(',
  ')',
  '[',
  ']',
  ',',
];
const reservedCharacters = /[{}*/%+$#@?;^]/;
const symbolCharacters = /[=!<>~&|()[\],]/;
const escapes: Readonly<Record<string, string>> = {
  t: '\t',
  n: '\n',
  r: '\r',
  "'": "'",
  '"': '"',
  '\\': '\\',
  ' ': ' ',
};

/** "(line 1, character 7)", as Jira ends its sentences about a query. */
export function position(jql: string, at: number): string {
  const lines = jql.slice(0, at).split('\n');
  return `(line ${lines.length}, character ${(lines.at(-1)?.length ?? 0) + 1})`;
}

/** @throws JqlError for characters, escapes and quotes that JQL does not take. */
export function tokenize(jql: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < jql.length) {
    const char = jql.charAt(at);
    if (/\s/.test(char)) {
      at += 1;
      continue;
    }
    const symbol = symbols.find((each) => jql.startsWith(each, at));
    if (symbol !== undefined) {
      tokens.push({ kind: 'symbol', text: symbol, at });
      at += symbol.length;
      continue;
    }
    const isQuoted = char === '"' || char === "'";
    const [text, end] = isQuoted ? readQuoted(jql, at) : readWord(jql, at);
    tokens.push({ kind: isQuoted ? 'quoted' : 'word', text, at });
    at = end;
  }
  return [...tokens, { kind: 'end', text: '', at: jql.length }];
}

function readQuoted(jql: string, start: number): [text: string, end: number] {
  const quote = jql.charAt(start);
  let text = '';
  let at = start + 1;
  while (at < jql.length && jql.charAt(at) !== quote) {
    const [piece, end] = readCharacter(jql, at);
    text += piece;
    at = end;
  }
  if (at >= jql.length) {
    const what = text === '' ? 'The quoted string' : `The quoted string '${text}'`;
    throw problem(jql, start, `${what} has not been completed.`);
  }
  return [text, at + 1];
}

function readWord(jql: string, start: number): [text: string, end: number] {
  let text = '';
  let at = start;
  while (at < jql.length) {
    const char = jql.charAt(at);
    if (/[\s"']/.test(char) || symbolCharacters.test(char)) break;
    if (reservedCharacters.test(char)) {
      throw problem(
        jql,
        at,
        `The character '${char}' is a reserved JQL character. You must enclose it in a string or use the escape '${escapeOf(char)}' instead.`,
      );
    }
    const [piece, end] = readCharacter(jql, at);
    text += piece;
    at = end;
  }
  return [text, at];
}

/** One character, which an escape may stand for. */
function readCharacter(jql: string, at: number): [text: string, end: number] {
  const char = jql.charAt(at);
  if (char !== '\\') {
    if (isControl(char)) throw controlCharacter(jql, at);
    return [char, at + 1];
  }
  const next = jql.charAt(at + 1);
  const simple = escapes[next];
  if (simple !== undefined) return [simple, at + 2];
  const [whole, digits] = /^\\u([0-9a-f]{4})/i.exec(jql.slice(at, at + 6)) ?? [];
  if (whole !== undefined && digits !== undefined) {
    return [String.fromCharCode(Number.parseInt(digits, 16)), at + whole.length];
  }
  const illegal = next === '' ? 'An incomplete' : `'\\${next}' is an illegal`;
  throw problem(
    jql,
    at,
    `${illegal} JQL escape sequence. The valid escape sequences are \\', \\", \\t, \\n, \\r, \\\\, '\\ ' and \\uXXXX.`,
  );
}

/** Characters that stand in a query only as escapes. */
export function isControl(char: string): boolean {
  const code = char.charCodeAt(0);
  return (
    (code < 0x20 && char !== '\n' && char !== '\r') || code === 0x7f || (code >= 0xfdd0 && code <= 0xfdef)
  );
}

function controlCharacter(jql: string, at: number): JqlError {
  const char = jql.charAt(at);
  const name = escapeOf(char).replace('\\u', 'U+').toUpperCase();
  const where = position(jql, at).replace('(', 'on ').replace(', character', ' at position').replace(')', '');
  return problem(
    jql,
    at,
    `The character '${name}' ${where} must be escaped. Use the escape '${escapeOf(char)}' instead.`,
  );
}

/** `\\u002b` for a plus. */
export const escapeOf = (char: string): string => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;

function problem(jql: string, at: number, text: string): JqlError {
  return new JqlError(`Error in the JQL Query: ${text} ${position(jql, at)}`);
}
