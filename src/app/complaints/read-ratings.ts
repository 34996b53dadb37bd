import {
  afterLook,
  ratingsIdOf,
  toLookAt,
  type EndedRequest,
  type Ratings,
} from '../../domain/satisfaction/ratings';
import { THE_APP } from '../../domain/review/review';
import { endOf, periodOf, shifted, type Period } from '../../domain/report/periods';
import { laterOf, type Instant } from '../../domain/time/instant';
import { canonical } from '../canonical';
import { describeFailure, JiraUnavailable } from '../errors';
import type { IssueId, Ports, ProjectId } from '../ports';
import { todayIn } from '../view-figures';
import { writeDown } from '../write-down';

/** As many requests of an agreement and month as are looked at a day: each takes a request to Jira. */
const MOST_A_DAY = 100;
const AT_ONCE = 5;
/** What looking at some at once takes at the worst. */
const ROUND_TAKES_MS = 60_000;
/** Until that day of a month people still rate what ended in the month before. */
const GRACE_DAYS = 14;
const PAGE = 1_000;

type Reading = Pick<Ports, 'ratings' | 'figures' | 'records' | 'clock' | 'ids' | 'quota'>;

/**
 * Reads how customers rated the requests that agreements were about and that were resolved in this month, in its first days
 * in the one before as well (M7). What nobody rated is looked at again another day, as long as it is among the latest.
 *
 * @throws JiraUnavailable; the next day goes on.
 */
export async function readRatings(
  ports: Reading & Pick<Ports, 'projects' | 'holds' | 'log'>,
  remainingMs: () => number,
): Promise<void> {
  if (await ports.holds.isHeld(ports.clock.now())) return;
  for (const project of await ports.projects.withAgreements()) {
    try {
      const today = await todayIn(ports, project);
      const month = periodOf('month', today);
      const isEarly = Number(today.slice(-2)) <= GRACE_DAYS;
      for (const each of isEarly ? [shifted(month, -1), month] : [month])
        await readMonth(ports, project, each, remainingMs);
    } catch (error) {
      if (error instanceof JiraUnavailable) throw error;
      ports.log.warn('ratings not read', { project, error: describeFailure(error) });
    }
  }
}

async function readMonth(
  ports: Reading,
  project: ProjectId,
  month: Period,
  remainingMs: () => number,
): Promise<void> {
  for (const [agreement, ended] of await endedIn(ports, project, month)) {
    const about = { agreement, month: month.from };
    const [kept] = await ports.records.named(project, 'ratings', [ratingsIdOf(about)]);
    const wanted = toLookAt(ended, kept?.doc, MOST_A_DAY);
    const found: Record<IssueId, number> = {};
    const looked: EndedRequest[] = [];
    for (let next = 0; next < wanted.length; next += AT_ONCE) {
      if (ports.quota.isLow() || remainingMs() < ROUND_TAKES_MS) break;
      const some = wanted.slice(next, next + AT_ONCE);
      const stars = await Promise.all(some.map(({ issue }) => ports.ratings.of(issue)));
      some.forEach(({ issue }, index) => {
        const given = stars[index];
        if (given !== undefined) found[issue] = given;
      });
      looked.push(...some);
    }
    const doc: Ratings = afterLook(about, kept?.doc, { ended, looked, found });
    // Where nobody rates, as where there are no requests, nothing is kept.
    if (Object.keys(doc.stars).length === 0 || canonical(doc) === canonical(kept?.doc)) continue;
    await writeDown(ports, { project, actor: THE_APP }, { kind: 'ratings', doc, seq: (kept?.seq ?? 0) + 1 });
  }
}

/** The requests of each agreement that were resolved in a month, by its timers: before, nobody is asked to rate them. */
async function endedIn(
  { figures, clock }: Pick<Ports, 'figures' | 'clock'>,
  project: ProjectId,
  month: Period,
): Promise<Map<string, EndedRequest[]>> {
  const ends = new Map<string, Map<IssueId, Instant>>();
  const wanted = {
    filter: { kind: 'resolution' } as const,
    edges: [month.from, endOf(month)],
    until: clock.now(),
    limit: PAGE,
  };
  for (let offset = 0; ; offset += PAGE) {
    const cycles = await figures.cycles(project, { ...wanted, offset });
    for (const { agreement, issue, endedAt } of cycles) {
      if (endedAt === null) continue;
      const of = ends.get(agreement) ?? new Map<IssueId, Instant>();
      ends.set(agreement, of.set(issue, laterOf(endedAt, of.get(issue) ?? endedAt)));
    }
    if (cycles.length < PAGE) break;
  }
  return new Map(
    [...ends].map(([agreement, of]) => [agreement, [...of].map(([issue, endedAt]) => ({ issue, endedAt }))]),
  );
}
