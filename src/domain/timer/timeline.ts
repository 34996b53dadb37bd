import type { Agreement } from '../agreement/agreement';
import type { Calendar } from '../calendar/calendar';
import type { Instant } from '../time/instant';

/**
 * Names one version of a calendar, such as `office-hours@3`, or `office-hours@3+uk-holidays@2` with the holiday sets it
 * refers to. Timers refer to it, so that a later edit leaves them alone.
 */
export type CalendarVersion = string;

/** One publication of an agreement: what it said from then on, and on which versions of its calendars (engine rule 8). */
export interface Publication {
  readonly kind: 'published';
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

/** From `at` on the agreement's timers wait, and none begins, until it is reinstated (engine rule 21). */
interface Suspended {
  readonly kind: 'suspended';
  readonly at: Instant;
  readonly reason: string;
}

interface Reinstated {
  readonly kind: 'reinstated';
  readonly at: Instant;
}

/** What becomes of the cycles that run when an agreement ends: they go on to their end, or end with it (g14). */
export const runOffRules = ['finish', 'cancel'] as const;
export type RunOff = (typeof runOffRules)[number];

/** From `at` on no cycle begins under the agreement. */
interface Ended {
  readonly kind: 'ended';
  readonly at: Instant;
  readonly runOff: RunOff;
}

/** From `at` on, cycles that began in `[from, to)` are judged by another version than the one in force then (engine rule 16). */
export interface Repaired {
  readonly kind: 'repaired';
  readonly at: Instant;
  readonly from: Instant;
  readonly to: Instant;
  /** Of a publication of the same agreement. */
  readonly version: string;
}

export type TimelineEntry = Publication | Suspended | Reinstated | Ended | Repaired;

/** What happened to the rules of one agreement, in any order. */
export type Timeline = readonly TimelineEntry[];

/** The publications of a timeline as they came. */
export function publicationsOf(timeline: Timeline): Publication[] {
  return timeline.filter((entry) => entry.kind === 'published').sort(asPublished);
}

/** Of one agreement: those of the same instant by their numbers, such as `desk@9` before `desk@10`. */
export const asPublished = (a: Publication, b: Publication): number =>
  a.at - b.at || a.version.length - b.version.length || (a.version < b.version ? -1 : 1);
