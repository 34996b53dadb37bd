import { getAppContext } from '@forge/api';
import { hourOf, type CountedKind, type HourOfUse } from '../domain/usage/usage';
import type { Instant } from '../domain/time/instant';
import { forgeClock, randomIds } from './forge/clock';

/** What one process has counted for one site. */
export interface OwnCount {
  /** Names the process among all that write rows for the site. */
  readonly process: string;
  readonly hours: Map<Instant, Mutable<HourOfUse>>;
  /** What was counted since it was written down last. */
  unkept: Record<CountedKind, number>;
  /** Hours that must be written down. */
  readonly changed: Set<Instant>;
  left: { readonly points: number; readonly at: Instant } | undefined;
  isLeftKept: boolean;
}

type Mutable<Value> = { -readonly [Key in keyof Value]: Value[Key] };

/** A warm process may serve several sites. */
const counts = new Map<string, OwnCount>();
/** As many hours as a process remembers: what it wrote of earlier ones stands. */
const HOURS_REMEMBERED = 3;
const NAME_LENGTH = 8;

export const noneUnkept = (): Record<CountedKind, number> => ({
  points: 0,
  requests: 0,
  statements: 0,
  issues: 0,
  runMs: 0,
});

export function ownCount(): OwnCount {
  const site = getAppContext().installationAri.toString();
  const known = counts.get(site);
  if (known) return known;
  const count: OwnCount = {
    process: randomIds.next().slice(0, NAME_LENGTH),
    hours: new Map(),
    unkept: noneUnkept(),
    changed: new Set(),
    left: undefined,
    isLeftKept: true,
  };
  counts.set(site, count);
  return count;
}

/** The present hour, to be counted up. */
function presentHour({ hours, changed }: OwnCount): Mutable<HourOfUse> {
  const hour = hourOf(forgeClock.now());
  changed.add(hour);
  const known = hours.get(hour);
  if (known) return known;
  const begun = { hour, heldSince: null, ...noneUnkept() };
  hours.set(hour, begun);
  for (const old of [...hours.keys()].slice(0, -HOURS_REMEMBERED)) hours.delete(old);
  return begun;
}

export function count(what: CountedKind, amount: number): void {
  const own = ownCount();
  presentHour(own)[what] += amount;
  own.unkept[what] += amount;
}

export function countHold(at: Instant): void {
  const own = ownCount();
  presentHour(own).heldSince ??= at;
}

/** Jira has said how many points are left. */
export function countLeft(points: number): void {
  Object.assign(ownCount(), { left: { points, at: forgeClock.now() }, isLeftKept: false });
}
