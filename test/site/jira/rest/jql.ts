import * as v from 'valibot';
import { fieldName, printField, printOperand } from '../jql/print';
import type { Clause, FieldRef, Operand, Predicate, Query } from '../jql/syntax';
import type { Json } from '../shapes';
import { compiled, matching, parsed } from './jql-query';
import { badRequest, NotModelled, ok, parseBody, RestError } from './operation';
import type { Answer, Call, Operation } from './operation';

const Match = v.strictObject({
  issueIds: v.array(v.pipe(v.number(), v.integer())),
  jqls: v.array(v.string()),
});

/**
 * Which of some issues each of some queries would find, by the search index.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-search/#api-rest-api-3-jql-match-post
 */
function match(call: Call): Answer {
  const { issueIds, jqls } = parseBody(Match, call.body);
  const wanted = new Set(issueIds.map(String));
  const matches = jqls.map((jql) => {
    const errors: string[] = [];
    const found = noting(errors, () => matching(call, compiled(call, parsed(jql)))) ?? [];
    const ids = found.flatMap(({ id }) => (wanted.has(id) ? [Number(id)] : []));
    return { matchedIssues: ids.sort((a, b) => a - b), errors };
  });
  return ok({ matches });
}

const Parse = v.strictObject({
  queries: v.pipe(v.array(v.pipe(v.string(), v.minLength(1))), v.minLength(1)),
});

/**
 * The syntax tree of each query, and what is wrong with it for the caller. `validation` is `strict` (no tree when
 * anything is wrong), `warn` (a tree when it can be read) or `none` (fields and values are not looked at).
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-jql/#api-rest-api-3-jql-parse-post
 */
function parseQueries(call: Call): Answer {
  const validation = call.query.get('validation') ?? 'strict';
  if (!['strict', 'warn', 'none'].includes(validation)) {
    throw badRequest('The validation must be strict, warn or none.');
  }
  const { queries } = parseBody(Parse, call.body);
  const answers = queries.map((query) => {
    const errors: string[] = [];
    const tree = noting(errors, () => parsed(query));
    if (tree !== undefined && validation !== 'none') noting(errors, () => compiled(call, tree));
    const isGiven = tree !== undefined && (errors.length === 0 || validation !== 'strict');
    return {
      query,
      ...(isGiven ? { structure: structureOf(tree) } : {}),
      ...(errors.length > 0 ? { errors } : {}),
    };
  });
  return ok({ queries: answers });
}

/** Undefined when the work was refused with 400, whose messages are added to `errors`. */
function noting<T>(errors: string[], work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof RestError) || error instanceof NotModelled) throw error;
    errors.push(...error.errorMessages);
    return undefined;
  }
}

function structureOf({ where, orderBy }: Query): Json {
  const fields = orderBy.map(({ field, direction }) => ({
    field: fieldJson(field),
    ...(direction === undefined ? {} : { direction }),
  }));
  return {
    ...(where === undefined ? {} : { where: clauseJson(where) }),
    ...(fields.length === 0 ? {} : { orderBy: { fields } }),
  };
}

function clauseJson(clause: Clause): Json {
  switch (clause.kind) {
    case 'and':
    case 'or':
      return { operator: clause.kind, clauses: clause.clauses.map(clauseJson) };
    case 'not':
      return { operator: 'not', clauses: [clauseJson(clause.clause)] };
    case 'comparison': {
      // The document writes "does not contain" so.
      const operator = clause.operator === '!~' ? '~=' : clause.operator;
      return { field: fieldJson(clause.field), operator, operand: operandJson(clause.operand) };
    }
    case 'was':
      return {
        field: fieldJson(clause.field),
        operator: clause.operator,
        operand: operandJson(clause.operand),
        predicates: clause.predicates.map(predicateJson),
      };
    case 'changed':
      return {
        field: fieldJson(clause.field),
        operator: 'changed',
        predicates: clause.predicates.map(predicateJson),
      };
  }
}

const predicateJson = ({ word, operand }: Predicate): Json => ({
  operator: word,
  operand: operandJson(operand),
});

function fieldJson(field: FieldRef): Json {
  const { property } = field;
  return {
    name: fieldName(field),
    encodedName: printField(field),
    ...(property === undefined ? {} : { property: [{ entity: 'issue', ...property }] }),
  };
}

function operandJson(operand: Operand): Json {
  switch (operand.kind) {
    case 'list':
      return { values: operand.values.map(operandJson), encodedOperand: printOperand(operand) };
    case 'empty':
      return { keyword: 'empty' };
    case 'function':
      return { function: operand.name, arguments: operand.args, encodedOperand: printOperand(operand) };
    case 'value':
      return { value: operand.text, encodedValue: printOperand(operand) };
  }
}

const scopes = ['read:jira-work'];

export const jqlOperations: readonly Operation[] = [
  { method: 'POST', path: '/rest/api/3/jql/match', scopes, handle: match },
  { method: 'POST', path: '/rest/api/3/jql/parse', scopes, handle: parseQueries },
];
