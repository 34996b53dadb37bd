import type { Recipient } from '../../domain/alert/action';
import { afterTelling, toTell, type NoticePlace, type Notices, type Told } from '../../domain/review/notices';
import { THE_APP } from '../../domain/review/review';
import { localDateAt } from '../../domain/time/zone';
import { describeFailure, JiraUnavailable } from '../errors';
import type { ReviewPlanNow } from '../reviews/review-plans';
import { viewReviews, type ReviewList } from '../reviews/view-reviews';
import type { ActionOutcome, Ports, ProjectId } from '../ports';
import { writeDown } from '../write-down';
import { noticePlacesOf, type PlacesWanted } from './notice-places';

/** What one takes at the worst. */
const ONE_TAKES_MS = 30_000;

/** A message in words. */
export interface Worded {
  readonly subject: string;
  readonly text: string;
}
export type Wording = (
  language: PlacesWanted['language'],
  about: { readonly agreement: string; readonly told: readonly Told[] },
) => Worded;

type Needed = Pick<Ports, 'records' | 'clock' | 'ids' | 'actions' | 'log'>;

/**
 * Tells of reviews and service reports that were prepared, and of late ones again and again (R3), one message an agreement and
 * day, from the issue that the project names for it. Mail is sent at most once: that it is being sent is written down first.
 */
export async function sendNotices(
  ports: Needed & Pick<Ports, 'projects' | 'holds'>,
  words: Wording,
  remainingMs: () => number,
): Promise<void> {
  for (const project of await ports.projects.withAgreements()) {
    if (await ports.holds.isHeld(ports.clock.now(), project)) continue;
    try {
      const places = (await noticePlacesOf(ports, project))?.doc;
      if (!places || places.places.length === 0) continue;
      const list = await viewReviews(ports, project);
      for (const place of places.places) {
        if (remainingMs() < ONE_TAKES_MS) return;
        await tellOf(ports, project, { list, place }, (about) => words(places.language, about));
      }
    } catch (error) {
      ports.log.warn('notices not sent', { project, error: describeFailure(error) });
    }
  }
}

async function tellOf(
  ports: Needed,
  project: ProjectId,
  { list, place }: { readonly list: ReviewList; readonly place: NoticePlace },
  words: (about: Parameters<Wording>[1]) => Worded,
): Promise<void> {
  const plan = list.plans.find(({ now: { doc } }) => doc.id === place.agreement);
  if (!plan || plan.now.state === 'archived') return;
  const { agreement, issue } = place;
  const [kept] = await ports.records.named(project, 'notices', [agreement]);
  const now = ports.clock.now();
  const today = localDateAt(plan.reign.zone, now);
  const open = openOf(list, agreement);
  const told = toTell(open, kept?.doc.told ?? {}, today);
  if (told.length === 0) return;

  const last = { at: now, issue: issue.key, matters: told.length };
  const doc: Notices = {
    id: agreement,
    told: afterTelling(kept?.doc.told ?? {}, { open, told, today }),
    last: { ...last, state: 'sending' },
  };
  const write = (revision: Notices, seq: number): Promise<void> =>
    writeDown(ports, { project, actor: THE_APP }, { kind: 'notices', doc: revision, seq });
  const seq = (kept?.seq ?? 0) + 1;
  await write(doc, seq);
  const outcome = await send(ports, plan, place, words({ agreement: plan.now.doc.name, told }));
  if (outcome.state === 'unsure') return;
  if (outcome.state !== 'refused') return write({ ...doc, last: { ...last, state: 'sent' } }, seq + 1);
  const { reason } = outcome;
  // Nobody was told: another day tries again.
  await write({ ...doc, told: kept?.doc.told ?? {}, last: { ...last, state: 'refused', reason } }, seq + 1);
}

/** What waits for people: what nobody has prepared does so once it is late. */
function openOf({ reviews, reports }: ReviewList, agreement: string) {
  return [
    ...reviews.map((row) => ({ ...row, kind: 'review' as const, isOpen: row.state !== 'closed' })),
    ...reports.map((row) => ({ ...row, kind: 'service-report' as const, isOpen: row.state !== 'issued' })),
  ]
    .filter((row) => row.agreement === agreement && row.isOpen && (row.isLate || row.state !== 'due'))
    .map(({ kind, id, period, dueOn, isLate }) => ({ kind, id, period, dueOn, isLate }));
}

async function send(
  { actions }: Pick<Ports, 'actions'>,
  { now: { doc }, plan: { responsible } }: ReviewPlanNow,
  { agreement, issue }: NoticePlace,
  worded: Worded,
): Promise<ActionOutcome> {
  const named = [responsible, doc.details?.roles?.['service-level-manager']];
  const accounts = [...new Set(named.filter((account) => account !== undefined))];
  // An issue may have no assignee, and Jira then sends nothing to anybody.
  const notify: Recipient[] = ['watchers', ...accounts.map((user) => ({ user }))];
  try {
    const subject = { id: agreement, issue: issue.id, key: issue.key };
    return await actions.perform({ notify, ...worded }, subject, 'begin');
  } catch (error) {
    if (error instanceof JiraUnavailable) return { state: 'refused', reason: 'jira-unavailable' };
    throw error;
  }
}
