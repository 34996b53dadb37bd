import { gapsIn, type AgreementNow, type Gaps } from '../domain/coverage/gaps';
import {
  definitionsIn,
  latestRevisions,
  meant,
  revisionNumber,
  type Revision,
} from '../domain/agreement/revisions';
import { standingOf } from '../domain/agreement/standing-of';
import { seenOn, type Seen } from '../domain/coverage/seen';
import { laterOf, type Instant } from '../domain/time/instant';
import { agreementsOf, stepsTaken, type AgreementFile } from './agreements-of';
import type { IssueId, Ports, ProjectId } from './ports';

/** What falls through in a project, as far as its rules and its catalogue show it (engine rule 22, R7). */
export async function viewCoverage(
  ports: Pick<Ports, 'records' | 'clock'>,
  project: ProjectId,
): Promise<Gaps> {
  const now = ports.clock.now();
  const files = [...(await agreementsOf(ports, project)).values()];
  const services = await ports.records.documents(project, 'service');
  const latest = meant(latestRevisions(await ports.records.revisions(project)));
  const { calendars, holidaySets } = definitionsIn(latest);
  return gapsIn(
    {
      agreements: files.flatMap((file) => agreementNow(file, now) ?? []),
      services: services.map(({ doc }) => doc),
      calendars,
      holidaySets,
      own: { calendars: ownIds(latest, 'calendar'), holidaySets: ownIds(latest, 'holiday-set') },
    },
    now,
  );
}

const ownIds = (latest: readonly Revision[], wanted: Revision['kind']): string[] =>
  latest.flatMap(({ kind, home, doc }) => (kind === wanted && home !== 'site' ? doc.id : []));

/** Undefined for one that was never published. */
export function agreementNow(file: AgreementFile, now: Instant): AgreementNow | undefined {
  const standing = standingOf(file.timeline, stepsTaken(file), now);
  const version = standing && file.versions.find(({ seq }) => seq === revisionNumber(standing.current));
  if (!version) return undefined;
  const { doc, at } = version;
  const { state, endsAt } = standing;
  return { doc, state, endsAt, since: laterOf(doc.effectiveFrom, at) };
}

/** As many issues as a page of {@link seenLately} reads, and as many as the store gives at once. */
const PAGE = 100;
const AT_ONCE = 50;

export interface SeenPage {
  readonly seen: Seen;
  /** The oldest issue of the page; undefined where there is none. */
  readonly oldest: IssueId | undefined;
  /** Names the page after this one; undefined after the last. */
  readonly next: IssueId | undefined;
}

/**
 * Which targets of its agreements the latest issues of a project were ever seen to use, as they were judged last: one page
 * of them, by their number, which is the order in which they were created. Jira is not asked.
 *
 * @param before the `next` of the page before; undefined for the first.
 */
export async function seenLately(
  { timers }: Pick<Ports, 'timers'>,
  project: ProjectId,
  before: IssueId | undefined,
): Promise<SeenPage> {
  const issues = await timers.evaluatedBefore(project, before, PAGE);
  const lots = [issues.slice(0, AT_ONCE), issues.slice(AT_ONCE)];
  const judged = [];
  for (const lot of lots) judged.push(...(await timers.stored(lot)));
  judged.sort((a, b) => Number(b.issue) - Number(a.issue));
  const oldest = issues.at(-1);
  return { seen: seenOn(judged), oldest, next: issues.length === PAGE ? oldest : undefined };
}
