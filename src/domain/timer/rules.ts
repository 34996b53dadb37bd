import { EARLIEST, laterOf, type Instant } from '../time/instant';
import { statesAfter, type LaneState } from './lane-state';
import type { Metric } from './metric';
import { FieldSlots } from './field-slots';
import { compileAgreement, type AgreementTerms } from './terms';
import { publicationsOf, type Publication, type Repaired, type RunOff, type Timeline } from './timeline';

/** All that ever happened to the rules of some agreements, ready to judge any number of histories. */
export interface Rules {
  readonly lanes: readonly Lane[];
}

/**
 * Agreements of which one applies to an issue at a time: the SLAs of a project together, of which the most specific that
 * covers the issue wins (T13); an OLA or UC by itself, since it binds somebody else (T12).
 */
export interface Lane extends Course {
  readonly slots: FieldSlots;
  readonly metrics: readonly Metric['id'][];
  /** From when on all turns are known. */
  readonly knownFrom: Instant;
}

/** What happens to the rules of a lane, and what comes of it. */
export interface Course {
  /** In the order in which they happen. */
  readonly turns: readonly Turn[];
  /** What is in force before the first turn, and after each: one more than there are turns. */
  readonly states: readonly LaneState[];
}

/** Something that happens to one agreement of a lane. */
export type Turn = {
  readonly at: Instant;
  /** Its id. */
  readonly agreement: string;
  /** Nobody who looked before saw it, though it may reach back: a first publication, or a repair (engine rule 16). */
  readonly knownFrom: Instant;
} & (
  | { readonly kind: 'published'; readonly terms: AgreementTerms }
  | { readonly kind: 'suspended'; readonly reason: string }
  | { readonly kind: 'reinstated' }
  | { readonly kind: 'ended'; readonly runOff: RunOff }
  /** From `at` to the matching `repair-ends`, cycles begin under these terms. */
  | { readonly kind: 'repair-begins'; readonly repair: Repaired; readonly terms: AgreementTerms }
  | { readonly kind: 'repair-ends'; readonly repair: Repaired }
);

/** @param timelines one for each agreement, in any order. */
export function compileRules(timelines: readonly Timeline[]): Rules {
  const slas: Timeline[] = [];
  const others: Timeline[] = [];
  for (const timeline of timelines)
    (latest(timeline)?.agreement.kind === 'SLA' ? slas : others).push(timeline);
  const groups = [...(slas.length > 0 ? [slas] : []), ...others.map((timeline) => [timeline])];
  return { lanes: groups.map(compileLane) };
}

function compileLane(timelines: readonly Timeline[]): Lane {
  const slots = new FieldSlots();
  const turns = timelines.flatMap((timeline) => turnsOf(timeline, slots));
  turns.sort((a, b) => a.at - b.at || turnOrder.indexOf(a.kind) - turnOrder.indexOf(b.kind));
  const metrics = turns.flatMap((turn) => ('terms' in turn ? [...turn.terms.metrics.keys()] : []));
  const knownFrom = turns.reduce((latest, turn) => laterOf(latest, turn.knownFrom), EARLIEST);
  return { slots, metrics: [...new Set(metrics)], knownFrom, turns, states: statesAfter(turns) };
}

/** The course of a lane as far as anybody knew it at `now`. */
export function courseAsOf(lane: Lane, now: Instant): Course {
  if (lane.knownFrom <= now) return lane;
  const turns = lane.turns.filter(({ knownFrom }) => knownFrom <= now);
  return { turns, states: statesAfter(turns) };
}

/** At the same instant what ends an exception comes before what begins one. */
const turnOrder: readonly Turn['kind'][] = [
  'repair-ends',
  'published',
  'repair-begins',
  'reinstated',
  'suspended',
  'ended',
];

function turnsOf(timeline: Timeline, slots: FieldSlots): Turn[] {
  const published = publicationsOf(timeline).map((publication) => compileAgreement(publication, slots));
  const agreement = published[0]?.publication.agreement.id;
  if (agreement === undefined) return [];
  const turns = published.map((terms, index): Turn => {
    const { publication } = terms;
    const at = inForceFrom(publication, index === 0);
    return { kind: 'published', at, agreement, knownFrom: publication.at, terms };
  });
  for (const entry of timeline) {
    if (entry.kind === 'published') continue;
    const turn = { at: entry.at, agreement, knownFrom: entry.at };
    if (entry.kind === 'suspended') turns.push({ ...turn, kind: 'suspended', reason: entry.reason });
    else if (entry.kind === 'ended') turns.push({ ...turn, kind: 'ended', runOff: entry.runOff });
    else if (entry.kind === 'reinstated') turns.push({ ...turn, kind: 'reinstated' });
    else {
      const publication = publicationsOf(timeline).findLast(
        ({ version, at }) => version === entry.version && at <= entry.at,
      );
      if (!publication) continue;
      // As if it were published by the repair: nobody is told of what was passed before (engine rule 20).
      const terms = compileAgreement({ ...publication, at: entry.at }, slots);
      turns.push({ ...turn, at: entry.from, kind: 'repair-begins', repair: entry, terms });
      turns.push({ ...turn, at: entry.to, kind: 'repair-ends', repair: entry });
    }
  }
  return turns;
}

/**
 * When a publication comes into force. Only the first may reach back before the instant at which it was published: a later
 * one that did would rewrite verdicts already given (engine rule 16).
 */
function inForceFrom({ at, agreement }: Publication, isFirst: boolean): Instant {
  return isFirst ? agreement.effectiveFrom : laterOf(agreement.effectiveFrom, at);
}

const latest = (timeline: Timeline): Publication | undefined => publicationsOf(timeline).at(-1);
