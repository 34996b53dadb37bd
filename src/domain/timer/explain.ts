import type { Agreement, ScopeOf } from '../agreement/agreement';
import { laterOf, type Instant } from '../time/instant';
import type { Condition, Reference } from './condition';
import type { Timer } from './cycle';
import { explainGoals, type GoalExplained } from './explain-goals';
import type { History } from './history';
import type { Metric, MetricKind } from './metric';
import { publicationsOf, type Publication, type Timeline } from './timeline';
import { presentAt, unmet, type Present, type Unmet } from './unmet';

/** How much an agreement says about whom and what it is for, the most first (T13). */
export const scopes = ['customer-and-service', 'customer', 'service', 'general'] as const;
export type Scope = (typeof scopes)[number];

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

export interface AgreementExplained {
  readonly id: Agreement['id'];
  readonly name: string;
  readonly kind: Agreement['kind'];
  readonly scope: Scope;
  readonly applies: Applies;
  /** Those of an agreement that applies, is suspended, or has a timer that still runs. */
  readonly metrics: readonly MetricExplained[];
}

export interface MetricExplained {
  readonly id: Metric['id'];
  readonly kind: MetricKind;
  readonly ran: 'never' | 'runs' | 'ended';
  /** What begins a cycle. */
  readonly start: Condition;
  readonly goals: readonly GoalExplained[];
}

/** What is known of an issue, and what it is judged by. */
export interface Judged {
  readonly history: History;
  /** One an agreement. */
  readonly timelines: readonly Timeline[];
  /** The timers at `now`. */
  readonly timers: readonly Timer[];
}

/**
 * Why an issue has the timers and the goals that it has at `now`, or none: every agreement in the order in which they are
 * tried (T13), and each of its rules (T2, engine rule 22).
 */
export function explain({ history, timelines, timers }: Judged, now: Instant): AgreementExplained[] {
  const present = presentAt(history, now);
  const tried = timelines.flatMap((timeline) => candidateOf(timeline, present, now) ?? []).sort(inTurn);
  const winner = tried.find((candidate) => isSla(candidate) && isTheOne(candidate));
  return tried.map((candidate) => {
    const { publication, scope } = candidate;
    const { id, name, kind } = publication.agreement;
    const isOutranked = winner && winner !== candidate && isSla(candidate) && isTheOne(candidate);
    const applies: Applies = isOutranked
      ? { kind: 'outranked', by: winner.publication.agreement.name }
      : candidate.applies;
    const metrics = metricsOf(candidate, timelines, timers, present).filter(
      ({ ran }) => isTheOne({ applies }) || ran === 'runs',
    );
    return { id, name, kind, scope, applies, metrics };
  });
}

/** The most specific first; ties, which a project should not have, by id (T13). */
function inTurn(a: Candidate, b: Candidate): number {
  const byScope = scopes.indexOf(a.scope) - scopes.indexOf(b.scope);
  return byScope || (a.publication.agreement.id < b.publication.agreement.id ? -1 : 1);
}

/** Of the agreements with customers one applies at a time; those with groups and suppliers bind somebody else (T12). */
const isSla = ({ publication }: Candidate): boolean => publication.agreement.kind === 'SLA';

/** One that is suspended still is the one for the issue: its timers wait, and no other takes its place. */
const isTheOne = ({ applies: { kind } }: { readonly applies: Applies }): boolean =>
  kind === 'applies' || kind === 'suspended';

interface Candidate {
  readonly publication: Publication;
  readonly scope: Scope;
  readonly applies: Exclude<Applies, { kind: 'outranked' }>;
}

/** An agreement by what it says at `now`, or will say first. */
function candidateOf(timeline: Timeline, present: Present, now: Instant): Candidate | undefined {
  const publications = publicationsOf(timeline).map((publication, index) => ({
    publication,
    from: inForceFrom(publication, index),
  }));
  const inForce = publications.findLast(({ from }) => from <= now);
  const { publication, from } = inForce ?? publications[0] ?? {};
  if (!publication || from === undefined) return undefined;
  const scope = scopeOf(publication.agreement);
  if (!inForce) return { publication, scope, applies: { kind: 'not-yet', from } };
  const happened = timeline.filter(({ at }) => at <= now).sort((a, b) => a.at - b.at);
  const end = happened.find((entry) => entry.kind === 'ended');
  if (end) return { publication, scope, applies: { kind: 'ended', at: end.at } };
  const { customer, service, covers } = publication.agreement;
  const about = [customer, service, covers].filter((part) => part !== undefined);
  const [missed, ...more] = about.filter((part) => unmet(part, present).length > 0);
  if (missed) {
    const condition = more.length > 0 ? { all: [missed, ...more] } : missed;
    const applies = { kind: 'other-issues', condition, unmet: unmet(condition, present) } as const;
    return { publication, scope, applies };
  }
  const stop = happened.findLast(({ kind }) => kind === 'suspended' || kind === 'reinstated');
  if (stop?.kind !== 'suspended') return { publication, scope, applies: { kind: 'applies' } };
  return { publication, scope, applies: { kind: 'suspended', since: stop.at, reason: stop.reason } };
}

/** Only the first may reach back before it was published (engine rule 16). */
function inForceFrom({ at, agreement: { effectiveFrom } }: Publication, index: number): Instant {
  return index === 0 ? effectiveFrom : laterOf(effectiveFrom, at);
}

function scopeOf({ customer, service }: ScopeOf<Reference>): Scope {
  if (customer) return service ? 'customer-and-service' : 'customer';
  return service ? 'service' : 'general';
}

/** Each metric by the version that its running cycle is judged by, else by the one in force. */
function metricsOf(
  { publication }: Candidate,
  timelines: readonly Timeline[],
  timers: readonly Timer[],
  present: Present,
): MetricExplained[] {
  const { id: agreement, metrics } = publication.agreement;
  return metrics.map((current) => {
    const timer = timers.find((each) => each.agreement.id === agreement && each.metric.id === current.id);
    const last = timer?.cycles.at(-1);
    const pinned = last && !last.end ? metricOf(timelines, last.version, current.id) : undefined;
    const { id, kind, start, goals } = pinned ?? current;
    const ran = last ? (last.end ? 'ended' : 'runs') : 'never';
    return { id, kind, ran, start, goals: explainGoals(goals, present) };
  });
}

function metricOf(timelines: readonly Timeline[], version: string, id: Metric['id']): Metric | undefined {
  return timelines
    .flatMap(publicationsOf)
    .find((publication) => publication.version === version)
    ?.agreement.metrics.find((metric) => metric.id === id);
}
