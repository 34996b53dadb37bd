import { Chance } from '../support/oracle/chance';

/** What somebody does on the site. Issues are named by a number: the so-manieth of those that are there, counted around. */
export type Deed =
  | { readonly kind: 'create'; readonly priority: string }
  | { readonly kind: 'move'; readonly issue: number; readonly transition: number }
  | { readonly kind: 'priority'; readonly issue: number; readonly priority: string }
  | { readonly kind: 'comment'; readonly issue: number; readonly public: boolean }
  | { readonly kind: 'assign'; readonly issue: number; readonly to: 'agent' | 'nobody' }
  | { readonly kind: 'delete'; readonly issue: number }
  /** The service level manager publishes definitions in which all goals are so many times as long. */
  | { readonly kind: 'publish'; readonly times: number };

export interface Act {
  /** Milliseconds from the opening of the site. */
  readonly at: number;
  readonly deed: Deed;
}

const HOUR = 3_600_000;
/** How long people act; then nothing happens but time. */
export const SCRIPT_MS = HOUR;

const priorities = ['1 - Critical', '2 - High', '3 - Moderate', '4 - Low'];

/** What people do in an hour, in order; some of it at once. */
export function scriptOf(seed: number): Act[] {
  const chance = new Chance(seed);
  const acts: Act[] = [{ at: 0, deed: { kind: 'publish', times: 1 } }];
  let at = 0;
  while (at < SCRIPT_MS) {
    acts.push({ at, deed: deedBy(chance) });
    // Bursts, in which a drain and an event meet, and long silences.
    if (!chance.in(0.3)) at += Math.floor(20 * HOUR ** (chance.whole(30, 74) / 100));
  }
  return acts;
}

function deedBy(chance: Chance): Deed {
  const issue = chance.whole(0, 1_000);
  const kind = chance.whole(0, 99);
  if (kind < 15) return { kind: 'create', priority: chance.one(priorities) };
  if (kind < 60) return { kind: 'move', issue, transition: chance.whole(0, 10) };
  if (kind < 75) return { kind: 'priority', issue, priority: chance.one(priorities) };
  if (kind < 88) return { kind: 'comment', issue, public: chance.in(0.7) };
  if (kind < 94) return { kind: 'assign', issue, to: chance.one(['agent', 'nobody']) };
  if (kind < 97) return { kind: 'delete', issue };
  return { kind: 'publish', times: chance.one([0.5, 1, 2]) };
}
