import { EARLIEST, type Instant } from '../time/instant';
import type { Condition } from './condition';
import type { History } from './history';
import { idOf, inTurn } from './lane-state';
import { courseAsOf, type Course, type Rules } from './rules';
import type { AgreementTerms } from './terms';
import { presentAt, unmet, type Present, type Unmet } from './unmet';

/** Whether an agreement is the one for an issue, and why not. */
export type Applies =
  | { readonly kind: 'applies' }
  | { readonly kind: 'not-yet'; readonly from: Instant }
  | { readonly kind: 'ended'; readonly at: Instant }
  | { readonly kind: 'suspended'; readonly since: Instant; readonly reason: string }
  /** `condition` is what it says of its issues, as far as that does not hold. */
  | { readonly kind: 'other-issues'; readonly condition: Condition; readonly unmet: readonly Unmet[] }
  /** Another one is tried before it and applies. */
  | { readonly kind: 'outranked'; readonly by: string };

/** An agreement by what it says; where it is not in force, by what it will say first, or else said last. */
export interface AgreementTried {
  readonly terms: AgreementTerms;
  readonly applies: Applies;
}

/** One that is suspended still is the one for the issue: its timers wait, and no other takes its place. */
export const isTheOne = ({ kind }: Applies): boolean => kind === 'applies' || kind === 'suspended';

/** The agreements of a lane, of which one applies at a time, in the order in which they are tried (T13). */
export function triedIn(course: Course, present: Present, now: Instant): AgreementTried[] {
  const ids = new Set(course.turns.map(({ agreement }) => agreement));
  const tried = [...ids].flatMap((id) => tryOut(id, course, present, now) ?? []);
  tried.sort((a, b) => inTurn(a.terms, b.terms));
  const winner = tried.find(({ applies }) => isTheOne(applies));
  if (!winner) return tried;
  const outranked: Applies = { kind: 'outranked', by: winner.terms.publication.agreement.name };
  return tried.map((each) =>
    each !== winner && isTheOne(each.applies) ? { ...each, applies: outranked } : each,
  );
}

/** Whether an agreement is the one for an issue at `now`, be it suspended. */
export function isCovered(history: History, { lanes }: Rules, now: Instant): boolean {
  const present = presentAt(history, now);
  return lanes.some((lane) =>
    triedIn(courseAsOf(lane, now), present, now).some(({ applies }) => isTheOne(applies)),
  );
}

function tryOut(id: string, course: Course, present: Present, now: Instant): AgreementTried | undefined {
  const spells = spellsOf(id, course);
  const lived = spells.filter(({ from }) => from <= now);
  const current = lived.at(-1)?.terms;
  if (current) return { terms: current, applies: aboutOthers(current, present) ?? waitOf(lived) };
  const next = spells.find(({ from, terms }) => from > now && terms);
  if (next?.terms) return { terms: next.terms, applies: { kind: 'not-yet', from: next.from } };
  const [last, end] = lived.slice(lived.findLastIndex(({ terms }) => terms));
  return last?.terms && end && { terms: last.terms, applies: { kind: 'ended', at: end.from } };
}

/** How an agreement stands from an instant until the next spell. */
interface Spell {
  readonly from: Instant;
  /** Undefined while no version of it is in force. */
  readonly terms: AgreementTerms | undefined;
  /** Why it is suspended. */
  readonly suspended: string | undefined;
}

function spellsOf(id: string, { turns, states }: Course): Spell[] {
  return states.flatMap(({ inForce, suspended }, index): Spell[] => {
    const from = turns[index - 1]?.at ?? EARLIEST;
    // What another turn replaces at the same instant never was in force.
    if (turns[index]?.at === from) return [];
    return [{ from, terms: inForce.find((terms) => idOf(terms) === id), suspended: suspended.get(id) }];
  });
}

function aboutOthers({ publication }: AgreementTerms, present: Present): Applies | undefined {
  const { customer, service, covers } = publication.agreement;
  const about = [customer, service, covers].filter((part) => part !== undefined);
  const [missed, ...more] = about.filter((part) => unmet(part, present).length > 0);
  if (!missed) return undefined;
  const condition = more.length > 0 ? { all: [missed, ...more] } : missed;
  return { kind: 'other-issues', condition, unmet: unmet(condition, present) };
}

/** @param lived the spells until now. */
function waitOf(lived: readonly Spell[]): Applies {
  const reason = lived.at(-1)?.suspended;
  const since = lived[lived.findLastIndex(({ suspended }) => suspended !== reason) + 1]?.from;
  if (reason === undefined || since === undefined) return { kind: 'applies' };
  return { kind: 'suspended', since, reason };
}
