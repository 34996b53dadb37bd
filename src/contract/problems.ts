import type * as v from 'valibot';
import { problem, type Problem } from '../domain/problem';

/** What a schema found wrong, in the words of the file: paths as `calendars[0].weekly`, no names of schemas. */
export function fileProblems(issues: readonly v.BaseIssue<unknown>[]): Problem[] {
  return issues.map((issue) => {
    const keys = (issue.path ?? []).map(({ key }) => key);
    const last = keys.at(-1);
    const key = typeof last === 'string' || typeof last === 'number' ? String(last) : '';
    if (issue.type === 'strict_object' && issue.expected === 'never') {
      return problem('file.unexpected', pathOf(keys), { key });
    }
    // A rule about the shape as a whole, whose message is the problem's code.
    if (issue.type === 'custom') return problem(issue.message, pathOf(keys));
    if (issue.received === 'undefined') return problem('file.missing', pathOf(keys), { key });
    return problem('file.wrong', pathOf(keys), {
      expected: issue.expected ?? limitOf(issue),
      received: issue.received,
    });
  });
}

/** A rule about an amount or a pattern, such as `max_length 120`. */
function limitOf({ type, requirement }: v.BaseIssue<unknown>): string {
  const readable =
    typeof requirement === 'number' || typeof requirement === 'string' || requirement instanceof RegExp;
  return readable ? `${type} ${String(requirement)}` : type;
}

/** `calendars[0].weekly` for the keys on the way to it. */
export function pathOf(keys: readonly unknown[]): string {
  return keys.reduce<string>((path, key) => {
    if (typeof key === 'number') return `${path}[${key}]`;
    return path ? `${path}.${String(key)}` : String(key);
  }, '');
}
