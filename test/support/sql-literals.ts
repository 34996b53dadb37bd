import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as ts from 'typescript';

/** A statement as it stands in a source file, whether a test ever sends it or not. */
export interface SqlLiteral {
  /** `file:line`. */
  readonly place: string;
  /** With something of the right kind where the source puts something in. */
  readonly statement: string;
}

export interface SqlLiterals {
  readonly statements: readonly SqlLiteral[];
  /** Places where a statement is sent that is not written there. */
  readonly unreadable: readonly string[];
}

const STATEMENT = /^\s*(SELECT|WITH|INSERT|REPLACE|UPDATE|DELETE|CREATE|ALTER|DROP)\s/i;

/** The functions that take a statement, wherever an adapter calls them. */
const SENDERS = ['select', 'execute', 'prepare', 'enqueue', 'executeRaw', 'executeDDL'];

/** Every text in the files of a folder that begins as a statement does. */
export function sqlLiteralsIn(folder: string): SqlLiterals {
  const statements: SqlLiteral[] = [];
  const unreadable: string[] = [];
  const sources = readdirSync(folder)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => sourceOf(folder, file));
  const pieces = new Map(sources.flatMap((source) => [...piecesIn(source)]));
  for (const source of sources) {
    const name = source.fileName;
    const placeOf = (node: ts.Node): string =>
      `${name}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
    const visit = (node: ts.Node): void => {
      const text = textOf(node, pieces);
      if (text !== undefined && STATEMENT.test(text))
        statements.push({ place: placeOf(node), statement: text });
      if (ts.isCallExpression(node) && !isWritten(node, source)) unreadable.push(placeOf(node));
      if (text === undefined || ts.isTemplateExpression(node)) ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return { statements, unreadable };
}

const sourceOf = (folder: string, file: string): ts.SourceFile =>
  ts.createSourceFile(file, readFileSync(path.join(folder, file), 'utf8'), ts.ScriptTarget.ES2022, true);

type Pieces = ReadonlyMap<string, string>;

/** The texts that a file's constants are, by their names: pieces of statements may be among them. */
function* piecesIn(source: ts.SourceFile): Iterable<[name: string, text: string]> {
  for (const statement of source.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    for (const { name, initializer } of statement.declarationList.declarations) {
      if (initializer && ts.isStringLiteralLike(initializer)) yield [name.getText(), initializer.text];
    }
  }
}

function textOf(node: ts.Node, pieces: Pieces = new Map()): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return node.templateSpans.reduce((text, { expression, literal }) => {
    const said = expression.getText();
    return text + (pieces.get(said) ?? standIn(text, said)) + literal.text;
  }, node.head.text);
}

/** What may stand at the end of `before`; the text of the expression itself, which no parser takes, where nobody can know. */
function standIn(before: string, expression: string): string {
  // Further conditions: the tests of the stores hold those that are sent to the same rules.
  if (/^\w+\.sql$/.test(expression)) return '';
  if (/\w\.$/.test(before)) return 'stand_in';
  if (/\b(LIMIT|OFFSET|SELECT)\s*$/i.test(before)) return '1';
  if (/\b(FROM|JOIN|INTO|UPDATE|TABLE)\s*$/i.test(before)) return 'stand_in';
  const [, columns] = /\(([^()]*)\)\s*VALUES\s*$/i.exec(before) ?? [];
  if (columns !== undefined) return `(${columns.replace(/[^,]+/g, '?')})`;
  if (/\bIN\s*$/i.test(before)) return '(?)';
  if (/\bINTO\s+\w+\s*\(\s*$/i.test(before)) return 'stand_in';
  return `\${${expression}}`;
}

/**
 * Whether the statement that a call sends is written in this file: in the call, in a constant that it names, or in parts of
 * which it is the union. The two
 * functions that all others go through name their parameter `statement`.
 */
function isWritten(
  { expression, arguments: [first, second] }: ts.CallExpression,
  source: ts.SourceFile,
): boolean {
  const called = ts.isPropertyAccessExpression(expression) ? expression.name.text : expression.getText();
  if (!SENDERS.includes(called)) return true;
  const sent = called === 'enqueue' ? second : first;
  if (sent === undefined || textOf(sent) !== undefined) return true;
  if (/\.join\(' UNION ALL '\)$/.test(sent.getText())) return true;
  if (!ts.isIdentifier(sent)) return false;
  return sent.text === 'statement' || hasConstant(source, sent.text);
}

function hasConstant(source: ts.SourceFile, name: string): boolean {
  const isIt = (node: ts.Node): boolean =>
    (ts.isVariableDeclaration(node) &&
      node.name.getText() === name &&
      node.initializer !== undefined &&
      textOf(node.initializer) !== undefined) ||
    ts.forEachChild(node, (child) => isIt(child) || undefined) === true;
  return isIt(source);
}
