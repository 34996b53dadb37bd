import type { RevisionOf } from '../../domain/documents';
import { problem, type Problem } from '../../domain/problem';
import { periodOf } from '../../domain/report/periods';
import { idOfPeriod, spanOf, type ReviewPeriod } from '../../domain/review/review-period';
import { NOBODY } from '../../domain/review/service-report';
import { dayNumberOf } from '../../domain/time/local-date';
import type { Writer } from '../breaches/save-breaches';
import { LONGEST, type Ports, type ProjectId } from '../ports';
import { freezeFigures } from './freeze-figures';
import { dueOn, reviewPlansOf, type ReviewPlanNow } from './review-plans';

/** What is prepared: the review of a period, or its service report. */
export type PreparedKind = 'review' | 'service-report';
type Prepared = { readonly [Kind in PreparedKind]: Pick<RevisionOf<Kind>, 'kind' | 'doc'> }[PreparedKind];

export interface ToPrepare {
  readonly kind: PreparedKind;
  readonly agreement: string;
  readonly period: ReviewPeriod;
}

/**
 * Prepares a review or a service report of a period that has ended: freezes what is known of it. One that is there already
 * stays as it is.
 *
 * @throws SomebodyElseSaves; nothing is changed then.
 */
export async function prepareReview(
  ports: Pick<Ports, 'figures' | 'records' | 'clock' | 'ids'>,
  { project, actor }: Writer,
  { kind, agreement, period: { kind: rhythm, from: day } }: ToPrepare,
): Promise<readonly Problem[]> {
  const [change, at] = [ports.ids.next(), ports.clock.now()];
  const planned = (await reviewPlansOf(ports, project, at)).get(agreement);
  if (!planned) return [problem('life.unknown-agreement', 'agreement')];
  if (dayNumberOf(day) === undefined) return [problem('review.no-day', 'period.from')];
  const period: ReviewPeriod = { kind: rhythm, from: periodOf(rhythm, day).from };
  const { zone, since, endsAt } = planned.reign;
  const span = spanOf(period, zone);
  if (span.endsAt > at) return [problem('review.not-over', 'period.from')];
  if (span.endsAt <= since || (endsAt !== undefined && span.startsAt >= endsAt))
    return [problem('review.not-in-force', 'period.from')];
  const [before] = await ports.records.named(project, kind, [idOfPeriod(agreement, period)]);
  if (before) return [];
  const prepared = await preparedOf(ports, project, planned, { kind, period });
  const most = LONGEST[kind];
  if (JSON.stringify(prepared.doc).length > most)
    return [problem('review.long-in-all', '', { most: String(most) })];
  const revisions = [{ ...prepared, change, at, seq: 1 }];
  await ports.records.commit({ id: change, project, at, actor, action: 'write', revisions });
  return [];
}

async function preparedOf(
  ports: Pick<Ports, 'figures' | 'records' | 'clock'>,
  project: ProjectId,
  { now: { doc: text }, plan, reign }: ReviewPlanNow,
  { kind, period }: Omit<ToPrepare, 'agreement'>,
): Promise<Prepared> {
  const of = { agreement: text.id, period, ...spanOf(period, reign.zone) };
  const figures = await freezeFigures(ports, project, of);
  const doc = { id: idOfPeriod(text.id, period), ...of, figures };
  if (kind === 'review') return { kind, doc: { ...doc, dueOn: dueOn(plan, period), notes: [] } };
  const { recipients: accounts = NOBODY.accounts, otherRecipients: names = NOBODY.names } = plan;
  return { kind, doc: { ...doc, commentary: '', recipients: { accounts, names } } };
}
