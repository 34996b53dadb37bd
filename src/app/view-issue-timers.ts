import type { Agreement } from '../domain/agreement/agreement';
import type { PriorityGiven } from '../domain/agreement/priority-given';
import { revisionNumber } from '../domain/agreement/revisions';
import type { RuleBook } from '../domain/agreement/rule-book';
import type { Calendar } from '../domain/calendar/calendar';
import { earlier, elapsedBetween, seconds, type Instant, type Span } from '../domain/time/instant';
import type { Condition } from '../domain/timer/condition';
import type { Timer } from '../domain/timer/cycle';
import type { TermsOf } from '../domain/timer/goal';
import type { Goal, Metric } from '../domain/timer/metric';
import { publicationsOf } from '../domain/timer/timeline';
import { evaluateIssue, unreadable } from './evaluate-issue';
import { markIssue } from './mark-issue';
import type { IssueId, Ports, ProjectId, StoredEvaluation } from './ports';
import { readIssues } from './read-issues';
import { rulesOf } from './rules';

/** An issue is read from Jira for those who look at it at most once in this time (design §3.7). */
const FRESH_READ_EVERY = seconds(5);

/** What a version of an agreement promises, for those who ask why a goal holds. */
export interface AgreementVersion {
  readonly revision: number;
  /** By metric, in the order in which they are tried. */
  readonly goals: Readonly<Record<Metric['id'], readonly GoalOnOffer[]>>;
}

type GoalOnOffer = Pick<Goal, 'name' | 'calendar'> &
  TermsOf<Span> & {
    /** Null when it holds for whatever no goal before it holds for. */
    readonly when: Condition | null;
  };

/** What the panel of an issue shows. */
export interface IssueTimersView {
  readonly kind: StoredEvaluation['outcome'];
  /** When the app read the issue. */
  readonly asOf: Instant;
  readonly issueUpdated: Instant | null;
  readonly timers: readonly Timer[];
  /** What the agreement that applies says of its priority; left out where it says nothing. */
  readonly priority?: PriorityGiven;
  /** Every calendar version that the timers refer to. */
  readonly calendars: Readonly<Record<string, Calendar>>;
  /** Every agreement version that the timers refer to. */
  readonly versions: Readonly<Record<string, AgreementVersion>>;
}

/**
 * The timers of an issue: as stored when that is fresh enough, else from Jira at once, since an event may take minutes.
 * A fresh reading is shown, not stored: the drain alone writes timers.
 *
 * @param jiraUpdated the issue's `updated` as the page knows it: only a hint that a stored answer is too old.
 * @throws JiraUnavailable, JiraRefused
 */
export async function viewIssueTimers(
  ports: Ports,
  { issue, project }: { issue: IssueId; project: ProjectId },
  jiraUpdated: number | undefined,
): Promise<IssueTimersView> {
  const { book, hoursOf } = await rulesOf(ports, project);
  const now = ports.clock.now();
  if (book.timelines.length === 0) {
    return { kind: 'no-definitions', asOf: now, issueUpdated: null, timers: [], calendars: {}, versions: {} };
  }
  const stored = await ports.timers.of(issue);
  if (stored && isCurrent(stored, book, jiraUpdated)) return shownOf(stored, book);
  const readJustNow = await ports.dirtyIssues.viewedSince(project, issue, earlier(now, FRESH_READ_EVERY));
  if (stored && (readJustNow || elapsedBetween(stored.evaluatedAt, now) < FRESH_READ_EVERY)) {
    return shownOf(stored, book);
  }
  if (stored && (await ports.holds.isUrgentHeld(now))) return shownOf(stored, book);
  const [reading] = await readIssues(ports, book, [issue]);
  if (!readJustNow) await haveItStored(ports, issue, project);
  const readAt = ports.clock.now();
  return shownOf(
    reading ? evaluateIssue(reading, book, hoursOf, readAt) : unreadable(issue, project, book, readAt),
    book,
  );
}

/** That a mark cannot be set is no reason to keep from the reader what was read for them. */
async function haveItStored(ports: Ports, issue: IssueId, project: ProjectId): Promise<void> {
  try {
    await markIssue(ports, issue, project, 'view');
  } catch (error) {
    ports.log.warn('issue not marked', { error: error instanceof Error ? error.name : typeof error });
  }
}

function isCurrent(stored: StoredEvaluation, book: RuleBook, jiraUpdated = 0): boolean {
  return (
    stored.ruleBook === book.version && stored.issueUpdated !== null && jiraUpdated <= stored.issueUpdated
  );
}

/** An evaluation with the calendars and the goals that it refers to. */
export function shownOf(evaluation: StoredEvaluation, book: RuleBook): IssueTimersView {
  const { outcome: kind, evaluatedAt: asOf, issueUpdated, priority } = evaluation;
  const timers = inOrderOf(book, evaluation.timers).map(({ agreement, metric, cycles, unknown }) => ({
    agreement,
    metric,
    cycles,
    unknown,
  }));
  const versions = timers
    .flatMap(({ cycles }) => cycles)
    .flatMap(({ stretches }) => stretches)
    .flatMap(({ promise }) => promise?.calendar ?? []);
  const calendars = [...new Set(versions)].flatMap((version) => {
    const calendar = book.calendars.get(version);
    return calendar ? [[version, calendar] as const] : [];
  });
  return {
    kind,
    asOf,
    issueUpdated,
    timers,
    ...(priority && { priority }),
    calendars: Object.fromEntries(calendars),
    versions: versionsOf(book, timers),
  };
}

function versionsOf(book: RuleBook, timers: readonly Timer[]): IssueTimersView['versions'] {
  const named = new Set(timers.flatMap(({ cycles }) => cycles.map(({ version }) => version)));
  const published = book.timelines.flatMap(publicationsOf).filter(({ version }) => named.has(version));
  return Object.fromEntries(
    published.map(({ version, agreement }) => [
      version,
      { revision: revisionNumber(version), goals: goalsOf(agreement) },
    ]),
  );
}

function goalsOf({ metrics }: Agreement): AgreementVersion['goals'] {
  return Object.fromEntries(
    metrics.map(({ id, goals }) => [
      id,
      goals.map(({ atRiskAt: _, when, ...goal }) => ({ ...goal, when: when ?? null })),
    ]),
  );
}

const latestAgreements = (book: RuleBook): Agreement[] =>
  book.timelines.flatMap((timeline) => publicationsOf(timeline).at(-1)?.agreement ?? []);

/** As the agreements list their metrics, wherever the timers come from. */
function inOrderOf(book: RuleBook, timers: readonly Timer[]): Timer[] {
  const listed = latestAgreements(book).flatMap(({ id, metrics }) =>
    metrics.map((metric) => `${id} ${metric.id}`),
  );
  const place = ({ agreement, metric }: Timer): number => listed.indexOf(`${agreement.id} ${metric.id}`);
  return [...timers].sort((a, b) => place(a) - place(b));
}
