import { JqlError } from './errors';
import { position, tokenize } from './lexer';
import type { Token } from './lexer';
import { predicateWords } from './syntax';
import type {
  Clause,
  ComparisonOperator,
  FieldRef,
  Operand,
  OrderTerm,
  Predicate,
  Query,
  Single,
  WasOperator,
} from './syntax';
import { reservedWords } from './words';

const symbolOperators: readonly string[] = ['=', '!=', '<', '<=', '>', '>=', '~', '!~'];
const operatorList =
  "The valid operators are '=', '!=', '<', '>', '<=', '>=', '~', '!~', 'IN', 'NOT IN', 'IS' and 'IS NOT'.";

/**
 * Reads a query; says nothing about whether its fields and values exist.
 * @throws JqlError with Jira's sentence for what cannot be read.
 */
export function parse(jql: string): Query {
  return new Parser(jql).query();
}

class Parser {
  private readonly tokens: readonly Token[];
  private next = 0;

  constructor(private readonly jql: string) {
    this.tokens = tokenize(jql);
  }

  query(): Query {
    const isOrderOnly = this.token.kind === 'end' || this.isWord('order');
    const where = isOrderOnly ? undefined : this.disjunction();
    const orderBy = this.takeWord('order') ? this.orderTerms() : [];
    if (this.token.kind !== 'end') throw this.expecting(orderBy.length > 0 ? "','" : "either 'OR' or 'AND'");
    return { ...(where === undefined ? {} : { where }), orderBy };
  }

  private disjunction(): Clause {
    const clauses = [this.conjunction()];
    while (this.takeWord('or') || this.takeSymbol('||', '|')) clauses.push(this.conjunction());
    return joined('or', clauses);
  }

  private conjunction(): Clause {
    const clauses = [this.negation()];
    while (this.takeWord('and') || this.takeSymbol('&&', '&')) clauses.push(this.negation());
    return joined('and', clauses);
  }

  private negation(): Clause {
    if (this.takeWord('not') || this.takeSymbol('!')) return { kind: 'not', clause: this.negation() };
    if (!this.takeSymbol('(')) return this.terminal();
    const clause = this.disjunction();
    this.expectSymbol(')');
    return clause;
  }

  private terminal(): Clause {
    const field = this.field();
    if (this.takeWord('was')) return this.was(field);
    if (this.takeWord('changed')) return { kind: 'changed', field, predicates: this.predicates() };
    const operator = this.comparisonOperator();
    return { kind: 'comparison', field, operator, operand: this.operand() };
  }

  private was(field: FieldRef): Clause {
    const not = this.takeWord('not') ? ' not' : '';
    const among = this.takeWord('in') ? ' in' : '';
    const operator: WasOperator = `was${not}${among}`;
    return { kind: 'was', field, operator, operand: this.operand(), predicates: this.predicates() };
  }

  private predicates(): Predicate[] {
    const predicates: Predicate[] = [];
    for (let word = this.predicateWord(); word !== undefined; word = this.predicateWord()) {
      predicates.push({ word, operand: this.operand() });
    }
    return predicates;
  }

  private predicateWord(): Predicate['word'] | undefined {
    return predicateWords.find((word) => this.takeWord(word));
  }

  private comparisonOperator(): ComparisonOperator {
    const { kind, text } = this.token;
    if (kind === 'symbol' && symbolOperators.includes(text)) {
      this.next += 1;
      return text as ComparisonOperator;
    }
    if (this.takeWord('in')) return 'in';
    if (this.takeWord('is')) return this.takeWord('not') ? 'is not' : 'is';
    if (this.takeWord('not')) {
      if (this.takeWord('in')) return 'not in';
      throw this.expecting("'IN'");
    }
    throw this.expecting('operator', operatorList);
  }

  private operand(): Operand {
    if (!this.takeSymbol('(')) return this.single();
    const values: Single[] = [];
    do {
      const value = this.operand();
      // A list in a list means the same as one list.
      values.push(...(value.kind === 'list' ? value.values : [value]));
    } while (this.takeSymbol(','));
    this.expectSymbol(')');
    return { kind: 'list', values };
  }

  private single(): Single {
    if (this.takeWord('empty') || this.takeWord('null')) return { kind: 'empty' };
    const token = this.token;
    if (token.kind !== 'word' && token.kind !== 'quoted') {
      throw this.expecting('either a value, list or function', surround(token, 'value'));
    }
    this.refuseReserved(token);
    this.next += 1;
    if (this.takeSymbol('(')) return { kind: 'function', name: token.text, args: this.args() };
    return { kind: 'value', text: token.text, isNumber: token.kind === 'word' && /^-?\d+$/.test(token.text) };
  }

