import type { DefinitionsDraft } from '../domain/agreement/draft';
import type { Revision } from '../domain/agreement/revisions';
import { ruleBook } from '../domain/agreement/rule-book';
import type { Problem } from '../domain/problem';
import type { Instant } from '../domain/time/instant';
import type { EvaluatedTimer } from '../domain/timer/evaluate';
import { isOver, stateOf } from '../domain/timer/foremost';
import { compareRules, verdictChanges } from './compare-rules';
import { fieldsAskedFor } from './evaluate-issue';
import { keepLastPoints } from './hold';
import { proposeDefinitions } from './propose-definitions';
import { withMemberships } from './memberships';
import type { CycleDifference, IssueId, Ports, ProjectId, VerdictChange } from './ports';

/** Of what a page of issues comes to, so many are listed of a kind; all are counted. */
export const MOST_LISTED = 100;

/** What a page of open issues would come to if a draft were in force. */
export interface RulesPreview {
  /** The version of the rules in force that it compares with: pages of different versions do not belong together. */
  readonly rules: string;
  /** About how many open issues there are; null but on the first page. */
  readonly total: number | null;
  /** Names the page after this one; null after the last. */
  readonly next: string | null;
  /** Issues of this page, and how many of them would have timers. */
  readonly read: number;
  readonly covered: number;
  /** Timers that would not be over: all, those late, and those at risk. */
  readonly timers: number;
  readonly late: number;
  readonly atRisk: number;
  /** Some of those late. */
  readonly lateTimers: readonly LateTimer[];
  /** How many cycles would change from which verdict to which. */
  readonly verdicts: readonly VerdictChange[];
  /** Some of those cycles, and of those whose time would change alone. */
  readonly differences: readonly CycleDifference[];
  /** What in the draft somebody should look at. */
  readonly warnings: readonly Problem[];
}

/** A timer that is late and not over. */
export interface LateTimer extends Pick<
  CycleDifference,
  'issue' | 'agreement' | 'metric' | 'kind' | 'cycle'
> {
  readonly since: Instant;
}

/** `busy`: what Jira grants in an hour is nearly used up, or no work may be done that can wait. */
export type RulesPreviewOutcome = 'busy' | { readonly problems: readonly Problem[] } | RulesPreview;

export interface PreviewAsked {
  /** The `next` of the page before; null for the first. */
  readonly page: string | null;
  /** Whether running timers change over to what the draft says of agreements. */
  readonly appliesToRunning: boolean;
}

/**
 * Judges a page of the open issues of a project by the rules in force, and by what they would be with a draft that is
 * imported now. No timers are written and nobody is told.
 *
 * @throws JiraUnavailable; JiraRefused, also when `page` is too old.
 */
export async function previewRules(
  ports: Ports,
  project: ProjectId,
  draft: DefinitionsDraft,
  { page, appliesToRunning }: PreviewAsked,
): Promise<RulesPreviewOutcome> {
  const { clock, holds, issues, quota, records } = ports;
  if (quota.isLow() || (await holds.isHeld(clock.now(), project))) return 'busy';
  const proposal = await proposeDefinitions(ports, project, draft, PROPOSED);
  if (!('revisions' in proposal)) return proposal;
  const revisions = await records.revisions(project);
  const [before, after] = [
    ruleBook(revisions),
    ruleBook([...revisions, ...(appliesToRunning ? changingOver(proposal.revisions) : proposal.revisions)]),
  ];

  const total = page === null ? await issues.count(project, 'open') : null;
  const found = await issues.page(project, 'open', fieldsAskedFor(after), page ?? undefined);
  // The search may be behind a move.
  const stayed = found.readings.filter((reading) => reading.project === project);
  const { readings } = await withMemberships(ports, after, stayed);
  await keepLastPoints(ports);
  const now = clock.now();
  const compared = readings.map((reading) => ({
    issue: reading.id,
    ...compareRules(reading, { before, after, now }),
  }));
  const open = compared.flatMap((each) => openTimers(each.issue, each.after));
  const late = open.filter(({ since }) => since !== undefined);
  const differences = compared.flatMap((each) => each.differences);
  return {
    rules: before.version,
    total,
    next: found.next ?? null,
    read: readings.length,
    covered: compared.filter((each) => each.after.length > 0).length,
    timers: open.length,
    late: late.length,
    atRisk: open.filter(({ isAtRisk }) => isAtRisk).length,
    lateTimers: late.slice(0, MOST_LISTED).flatMap(({ timer, since }) => (since ? { ...timer, since } : [])),
    verdicts: verdictChanges(differences),
    differences: differences.slice(0, MOST_LISTED),
    warnings: proposal.warnings,
  };
}

/** The change that is not made. No committed one has this id. */
const PROPOSED = 'proposed';

/** The same revisions, published so that running timers change over. */
function changingOver(revisions: readonly Revision[]): Revision[] {
  return revisions.flatMap((revision): Revision[] => {
    if (revision.kind !== 'agreement') return [revision];
    const { seq, doc, ...saved } = revision;
    const publish = { step: 'publish', version: seq, appliesToRunning: true, reason: '' } as const;
    return [revision, { ...saved, kind: 'step', seq, doc: { id: doc.id, ...publish } }];
  });
}

interface OpenTimer {
  readonly timer: Omit<LateTimer, 'since'>;
  /** Since when it is late. */
  readonly since: Instant | undefined;
  readonly isAtRisk: boolean;
}

/** The cycles of an issue that somebody waits for: not over, and with a promise that can be judged. */
function openTimers(issue: IssueId, timers: readonly EvaluatedTimer[]): OpenTimer[] {
  return timers.flatMap(({ agreement, metric: { id: metric, kind }, cycles, standings }) =>
    cycles.flatMap(({ number: cycle }, index): OpenTimer[] => {
      const standing = standings[index];
      if (!standing || isOver(standing)) return [];
      const state = stateOf(standing);
      if (state === 'unknown' || state === 'no-promise') return [];
      const timer = { issue, agreement: agreement.id, metric, kind, cycle };
      return [{ timer, since: standing.breachedAt, isAtRisk: standing.atRisk }];
    }),
  );
}
