import { outcomeOf, type Alert, type StepOutcome } from '../domain/alert/alert';
import type { Instant } from '../domain/time/instant';
import type { AlertPlace, Ports, ProjectId } from './ports';

/** Which alerts a log shows; what is left out does not matter. */
export interface EscalationsWanted {
  /** Raised from then on, and before. */
  readonly from: Instant;
  readonly to: Instant;
  readonly agreement?: string;
  /** Of which something came to this. */
  readonly outcome?: StepOutcome;
  readonly after?: AlertPlace;
}

export interface EscalationPage {
  readonly alerts: readonly Alert[];
  /** Names the page after this one; undefined after the last. */
  readonly next: AlertPlace | undefined;
}

/** Alerts are read until a page is full or has cost enough. */
const FULL = 50;
const MOST_READS = 5;

/** What was passed in a project and what was done about it (M2), the latest first, a page of it. */
export async function viewEscalations(
  { alerts }: Pick<Ports, 'alerts'>,
  project: ProjectId,
  { from, to, agreement, outcome, after }: EscalationsWanted,
): Promise<EscalationPage> {
  const isWanted = (alert: Alert): boolean =>
    (agreement === undefined || alert.agreement === agreement) &&
    (outcome === undefined || alert.steps.some((step) => outcomeOf(step) === outcome));
  const found: Alert[] = [];
  let place = after;
  for (let reads = 0; reads < MOST_READS && found.length < FULL; reads += 1) {
    const read = await alerts.raisedWithin(project, { from, to, after: place });
    found.push(...read.alerts.filter(isWanted));
    if (!read.next) return { alerts: found, next: undefined };
    place = read.next;
  }
  return { alerts: found, next: place };
}
