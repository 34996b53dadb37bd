import type { Instant } from '../time/instant';
import type { RunOff, TimelineEntry } from '../timer/timeline';
import type { Agreement } from './agreement';

/** What happened to an agreement beside what its versions say, as it is recorded for good (A3). */
export type LifeStep = { readonly id: Agreement['id'] } & (
  | Publish
  | Suspend
  | Terminate
  | { readonly step: 'reinstate' | 'continue' | 'archive' | 'restore'; readonly reason: string }
);

interface Publish {
  readonly step: 'publish';
  /** The number of the version. */
  readonly version: number;
  /** Whether timers that run when it comes into force change over to it (engine rule 15). */
  readonly appliesToRunning: boolean;
  /** What whoever published it says of the change. */
  readonly reason: string;
}

/** Its timers wait (A17). */
interface Suspend {
  readonly step: 'suspend';
  readonly from: Instant;
  /** Until somebody reinstates it, when left out. */
  readonly to?: Instant;
  readonly reason: string;
}

/** It ends before its term does. */
interface Terminate {
  readonly step: 'terminate';
  readonly from: Instant;
  readonly runOff: RunOff;
  readonly reason: string;
}

/** A step, and when it was taken. */
export type StepTaken = LifeStep & { readonly at: Instant };

/** What the steps of one agreement, in the order in which they were taken, mean for its timers. */
export function entriesOf(steps: readonly StepTaken[]): TimelineEntry[] {
  const planned = plannedBy(steps);
  return [
    ...planned.suspensions.flatMap(({ from, to, reason }): TimelineEntry[] => [
      { kind: 'suspended', at: from, reason },
      ...(to === undefined ? [] : [{ kind: 'reinstated', at: to } as const]),
    ]),
    ...planned.ends.map(({ from, runOff }): TimelineEntry => ({ kind: 'ended', at: from, runOff })),
  ];
}

interface Planned {
  /** Behind one another, without overlap. */
  readonly suspensions: readonly Omit<Suspend, 'step'>[];
  readonly ends: readonly Omit<Terminate, 'step'>[];
}

/** What is left of suspensions and ends after those that were cut short or taken back. */
export function plannedBy(steps: readonly StepTaken[]): Planned {
  let suspensions: readonly Omit<Suspend, 'step'>[] = [];
  let ends: readonly Omit<Terminate, 'step'>[] = [];
  for (const taken of steps) {
    switch (taken.step) {
      case 'suspend':
        suspensions = [...cutAt(taken.from, suspensions), taken];
        break;
      case 'reinstate':
        suspensions = cutAt(taken.at, suspensions);
        break;
      case 'terminate':
        ends = [...ends.filter(({ from }) => from <= taken.at), taken];
        break;
      case 'continue':
        ends = ends.filter(({ from }) => from <= taken.at);
        break;
      default:
    }
  }
  return { suspensions, ends };
}

function cutAt(at: Instant, suspensions: readonly Omit<Suspend, 'step'>[]): Omit<Suspend, 'step'>[] {
  return suspensions
    .filter(({ from }) => from < at)
    .map((each) => (each.to === undefined || each.to > at ? { ...each, to: at } : each));
}
