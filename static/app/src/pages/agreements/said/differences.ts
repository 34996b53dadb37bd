import type { Line } from './lines';

/** One thing that two versions say otherwise; null where one does not say it. */
export interface Difference extends Omit<Line, 'value'> {
  readonly before: string | null;
  readonly after: string | null;
}

/** What changes from one version to the next, in the order of the next; what is gone stands where it stood. */
export function differencesOf(before: readonly Line[], after: readonly Line[]): Difference[] {
  const byKey = (lines: readonly Line[]) => new Map(lines.map((line) => [line.key, line]));
  const [old, anew] = [byKey(before), byKey(after)];
  const keys = after.map(({ key }) => key);
  before.forEach(({ key }, index) => {
    if (anew.has(key)) return;
    const previous = before[index - 1]?.key;
    keys.splice(previous === undefined ? 0 : keys.indexOf(previous) + 1, 0, key);
  });
  return keys.flatMap((key) => {
    const [was, is] = [old.get(key), anew.get(key)];
    const line = is ?? was;
    if (!line || was?.value === is?.value) return [];
    const { group, label } = line;
    return [{ key, group, label, before: was?.value ?? null, after: is?.value ?? null }];
  });
}
