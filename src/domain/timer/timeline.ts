import type { Agreement } from '../agreement/agreement';
import type { Calendar } from '../calendar/calendar';
import { laterOf, type Instant } from '../time/instant';

/**
 * Names one version of a calendar, such as `office-hours@3`, or `office-hours@3+uk-holidays@2` with the holiday sets it
 * refers to. Timers refer to it, so that a later edit leaves them alone.
 */
export type CalendarVersion = string;

/** One publication of an agreement: what it said from then on, and on which versions of its calendars (engine rule 8). */
export interface Publication {
  /** Names the version of the agreement, such as `it-support@2`. */
  readonly version: string;
  /** When it was published. */
  readonly at: Instant;
  /** Whether timers that run at that instant change over to it; they keep what they started with otherwise (engine rule 15). */
  readonly appliesToRunning: boolean;
  readonly agreement: Agreement;
  /** By calendar id. */
  readonly calendars: Readonly<Record<Calendar['id'], CalendarVersion>>;
}

/** What happened to the rules of one agreement, in any order. */
export type Timeline = readonly Publication[];

/** A publication and the instant from which new cycles are judged by it. */
export interface InForce {
  readonly from: Instant;
  readonly publication: Publication;
}

/**
 * When each publication comes into force. Only the first may reach back before the instant at which it was published: a
 * later one that did would rewrite verdicts already given (engine rule 16).
 */
export function inForce(timeline: Timeline): InForce[] {
  const published = [...timeline].sort((a, b) => a.at - b.at || (a.version < b.version ? -1 : 1));
  return published.map((publication, index) => {
    const { effectiveFrom } = publication.agreement;
    return { from: index === 0 ? effectiveFrom : laterOf(effectiveFrom, publication.at), publication };
  });
}

/** The publication that a cycle starting at `at` is judged by. */
export function publicationAt(periods: readonly InForce[], at: Instant): Publication | undefined {
  return periods.findLast(({ from }) => from <= at)?.publication;
}
