import { escapeOf, isControl } from './lexer';
import type { Clause, FieldRef, Operand, Predicate, Query, Single } from './syntax';
import { reservedWords } from './words';

/** A query as text that reads back as the same tree. */
export function print({ where, orderBy }: Query): string {
  const terms = orderBy.map(({ field, direction }) =>
    [printField(field), direction].filter(Boolean).join(' '),
  );
  const order = terms.length === 0 ? '' : `order by ${terms.join(', ')}`;
  return [where === undefined ? '' : printClause(where), order].filter((part) => part !== '').join(' ');
}

function printClause(clause: Clause): string {
  switch (clause.kind) {
    case 'and':
    case 'or':
      return clause.clauses.map(printInside).join(` ${clause.kind} `);
    case 'not':
      return `not ${printInside(clause.clause)}`;
    case 'comparison':
      return `${printField(clause.field)} ${clause.operator} ${printOperand(clause.operand)}`;
    case 'was':
      return `${printField(clause.field)} ${clause.operator} ${printOperand(clause.operand)}${predicates(clause)}`;
    case 'changed':
      return `${printField(clause.field)} changed${predicates(clause)}`;
  }
}

function printInside(clause: Clause): string {
  const text = printClause(clause);
  return clause.kind === 'and' || clause.kind === 'or' ? `(${text})` : text;
}

const predicates = (clause: { readonly predicates: readonly Predicate[] }): string =>
  clause.predicates.map(({ word, operand }) => ` ${word} ${printOperand(operand)}`).join('');

/** A field as a query names it, quoted where it must be. */
export function printField({ name, property }: FieldRef): string {
  if (/^cf\[\d+\]$/.test(name)) return name;
  if (property === undefined) return printWord(name);
  const path = property.path === '' ? '' : `.${property.path.replace(/[^\w.-]/g, escapeOf)}`;
  return `${printWord(name)}[${quoted(property.key)}]${path}`;
}

/** A field as Jira's refusals name it. */
export function fieldName(ref: FieldRef): string {
  return ref.property === undefined ? ref.name : printField(ref);
}

/** An operand as a query writes it. */
export function printOperand(operand: Operand): string {
  return operand.kind === 'list' ? `(${operand.values.map(printSingle).join(', ')})` : printSingle(operand);
}

function printSingle(single: Single): string {
  switch (single.kind) {
    case 'empty':
      return 'EMPTY';
    case 'function':
      return `${printWord(single.name)}(${single.args.map(quoted).join(', ')})`;
    case 'value':
      return single.isNumber ? single.text : quoted(single.text);
  }
}

const isPlain = (text: string): boolean =>
  /^[a-z][\w.-]*$/i.test(text) && !reservedWords.has(text.toLowerCase());

const printWord = (text: string): string => (isPlain(text) ? text : quoted(text));

function quoted(text: string): string {
  const inside = text.replaceAll(/[^]/g, (char) => {
    if (isControl(char)) return escapeOf(char);
    return char === '"' || char === '\\' ? `\\${char}` : char;
  });
  return `"${inside}"`;
}