  private args(): string[] {
    const args: string[] = [];
    if (this.takeSymbol(')')) return args;
    do {
      const token = this.token;
      if (token.kind !== 'word' && token.kind !== 'quoted') {
        throw this.expecting('a function argument', surround(token, 'argument'));
      }
      args.push(token.text);
      this.next += 1;
    } while (this.takeSymbol(','));
    this.expectSymbol(')');
    return args;
  }

  private orderTerms(): OrderTerm[] {
    if (!this.takeWord('by')) throw this.expecting("'by'");
    const terms: OrderTerm[] = [];
    do {
      const field = this.field();
      if (this.takeWord('asc')) terms.push({ field, direction: 'asc' });
      else if (this.takeWord('desc')) terms.push({ field, direction: 'desc' });
      else if (this.token.kind === 'word' || this.token.kind === 'quoted') {
        throw this.expecting("either 'ASC' or 'DESC'");
      } else terms.push({ field });
    } while (this.takeSymbol(','));
    return terms;
  }

  private field(): FieldRef {
    const token = this.token;
    if (this.takeWord('cf')) return { name: `cf[${this.customId()}]` };
    if (token.kind === 'symbol' && token.text === '[')
      throw this.expecting('a field name', "Did you mean 'cf['?");
    if (token.kind === 'symbol') throw this.expecting('a field name', surround(token, 'field name'));
    if (token.kind === 'end') throw this.problem('Expecting a field name at the end of the query.');
    if (isKeyword(token)) throw this.expecting('a field name', surround(token, 'field name'));
    this.refuseReserved(token);
    if (token.text.trim() === '') throw this.problem('A field name cannot be empty.', token);
    this.next += 1;
    if (!this.takeSymbol('[')) return { name: token.text };
    const key = this.token.text;
    this.next += 1;
    this.expectSymbol(']');
    return { name: token.text, property: { key, path: this.propertyPath() } };
  }

  private propertyPath(): string {
    const { kind, text } = this.token;
    if (kind !== 'word' || !text.startsWith('.')) return '';
    this.next += 1;
    return text.slice(1);
  }

  private customId(): string {
    this.expectSymbol('[');
    const { text } = this.token;
    if (!/^\d+$/.test(text)) throw this.expecting('a custom field id (a positive number)');
    this.next += 1;
    this.expectSymbol(']');
    return text;
  }

  private get token(): Token {
    return this.tokens[this.next] ?? { kind: 'end', text: '', at: this.jql.length };
  }

  private isWord(word: string): boolean {
    return this.token.kind === 'word' && this.token.text.toLowerCase() === word;
  }

  private takeWord(word: string): boolean {
    if (!this.isWord(word)) return false;
    this.next += 1;
    return true;
  }

  private takeSymbol(...symbols: string[]): boolean {
    if (this.token.kind !== 'symbol' || !symbols.includes(this.token.text)) return false;
    this.next += 1;
    return true;
  }

  private expectSymbol(symbol: string): void {
    if (!this.takeSymbol(symbol)) throw this.expecting(`'${symbol}'`);
  }

  private refuseReserved(token: Token): void {
    if (token.kind !== 'word' || !reservedWords.has(token.text.toLowerCase())) return;
    const advice = 'You must surround it in quotation marks to use it in a query.';
    throw this.problem(`'${token.text}' is a reserved JQL word. ${advice}`, token);
  }

  private expecting(what: string, advice = ''): JqlError {
    const token = this.token;
    const got = token.kind === 'end' ? 'before the end of the query.' : `but got '${token.text}'.`;
    const sentence = `Expecting ${what} ${got}`;
    // Jira advises how to write what stands there; at the end there is nothing to write otherwise, but operators it lists.
    const useful = token.kind === 'end' && advice !== operatorList ? '' : advice;
    // Seen on a real site: of all sentences this one says "in JQL Query".
    const start = what.startsWith('either a value') ? 'Error in JQL Query' : 'Error in the JQL Query';
    const where = token.kind === 'end' ? '' : position(this.jql, token.at);
    return new JqlError([`${start}: ${sentence}`, useful, where].filter((part) => part !== '').join(' '));
  }

  private problem(text: string, token?: Token): JqlError {
    const where = token === undefined ? '' : ` ${position(this.jql, token.at)}`;
    return new JqlError(`Error in the JQL Query: ${text}${where}`);
  }
}

function joined(kind: 'and' | 'or', clauses: readonly Clause[]): Clause {
  const [only] = clauses;
  return only !== undefined && clauses.length === 1 ? only : { kind, clauses };
}

function isKeyword({ kind, text }: Token): boolean {
  return (
    kind === 'word' && ['and', 'or', 'in', 'is', 'asc', 'desc', 'by', 'was'].includes(text.toLowerCase())
  );
}

function surround({ text }: Token, as: string): string {
  const article = as === 'argument' ? 'an' : 'a';
  return `You must surround '${text}' in quotation marks to use it as ${article} ${as}.`;
}
