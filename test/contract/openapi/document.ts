import { readFileSync } from 'node:fs';
import path from 'node:path';
import { corrections } from './corrections';

/** A schema of OpenAPI 3.0, or of JSON Schema once it went through `jsonSchema`. */
export type Schema = Readonly<Record<string, unknown>>;

export interface Parameter {
  readonly in: 'path' | 'query';
  readonly name: string;
  readonly required?: boolean;
  readonly schema: Schema;
}

interface Content {
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
}

export interface DocumentedOperation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: Content & { readonly required?: boolean };
  readonly responses: Readonly<Record<string, Content>>;
  readonly security?: readonly { readonly OAuth2?: readonly string[] }[];
  readonly 'x-atlassian-oauth2-scopes'?: readonly {
    readonly scheme: string;
    readonly state: string;
    readonly scopes: readonly string[];
  }[];
}

interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, DocumentedOperation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Puts `schema` where `pointer` leads; the last step may be new, the others must be there. */
function correct(root: unknown, pointer: string, schema: Schema | readonly string[]): void {
  const steps = pointer.split('/').map((step) => step.replaceAll('~1', '/'));
  const last = steps.pop() ?? '';
  let at = root;
  for (const step of steps) {
    at = isRecord(at) ? at[step] : undefined;
  }
  if (!isRecord(at)) throw new Error(`The document has nothing at ${pointer}.`);
  at[last] = schema;
}

function read(): OpenApi {
  const text = readFileSync(path.join(__dirname, 'jira-platform-v3.trimmed.json'), 'utf8');
  const document = JSON.parse(text) as OpenApi;
  for (const { at, schema } of corrections) correct(document, at, schema);
  return document;
}

/** Atlassian's document with the corrections of `corrections.ts`. */
export const document: OpenApi = read();

export interface Found {
  /** Such as `GET /rest/api/3/issue/{issueIdOrKey}`. */
  readonly name: string;
  readonly operation: DocumentedOperation;
  readonly params: Readonly<Record<string, string>>;
}

const parts = (pathname: string): string[] => pathname.split('/').slice(1);
const isVariable = (part: string): boolean => part.startsWith('{');

/** Templates with the fewest variables first, so that `/issue/bulkfetch` comes before `/issue/{issueIdOrKey}`. */
const templates = Object.keys(document.paths).sort(
  (a, b) => parts(a).filter(isVariable).length - parts(b).filter(isVariable).length,
);

function paramsOf(template: string, pathname: string): Record<string, string> | undefined {
  const wanted = parts(template);
  const given = parts(pathname);
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [at, part] of wanted.entries()) {
    const value = given[at] ?? '';
    if (isVariable(part)) params[part.slice(1, -1)] = decodeURIComponent(value);
    else if (part !== value) return undefined;
  }
  return params;
}

/** The documented operation that a request is for. */
export function operationFor(method: string, pathname: string): Found | undefined {
  for (const template of templates) {
    const operation = document.paths[template]?.[method.toLowerCase()];
    if (operation === undefined) continue;
    const params = paramsOf(template, pathname);
    if (params !== undefined) return { name: `${method} ${template}`, operation, params };
  }
  return undefined;
}

/** The schema of a JSON body; undefined when the document says nothing of one. */
export function bodySchema(content: Content | undefined): Schema | undefined {
  return content?.content?.['application/json']?.schema;
}
