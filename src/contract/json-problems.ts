import { problem, type Problem } from '../domain/problem';
import { pathOf } from './problems';

/** Deeper than anybody writes conditions; whoever reads the file walks into it by calling itself. */
const DEEPEST = 60;

/** An object or a list that the text is inside of. */
interface Level {
  /** Of an object, those that have stood already. */
  readonly keys: Set<string> | undefined;
  /** Where in it the text is. */
  at: string | number;
}

/**
 * What is wrong with a JSON text that reading it would hide: keys that stand twice in one object, of which the last would
 * win; keys that every object has of its own, such as `__proto__`; and more levels than a reader can go down.
 * @param text valid JSON.
 */
export function jsonProblems(text: string): Problem[] {
  const problems: Problem[] = [];
  const levels: Level[] = [];
  const path = (): string => pathOf(levels.map(({ at }) => at));
  for (const [token, colon] of text.matchAll(/"(?:[^"\\]+|\\.)*"(\s*:)?|[{}[\],]/g)) {
    const level = levels.at(-1);
    if (token === '{') levels.push({ keys: new Set(), at: '' });
    else if (token === '[') levels.push({ keys: undefined, at: 0 });
    else if (token === '}' || token === ']') levels.pop();
    else if (token === ',') {
      if (typeof level?.at === 'number') level.at += 1;
    } else if (colon !== undefined && level?.keys) {
      const key = String(JSON.parse(token.slice(0, -colon.length)));
      level.at = key;
      if (level.keys.has(key)) problems.push(problem('file.key-twice', path(), { key }));
      else if (key in Object.prototype) problems.push(problem('file.unexpected', path(), { key }));
      level.keys.add(key);
    }
    if (levels.length > DEEPEST) return [problem('file.too-deep', path(), { most: String(DEEPEST) })];
  }
  return problems;
}
