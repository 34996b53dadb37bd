import Ajv from 'ajv';
import type { ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { document } from './document';
import type { Schema } from './document';

/** Whose body it is: `readOnly` properties stand in answers only, `writeOnly` ones in requests only. */
export type Direction = 'request' | 'answer';

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Words of OpenAPI that say nothing about what is valid. */
const silent = new Set([
  'xml',
  'example',
  'readOnly',
  'writeOnly',
  'deprecated',
  'discriminator',
  'description',
]);

/**
 * An OpenAPI 3.0 schema as JSON Schema: `nullable` becomes a type, properties of the other direction go, and an object
 * that lists properties has no others in answers, also where the document leaves it open: invented ones must show.
 */
function jsonSchema(schema: unknown, direction: Direction): unknown {
  if (Array.isArray(schema)) return schema.map((each) => jsonSchema(each, direction));
  if (!isRecord(schema)) return schema;
  const { nullable, properties, required, $ref, ...rest } = schema;
  if (typeof $ref === 'string') return { $ref: `${direction}#/definitions/${$ref.split('/').at(-1)}` };
  const converted: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(rest)) {
    if (!silent.has(key) && !key.startsWith('x-')) {
      converted[key] = key === 'enum' || key === 'default' ? value : jsonSchema(value, direction);
    }
  }
  if (isRecord(properties)) {
    const other = direction === 'request' ? 'readOnly' : 'writeOnly';
    const kept = Object.entries(properties).filter(([, each]) => !isRecord(each) || each[other] !== true);
    converted['properties'] = Object.fromEntries(
      kept.map(([name, each]) => [name, jsonSchema(each, direction)]),
    );
    if (direction === 'answer' && !isRecord(converted['additionalProperties'])) {
      converted['additionalProperties'] = false;
    }
    if (Array.isArray(required)) {
      converted['required'] = required.filter((name) => kept.some(([each]) => each === name));
    }
  }
  if (nullable !== true) return converted;
  const { type } = converted;
  const isPlain = typeof type === 'string' && converted['enum'] === undefined;
  return isPlain ? { ...converted, type: [type, 'null'] } : { anyOf: [{ type: 'null' }, converted] };
}

/** As Jira writes instants: RFC 3339 would have a colon in the offset. */
const jiraInstant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}[+-]\d{4}$/;

const ajv = new Ajv({ allErrors: true, strict: false });
addFormats(ajv);
ajv.addFormat('date-time', jiraInstant);
for (const direction of ['request', 'answer'] as const) {
  const definitions = Object.fromEntries(
    Object.entries(document.components.schemas).map(([name, each]) => [name, jsonSchema(each, direction)]),
  );
  ajv.addSchema({ $id: direction, definitions });
}

const compiled = new Map<Schema, Partial<Record<Direction, ValidateFunction>>>();

/** What is wrong with a value, such as `/issues[]/id must be string`; empty when nothing is. */
export function problemsOf(schema: Schema, value: unknown, direction: Direction): string[] {
  const known = compiled.get(schema) ?? {};
  compiled.set(schema, known);
  const validate = (known[direction] ??= ajv.compile(jsonSchema(schema, direction) as Schema));
  if (validate(value)) return [];
  const problems = (validate.errors ?? []).map(({ instancePath, message = '', params }) => {
    const extra = 'additionalProperty' in params ? ` '${String(params['additionalProperty'])}'` : '';
    return `${instancePath.replaceAll(/\/\d+/g, '[]')} ${message}${extra}`.trim();
  });
  return [...new Set(problems)];
}

const coercing = new Ajv({ allErrors: true, strict: false, coerceTypes: 'array' });
addFormats(coercing);

/** The same for a value out of a path or a query, which is text there. */
export function parameterProblems(schema: Schema, values: readonly string[]): string[] {
  const isList = schema['type'] === 'array';
  const value = isList ? [...values] : values.at(-1);
  const holder = { type: 'object', properties: { value: jsonSchema(schema, 'request') } };
  if (coercing.validate(holder, { value })) return [];
  return (coercing.errors ?? []).map(({ message = '' }) => message);
}
