import { productDefaults } from '../defaults/site-defaults';
import { days, later, type Instant, type Span } from '../time/instant';
import { publicationsOf, type Publication, type Timeline } from '../timer/timeline';
import type { AgreementState } from './life';
import { plannedBy, type StepTaken } from './life-step';
import { reignsOf } from './timeline-of';

const NOTICE = days(productDefaults.expiringDays);

/** How an agreement stands that was published at least once. */
export interface AgreementStanding {
  readonly state: Extract<
    AgreementState,
    'scheduled' | 'in-force' | 'suspended' | 'expiring' | 'expired' | 'terminated' | 'archived'
  >;
  /** The version that is in force, else the one that will be or was last. */
  readonly current: Publication['version'];
  /** Versions that are published and come into force later, the next first. */
  readonly scheduled: readonly { readonly version: Publication['version']; readonly from: Instant }[];
  /** When it ends, or ended; undefined while no end is set. */
  readonly endsAt: Instant | undefined;
  /** Whether that end is one that somebody has planned before its term, and can still take back. */
  readonly isEndPlanned: boolean;
  /** Since when it is suspended. */
  readonly suspendedSince: Instant | undefined;
}

/**
 * @param timeline of the agreement, with at least one publication.
 * @param notice how long before its end an agreement counts as expiring (A9).
 */
export function standingOf(
  timeline: Timeline,
  steps: readonly StepTaken[],
  now: Instant,
  notice: Span = NOTICE,
): AgreementStanding | undefined {
  const reigns = reignsOf(publicationsOf(timeline)).map((reign, index) =>
    index === 0 ? { ...reign, from: reign.publication.agreement.effectiveFrom } : reign,
  );
  const reign = reigns.findLast(({ from }) => from <= now) ?? reigns[0];
  if (!reign) return undefined;
  const entries = [...timeline].sort((a, b) => a.at - b.at);
  const ends = entries.filter(({ kind, at }) => kind === 'ended' && at >= reign.from && at < reign.to);
  const endsAt = ends[0]?.at;
  const planned = plannedBy(steps).ends.some(({ from }) => from === endsAt);
  const pause = entries.findLast(
    ({ kind, at }) => at <= now && (kind === 'suspended' || kind === 'reinstated'),
  );
  const suspendedSince = pause?.kind === 'suspended' ? pause.at : undefined;
  return {
    state: stateAt(),
    current: reign.publication.version,
    scheduled: reigns
      .filter(({ from }) => from > now)
      .map(({ publication, from }) => ({ version: publication.version, from })),
    endsAt,
    isEndPlanned: planned && endsAt !== undefined && endsAt > now,
    suspendedSince,
  };

  function stateAt(): AgreementStanding['state'] {
    const put = steps.findLast(({ step }) => step === 'archive' || step === 'restore');
    if (put?.step === 'archive') return 'archived';
    if (endsAt !== undefined && endsAt <= now) return planned ? 'terminated' : 'expired';
    if (reign && reign.from > now) return 'scheduled';
    if (suspendedSince !== undefined) return 'suspended';
    return endsAt !== undefined && endsAt < later(now, notice) ? 'expiring' : 'in-force';
  }
}
