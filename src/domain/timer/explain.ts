import type { Agreement } from '../agreement/agreement';
import type { Instant } from '../time/instant';
import type { Condition } from './condition';
import type { Timer } from './cycle';
import { isTheOne, triedIn, type Applies } from './explain-agreements';
import { explainGoals, type GoalExplained } from './explain-goals';
import type { History } from './history';
import { inTurn } from './lane-state';
import type { Metric, MetricKind } from './metric';
import { courseAsOf, type Rules } from './rules';
import type { AgreementTerms } from './terms';
import { presentAt, type Present } from './unmet';

/** How much an agreement says about whom and what it is for, the most first (T13). */
export const scopes = ['customer-and-service', 'customer', 'service', 'general'] as const;
export type Scope = (typeof scopes)[number];

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
  readonly rules: Rules;
  /** The timers at `now`. */
  readonly timers: readonly Timer[];
}

/**
 * Why an issue has the timers and the goals that it has at `now`, or none: every agreement in the order in which they are
 * tried (T13), and each of its rules (T2, engine rule 22).
 */
export function explain({ history, rules, timers }: Judged, now: Instant): AgreementExplained[] {
  const present = presentAt(history, now);
  const tried = rules.lanes.flatMap((lane) => triedIn(courseAsOf(lane, now), present, now));
  tried.sort((a, b) => inTurn(a.terms, b.terms));
  return tried.map(({ terms, applies }) => {
    const { id, name, kind } = terms.publication.agreement;
    const metrics = metricsOf(terms, rules, timers, present);
    return {
      id,
      name,
      kind,
      scope: scopeOf(terms),
      applies,
      metrics: isTheOne(applies) ? metrics : metrics.filter(({ ran }) => ran === 'runs'),
    };
  });
}

function scopeOf({ publication }: AgreementTerms): Scope {
  const { customer, service } = publication.agreement;
  if (customer) return service ? 'customer-and-service' : 'customer';
  return service ? 'service' : 'general';
}

/** Each metric by the version that its running cycle is judged by, else by the one that is tried. */
function metricsOf(
  { publication }: AgreementTerms,
  rules: Rules,
  timers: readonly Timer[],
  present: Present,
): MetricExplained[] {
  const { id: agreement, metrics } = publication.agreement;
  return metrics.map((tried) => {
    const timer = timers.find((each) => each.agreement.id === agreement && each.metric.id === tried.id);
    const last = timer?.cycles.at(-1);
    const pinned = last && !last.end ? metricIn(rules, last.version, tried.id) : undefined;
    const { id, kind, start, goals } = pinned ?? tried;
    const ran = last ? (last.end ? 'ended' : 'runs') : 'never';
    return { id, kind, ran, start, goals: explainGoals(goals, present) };
  });
}

function metricIn({ lanes }: Rules, version: string, id: Metric['id']): Metric | undefined {
  return lanes
    .flatMap(({ turns }) => turns.flatMap((turn) => ('terms' in turn ? turn.terms : [])))
    .find(({ publication }) => publication.version === version)
    ?.metrics.get(id)?.metric;
}
