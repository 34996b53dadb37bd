import { problem, type Problem } from '../problem';
import type { Instant } from '../time/instant';
import { publicationsOf, type Publication, type Timeline } from '../timer/timeline';
import type { Agreement } from './agreement';

/** What a repair says: cycles that began in `[from, to)` are judged by this version of their agreement (engine rule 16). */
export interface RepairProposal {
  readonly agreement: Agreement['id'];
  readonly version: Publication['version'];
  readonly from: Instant;
  readonly to: Instant;
  /** For whoever asks later why a verdict has changed. */
  readonly reason: string;
}

/** A repair that was made, as it is recorded for good. */
export interface Repair extends RepairProposal {
  readonly id: string;
  /** How many cycles its preview had looked at, and how many of them came out otherwise. */
  readonly timers: number;
  readonly changed: number;
}

/** What is wrong with a proposal, by the names of its entries. A repair is about the past: what is to come is published. */
export function repairProblems(
  { agreement, version, from, to, reason }: RepairProposal,
  timelines: readonly Timeline[],
  now: Instant,
): Problem[] {
  const versions = timelines
    .flatMap(publicationsOf)
    .filter((publication) => publication.agreement.id === agreement)
    .map((publication) => publication.version);
  const problems: Problem[] = [];
  if (versions.length === 0) problems.push(problem('repair.unknown-agreement', 'agreement'));
  else if (!versions.includes(version)) problems.push(problem('repair.unknown-version', 'version'));
  if (from >= to) problems.push(problem('repair.backwards', 'to'));
  else if (to > now) problems.push(problem('repair.to-come', 'to'));
  if (reason.trim() === '') problems.push(problem('repair.no-reason', 'reason'));
  return problems;
}
