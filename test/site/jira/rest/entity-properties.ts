import { badRequest, ok, RestError } from './operation';
import type { Answer, Call, Operation } from './operation';

export const longestKey = 255;
/** Characters of JSON. */
export const longestValue = 32_768;

/** Something that holds properties, as one caller meets it. */
export interface PropertyOwner {
  readonly properties: ReadonlyMap<string, unknown>;
  set(key: string, value: unknown): void;
  delete(key: string): void;
  /** Of the list of keys, for `self` links. */
  readonly self: string;
}

/** How operations find the owner. Each throws a RestError when the caller may not read or write its properties. */
export interface OwnerLookup {
  read(call: Call): PropertyOwner;
  write(call: Call): PropertyOwner;
}

/** An owner whose properties are a map that nothing else looks at. */
export function plainOwner(properties: Map<string, unknown>, self: string): PropertyOwner {
  return {
    properties,
    self,
    set: (key, value) => properties.set(key, value),
    delete: (key) => properties.delete(key),
  };
}

/** @throws RestError 400 for a key or a value that is too long. */
export function requireProperty(key: string, value: unknown): void {
  if (key.length > longestKey) {
    throw badRequest(`The property key cannot be longer than ${longestKey} characters.`);
  }
  if (value === undefined) throw badRequest('The property value must be a valid, non-empty JSON.');
  if (JSON.stringify(value).length > longestValue) {
    throw badRequest(`The property value cannot be longer than ${longestValue} characters.`);
  }
}

const keyOf = (call: Call): string => call.params['propertyKey'] ?? '';

function requireKey({ properties }: PropertyOwner, key: string): void {
  if (!properties.has(key)) throw new RestError(404, [`The property with key '${key}' does not exist.`]);
}

/**
 * List, get, set and delete of one kind of owner. Setting answers 201 for a new property and 200 for one that was there,
 * with an empty body.
 */
export function propertyOperations(
  path: string,
  lookup: OwnerLookup,
  scopes: { readonly read: readonly string[]; readonly write: readonly string[] },
): readonly Operation[] {
  function list(call: Call): Answer {
    const { properties, self } = lookup.read(call);
    const at = (key: string): string => self.replace(/(?=\?|$)/, `/${encodeURIComponent(key)}`);
    return ok({ keys: [...properties.keys()].map((key) => ({ self: at(key), key })) });
  }

  function get(call: Call): Answer {
    const owner = lookup.read(call);
    const key = keyOf(call);
    requireKey(owner, key);
    return ok({ key, value: owner.properties.get(key) });
  }

  function set(call: Call): Answer {
    const owner = lookup.write(call);
    const key = keyOf(call);
    requireProperty(key, call.body);
    const status = owner.properties.has(key) ? 200 : 201;
    owner.set(key, call.body);
    return { status };
  }

  function remove(call: Call): Answer {
    const owner = lookup.write(call);
    const key = keyOf(call);
    requireKey(owner, key);
    owner.delete(key);
    return { status: 204 };
  }

  const one = `${path}/{propertyKey}`;
  return [
    { method: 'GET', path, scopes: scopes.read, handle: list },
    { method: 'GET', path: one, scopes: scopes.read, handle: get },
    { method: 'PUT', path: one, scopes: scopes.write, handle: set },
    { method: 'DELETE', path: one, scopes: scopes.write, handle: remove },
  ];
}
