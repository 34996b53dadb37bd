import { undocumentedStatuses } from './corrections';
import { bodySchema, document, operationFor } from './document';
import type { Found, Schema } from './document';
import { parameterProblems, problemsOf } from './schemas';

/** One request to Jira's REST API and what was answered. */
export interface Exchange {
  readonly method: string;
  /** Path and query, with or without an origin. */
  readonly url: string;
  /** The parsed JSON body; undefined when there was none. */
  readonly requestBody?: unknown;
  readonly status: number;
  /** The parsed JSON answer; undefined when it was empty. */
  readonly body?: unknown;
  /** Of the answer, by lower-case name. */
  readonly headers?: Readonly<Record<string, string>>;
}

const refusal: Schema = { $ref: '#/components/schemas/ErrorCollection' };

/**
 * What is wrong with these exchanges by Atlassian's document; each once, with the request that shows it. Requests that the
 * site refused by name (501) are no matter of the document.
 */
export function contractProblems(exchanges: Iterable<Exchange>): string[] {
  const problems = new Set<string>();
  for (const exchange of exchanges) {
    const { method, url, status } = exchange;
    for (const problem of problemsOfExchange(exchange))
      problems.add(`${method} ${url} → ${status}: ${problem}`);
  }
  return [...problems];
}

function problemsOfExchange(exchange: Exchange): string[] {
  const { method, status } = exchange;
  if (status === 501) return [];
  const url = new URL(exchange.url, 'http://jira');
  const found = operationFor(method, url.pathname);
  if (found === undefined) return ['is not in the document'];
  return [
    ...parameters(found, url.searchParams, status),
    ...request(found, exchange),
    ...answer(found, exchange),
  ];
}

const succeeded = (status: number): boolean => status < 400;

function parameters({ operation, params }: Found, query: URLSearchParams, status: number): string[] {
  const known = operation.parameters ?? [];
  const names = new Set(known.filter((each) => each.in === 'query').map(({ name }) => name));
  const unknown = [...new Set(query.keys())].filter((name) => !names.has(name));
  const problems = unknown.map((name) => `the query has an unknown '${name}'`);
  if (!succeeded(status)) return problems;
  for (const { in: place, name, required, schema } of known) {
    const inPath = params[name];
    const values = place === 'query' ? query.getAll(name) : inPath === undefined ? [] : [inPath];
    if (values.length === 0) {
      if (required === true) problems.push(`was accepted without '${name}'`);
      continue;
    }
    problems.push(...parameterProblems(schema, values).map((each) => `accepted '${name}', which ${each}`));
  }
  return problems;
}

function request({ operation }: Found, { requestBody, status }: Exchange): string[] {
  if (!succeeded(status)) return [];
  const { requestBody: documented } = operation;
  if (requestBody === undefined) return documented?.required === true ? ['was accepted without a body'] : [];
  const schema = bodySchema(documented);
  if (schema === undefined) return ['has a body, of which the document knows nothing'];
  return problemsOf(schema, requestBody, 'request').map((each) => `accepted a body: ${each}`);
}

function answer({ name, operation }: Found, { status, body, headers = {} }: Exchange): string[] {
  const documented = operation.responses[status];
  const problems: string[] = [];
  if (documented === undefined) {
    const real = undocumentedStatuses.some(
      (each) => each.status === status && (each.operation ?? name) === name,
    );
    if (!real) problems.push('the status is not documented');
  }
  if (status === 303 && headers['location'] === undefined) problems.push('leads nowhere');
  const schema = bodySchema(documented) ?? (succeeded(status) ? undefined : refusal);
  if (body === undefined) {
    if (schema !== undefined && status < 300 && Object.keys(schema).length > 0)
      problems.push('the answer is empty');
  } else if (schema === undefined) problems.push('the answer should be empty');
  else problems.push(...problemsOf(schema, body, 'answer').map((each) => `the answer: ${each}`));
  return problems;
}

/** The classic OAuth scopes of an operation; undefined when the document does not know it. */
export function documentedScopes(method: string, template: string): readonly string[] | undefined {
  const operation = document.paths[template]?.[method.toLowerCase()];
  if (operation === undefined) return undefined;
  const current = operation['x-atlassian-oauth2-scopes']?.find(({ state }) => state === 'Current');
  return current?.scopes ?? operation.security?.find(({ OAuth2 }) => OAuth2 !== undefined)?.OAuth2 ?? [];
}
