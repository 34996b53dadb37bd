import { stateOf, type Complaint, type ComplaintState } from '../../domain/complaint/complaint';
import { laterOf, type Instant } from '../../domain/time/instant';
import type { Reference } from '../../domain/timer/condition';
import { nextDueOf, stateOf as timerStateOf, type TimerState } from '../../domain/timer/foremost';
import type { MetricKind } from '../../domain/timer/metric';
import { standing } from '../../domain/timer/standing';
import type { IssueId, IssueSeen, Ports, ProjectId } from '../ports';
import { rulesOf } from '../rules';
import { complaintTypesOf } from './complaint-types';

/** How the latest cycle of a timer stands. */
export interface TimerInShort {
  readonly agreement: string;
  readonly metric: string;
  readonly kind: MetricKind;
  readonly state: TimerState;
  /** When it is due, or was breached; null while it waits or promises nothing, and once it is over. */
  readonly due: Instant | null;
  /** Since when its clock waits; null while it does not. */
  readonly waitsSince: Instant | null;
}

/** An issue that is a complaint, or that one names. */
export interface ComplaintIssue extends IssueSeen {
  /** As they were judged last. */
  readonly timers: readonly TimerInShort[];
  /** The complaint in the register that names it; null while none does. */
  readonly record: { readonly id: Complaint['id']; readonly state: ComplaintState } | null;
}

export interface ComplaintIssuesPage {
  /** The types that were chosen, as far as the project still has them. */
  readonly types: readonly Reference[];
  /** The youngest first. */
  readonly issues: readonly ComplaintIssue[];
  /** Names the page after this one; undefined after the last. */
  readonly next: string | undefined;
}

/**
 * The issues of a project that are complaints by their type (M7), a page of them, as whoever calls may see them. What is
 * recorded of complaints is in the register alone; of issues nothing is kept.
 *
 * @param after the `next` of the page before; undefined for the first.
 * @throws JiraUnavailable, JiraRefused; PageUnknown when `after` is too old, or the types are others than it was given for.
 */
export async function viewComplaintIssues(
  ports: Pick<Ports, 'records' | 'readers' | 'timers' | 'clock'>,
  project: ProjectId,
  after: string | undefined,
): Promise<ComplaintIssuesPage> {
  const chosen = (await complaintTypesOf(ports, project))?.doc.types ?? [];
  const all = chosen.length > 0 ? await ports.readers.issueTypes(project) : [];
  // Jira refuses a search for a type that it has no more.
  const types = all.filter(({ id }) => chosen.includes(id));
  if (types.length === 0) return { types, issues: [], next: undefined };
  const ids = types.map(({ id }) => id).sort();
  const { issues, next } = await ports.readers.issuesOfTypes(project, ids, after);
  return { types, issues: await withTimers(ports, project, issues), next };
}

/**
 * An issue of the project that a complaint names, or is to name; undefined where whoever calls may not see it, and for one of
 * another project.
 *
 * @throws JiraUnavailable, JiraRefused
 */
export async function viewComplaintIssue(
  ports: Pick<Ports, 'records' | 'readers' | 'timers' | 'clock'>,
  project: ProjectId,
  key: string,
): Promise<ComplaintIssue | undefined> {
  const issue = await ports.readers.issueSeen(key);
  if (issue?.project !== project) return undefined;
  return (await withTimers(ports, project, [issue]))[0];
}

async function withTimers(
  ports: Pick<Ports, 'records' | 'timers' | 'clock'>,
  project: ProjectId,
  issues: readonly IssueSeen[],
): Promise<ComplaintIssue[]> {
  const ids = issues.map(({ id }) => id);
  const [timers, records] = await Promise.all([timersOf(ports, project, ids), recordsOf(ports, project)]);
  return issues.map((issue) => ({
    ...issue,
    timers: timers.get(issue.id) ?? [],
    record: records.get(issue.key) ?? null,
  }));
}

async function timersOf(
  { records, timers, clock }: Pick<Ports, 'records' | 'timers' | 'clock'>,
  project: ProjectId,
  issues: readonly IssueId[],
): Promise<ReadonlyMap<IssueId, readonly TimerInShort[]>> {
  const [{ hoursOf }, stored] = await Promise.all([rulesOf({ records }, project), timers.stored(issues)]);
  return new Map(
    stored.map((evaluation) => {
      const now = laterOf(clock.now(), evaluation.evaluatedAt);
      const inShort = evaluation.timers.flatMap(({ agreement, metric, cycles, unknown }): TimerInShort[] =>
        cycles.slice(-1).map((cycle) => {
          const stands = standing(cycle, unknown, hoursOf, now);
          return {
            agreement: agreement.id,
            metric: metric.id,
            kind: metric.kind,
            state: timerStateOf(stands),
            due: nextDueOf(stands) ?? null,
            waitsSince: 'since' in stands.clock ? stands.clock.since : null,
          };
        }),
      );
      return [evaluation.issue, inShort];
    }),
  );
}

/** By the key of the issue that they name: of several the latest, those that were withdrawn last of all. */
async function recordsOf(
  { records }: Pick<Ports, 'records'>,
  project: ProjectId,
): Promise<ReadonlyMap<string, NonNullable<ComplaintIssue['record']>>> {
  const known = (await records.documents(project, 'complaint'))
    .map(({ doc }) => ({ doc, state: stateOf(doc) }))
    .sort((a, b) => rank(b.state) - rank(a.state) || a.doc.receivedAt - b.doc.receivedAt);
  return new Map(
    known.flatMap(({ doc: { id, issue }, state }) => (issue === undefined ? [] : [[issue, { id, state }]])),
  );
}

const rank = (state: ComplaintState): number => (state === 'withdrawn' ? 1 : 0);
