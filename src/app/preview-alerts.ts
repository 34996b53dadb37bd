import { asIfAlwaysInForce } from '../domain/agreement/always-in-force';
import type { DefinitionsDraft } from '../domain/agreement/draft';
import { ruleBook } from '../domain/agreement/rule-book';
import { passedSince } from '../domain/alert/foresee';
import { holderAt } from '../domain/breach/holders';
import type { Problem } from '../domain/problem';
import { days, earlier, laterOf, type Instant } from '../domain/time/instant';
import { evaluate } from '../domain/timer/evaluate';
import { compiledCalendars, fieldsAskedFor } from './evaluate-issue';
import { keepLastPoints } from './hold';
import { withMemberships } from './memberships';
import {
  RECENT_DAYS,
  type AccountId,
  type IssueId,
  type IssueReading,
  type Ports,
  type ProjectId,
} from './ports';
import { proposeDefinitions } from './propose-definitions';

/** A threshold that an issue would have passed, and people would have been told. */
export interface WouldBeTold {
  readonly issue: IssueId;
  readonly agreement: string;
  readonly metric: string;
  readonly threshold: string;
  readonly at: Instant;
  /** Whose issue it was then; null for nobody's. */
  readonly assignee: AccountId | null;
}

/** Of what a page of issues would have told people, had a draft been in force. */
export interface AlertsPreview {
  /** The version of the rules in force beside the draft: pages of different versions do not belong together. */
  readonly rules: string;
  /** About how many issues there are to look at; null but on the first page. */
  readonly total: number | null;
  /** Names the page after this one; null after the last. */
  readonly next: string | null;
  /** Issues of this page, and how many of them would have had timers. */
  readonly read: number;
  readonly covered: number;
  /** The time that was looked at, which ends now. */
  readonly since: Instant;
  readonly told: readonly WouldBeTold[];
}

/** `busy`: what Jira grants in an hour is nearly used up, or no work may be done that can wait. */
export type AlertsPreviewOutcome = 'busy' | { readonly problems: readonly Problem[] } | AlertsPreview;

/**
 * Whom the agreements of a draft would have told in the last {@link RECENT_DAYS} days if they had always been in force, a page
 * of the issues that are open or were changed in that time (M2). Nothing is written and nobody is told.
 *
 * @param page the `next` of the page before; null for the first.
 * @throws JiraUnavailable; JiraRefused, also when `page` is too old.
 */
export async function previewAlerts(
  ports: Ports,
  project: ProjectId,
  draft: DefinitionsDraft,
  page: string | null,
): Promise<AlertsPreviewOutcome> {
  const { clock, holds, issues, quota, records } = ports;
  if (quota.isLow() || (await holds.isHeld(clock.now(), project))) return 'busy';
  const proposal = await proposeDefinitions(ports, project, draft, PROPOSED);
  if (!('revisions' in proposal)) return proposal;
  const revisions = await records.revisions(project);
  const agreements = new Set(proposal.compared.flatMap(({ kind, id }) => (kind === 'agreement' ? [id] : [])));
  const book = ruleBook(asIfAlwaysInForce([...revisions, ...proposal.revisions], agreements));
  const hoursOf = compiledCalendars(book);

  const total = page === null ? await issues.count(project, 'recent') : null;
  const found = await issues.page(project, 'recent', fieldsAskedFor(book), page ?? undefined);
  // The search may be behind a move.
  const stayed = found.readings.filter((reading) => reading.project === project);
  const { readings } = await withMemberships(ports, book, stayed);
  await keepLastPoints(ports);
  const now = clock.now();
  const since = earlier(now, days(RECENT_DAYS));

  const judged = readings.map(({ id: issue, history, updated }: IssueReading) => {
    const timers = evaluate(history, book.rules, hoursOf, laterOf(now, updated)).filter(({ agreement }) =>
      agreements.has(agreement.id),
    );
    const passed = passedSince(timers, { ...book, hoursOf }, { since, now });
    const told = passed.map(({ timer, threshold, passing: { at } }) => ({
      issue,
      agreement: timer.agreement.id,
      metric: timer.metric.id,
      threshold: threshold.id,
      at,
      assignee: holderAt(history.facts, 'assignee', at),
    }));
    return { isCovered: timers.length > 0, told };
  });
  return {
    rules: ruleBook(revisions).version,
    total,
    next: found.next ?? null,
    read: readings.length,
    covered: judged.filter(({ isCovered }) => isCovered).length,
    since,
    told: judged.flatMap(({ told }) => told),
  };
}

/** The change that is not made. No committed one has this id. */
const PROPOSED = 'proposed';
