import { createHash } from 'node:crypto';
import * as v from 'valibot';
import type { SortKey } from '../jql/kinds';
import { badRequest } from './operation';

const lifetimeMs = 7 * 24 * 60 * 60 * 1000;

const Token = v.object({
  query: v.string(),
  expires: v.number(),
  keys: v.array(v.union([v.number(), v.string(), v.null()])),
});

/** A token for the page behind the issue with these sort keys, good for seven days of the site's time. */
export function writeToken(keys: readonly SortKey[], jql: string, now: number): string {
  const token = { query: digest(jql), expires: now + lifetimeMs, keys };
  return Buffer.from(JSON.stringify(token)).toString('base64url');
}

/**
 * The sort keys of the issue behind which a page starts.
 * @throws RestError 400 for a token that is made up, out of date or of another query.
 */
export function readToken(token: string, jql: string, now: number): readonly SortKey[] {
  const read = v.safeParse(Token, json(Buffer.from(token, 'base64url').toString()));
  if (!read.success || read.output.query !== digest(jql) || read.output.expires < now) {
    throw badRequest('The provided next page token is invalid or expired.');
  }
  return read.output.keys;
}

const digest = (jql: string): string => createHash('sha256').update(jql).digest('base64url').slice(0, 16);

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
