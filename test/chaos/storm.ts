import type { FaultRule } from '../site/forge/fault-rules';
import type { Release } from '../site/forge/releases';
import { Chance } from '../support/oracle/chance';
import { SCRIPT_MS } from './script';

/** Something that begins to go wrong, or another version of the app that comes in the midst of it. */
export type Gust = {
  /** Milliseconds from the opening of the site. */
  readonly at: number;
} & ({ readonly rule: FaultRule } | { readonly upgrade: Pick<Release, 'isMajor' | 'overlapMs'> });

const MINUTE = 60_000;
const GUSTS = 20;

/** All that goes wrong in a run: what Forge and Jira warn of, many times as often as they do it. */
export function stormOf(seed: number): Gust[] {
  const chance = new Chance(~seed);
  return chance
    .times(GUSTS, () => ({ at: chance.whole(0, SCRIPT_MS), ...gustBy(chance) }))
    .sort((a, b) => a.at - b.at);
}

function gustBy(chance: Chance): { rule: FaultRule } | { upgrade: Pick<Release, 'isMajor' | 'overlapMs'> } {
  if (!chance.in(0.05)) return { rule: ruleBy(chance) };
  return { upgrade: { isMajor: chance.in(0.5), overlapMs: chance.whole(0, 30) * MINUTE } };
}

function ruleBy(chance: Chance): FaultRule {
  const lasts = { skip: chance.whole(0, 6), times: chance.whole(1, 3), forMs: 30 * MINUTE };
  const what = chance.whole(0, 11);
  if (what < 3) return { match: { what: 'event' }, effect: deliveredBy(chance), lasts };
  if (what < 4) return { match: { what: 'message' }, effect: lateBy(chance), lasts };
  if (what < 5) {
    // Nothing runs for a while, as if the clock had jumped.
    const outage = { forMs: chance.whole(1, 25) * MINUTE };
    return { match: { what: 'invoke' }, effect: { do: 'answer', status: 503 }, lasts: outage };
  }
  if (what < 6) return { match: { what: 'jira', by: 'app' }, effect: quotaUsedUp(chance), lasts };
  const match = chance.one([
    { what: 'jira', by: 'app' },
    { what: 'sql' },
    { what: 'sql' },
    { what: 'queue' },
    { what: 'invoke' },
  ] as const);
  return { match, effect: answeredBy(chance), lasts };
}

type Delivered = Extract<FaultRule, { match: { what: 'event' | 'message' } }>['effect'];
type Answered = Exclude<FaultRule['effect'], Delivered>;

const deliveredBy = (chance: Chance): Delivered => (chance.in(0.4) ? { do: 'drop' } : lateBy(chance));

/** Twice, or late, so that others overtake it. */
const lateBy = (chance: Chance): Delivered =>
  chance.in(0.4) ? { do: 'double' } : { do: 'wait', ms: chance.whole(1, 20 * MINUTE) };

/** Until the hour ends, or for some minutes. */
function quotaUsedUp(chance: Chance): Answered {
  const headers = {
    'RateLimit-Reason': 'jira-quota-tenant-based',
    ...(chance.in(0.5) && { 'Retry-After': String(chance.whole(60, 1_800)) }),
  };
  return { do: 'answer', status: 429, headers };
}

/** With `done`, what was asked for has happened, and only the answer is lost. */
function answeredBy(chance: Chance): Answered {
  const done = chance.in(0.4);
  if (chance.in(0.2)) return { do: 'die', done };
  if (chance.in(0.2)) return { do: 'hang', done, atOnce: true };
  if (chance.in(0.3))
    return { do: 'answer', status: 429, headers: { 'Retry-After': String(chance.whole(1, 600)) } };
  return { do: 'answer', status: chance.one([500, 502, 503, 504]), done };
}
