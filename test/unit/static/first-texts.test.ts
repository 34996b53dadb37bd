import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import * as ts from 'typescript';
import first from '../../../static/app/first-texts.json';
import en from '../../../static/locales/en-US.json';

const entry = resolve(__dirname, '../../../static/app/src/entries/issue-timers.tsx');

interface Tree {
  readonly [key: string]: string | Tree;
}
const leaves = (tree: Tree, prefix = ''): string[] =>
  Object.entries(tree).flatMap(([name, value]) =>
    typeof value === 'string' ? [prefix + name] : leaves(value, `${prefix}${name}.`),
  );
const keys = leaves(en);

/** The source that a page loads at once: what it imports by `import()` comes later, with all texts. */
function loadedAtOnce(from: string): ts.SourceFile[] {
  const found = new Map<string, ts.SourceFile>();
  const visit = (path: string): void => {
    if (found.has(path)) return;
    const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
    found.set(path, source);
    for (const each of source.statements) {
      if (!ts.isImportDeclaration(each) || each.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword)
        continue;
      const { text } = each.moduleSpecifier as ts.StringLiteral;
      const file = ['.ts', '.tsx']
        .map((end) => join(dirname(path), text + end))
        .find((one) => existsSync(one));
      if (text.startsWith('.') && file?.includes('/static/app/src/')) visit(file);
    }
  };
  visit(from);
  return [...found.values()];
}

/** The keys of texts that a source names, whole or by how they begin. */
function keysIn(source: ts.SourceFile): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) && keys.includes(node.text)) found.push(node.text);
    if (ts.isTemplateExpression(node) && node.head.text.includes('.'))
      found.push(...keys.filter((key) => key.startsWith(node.head.text)));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const isFirst = (key: string): boolean => first.some((each) => key === each || key.startsWith(`${each}.`));
/** What is wrong with something that was typed is said by forms, which come with all texts. */
const isOfForms = (key: string): boolean => key.startsWith('problem.') && key !== 'problem.other';

it('all texts that the panel may show at once come with it', () => {
  const sources = loadedAtOnce(entry);
  expect(sources.length).toBeGreaterThan(30);
  const named = new Set(sources.flatMap(keysIn));
  expect(named.size).toBeGreaterThan(100);
  expect([...named].filter((key) => !isFirst(key) && !isOfForms(key))).toEqual([]);
});

it('none is named that is not there', () => {
  expect(first.filter((each) => !keys.some((key) => key === each || key.startsWith(`${each}.`)))).toEqual([]);
});
