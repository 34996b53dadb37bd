import type { Agreement } from '../agreement/agreement';
import { isIssueKey } from '../issue-key';
import { problem, type Problem } from '../problem';
import type { Instant } from '../time/instant';
import { dayNumberOf, type LocalDate } from '../time/local-date';
import type { ReviewPeriod } from './review-period';

/** A review that is not closed, or a service report that is not issued. */
export interface Matter {
  readonly kind: 'review' | 'service-report';
  /** See `idOfPeriod`. */
  readonly id: string;
  readonly period: ReviewPeriod;
  readonly dueOn: LocalDate;
  readonly isLate: boolean;
}

/** `ready`: it was prepared and waits for people. */
export const noticeStages = ['ready', 'late'] as const;
export type NoticeStage = (typeof noticeStages)[number];

/** What is told of a matter. */
export interface Told extends Matter {
  readonly stage: NoticeStage;
}

/** What people were told of the matters of an agreement (R3). */
export interface Notices {
  /** Of the agreement. */
  readonly id: Agreement['id'];
  /** Of each matter that is still open, what was told last and on which day, by {@link matterId}. */
  readonly told: Readonly<Record<string, { readonly stage: NoticeStage; readonly on: LocalDate }>>;
  readonly last: NoticeSent;
}

/** A message as it was sent. */
export interface NoticeSent {
  readonly at: Instant;
  /** The key of the issue that it was sent from. */
  readonly issue: string;
  /** Of how many matters. */
  readonly matters: number;
  /** `sending` is left behind where nobody knows whether Jira took it. */
  readonly state: 'sending' | 'sent' | 'refused';
  /** Why Jira would not, such as `http-404`. */
  readonly reason?: string;
}

/** Late ones are told again after so many days. */
export const CHASED_EVERY = 7;

export const matterId = ({ kind, id }: Pick<Matter, 'kind' | 'id'>): string => `${kind}/${id}`;

/** What there is to tell on a day: what nobody was told of yet, and what is late and was not told so within {@link CHASED_EVERY} days. */
export function toTell(open: readonly Matter[], told: Notices['told'], today: LocalDate): Told[] {
  return open.flatMap((matter): Told[] => {
    const before = told[matterId(matter)];
    if (!matter.isLate) return before ? [] : [{ ...matter, stage: 'ready' }];
    const isTold = before?.stage === 'late' && daysBetween(before.on, today) < CHASED_EVERY;
    return isTold ? [] : [{ ...matter, stage: 'late' }];
  });
}

/** What was told once these matters are; of what is open no more nothing is kept. */
export function afterTelling(
  before: Notices['told'],
  {
    open,
    told,
    today,
  }: { readonly open: readonly Matter[]; readonly told: readonly Told[]; readonly today: LocalDate },
): Notices['told'] {
  const isOpen = new Set(open.map(matterId));
  return Object.fromEntries([
    ...Object.entries(before).filter(([id]) => isOpen.has(id)),
    ...told.map((each) => [matterId(each), { stage: each.stage, on: today }] as const),
  ]);
}

const daysBetween = (from: LocalDate, to: LocalDate): number =>
  (dayNumberOf(to) ?? 0) - (dayNumberOf(from) ?? 0);

/** Where a project has notices sent, since the app sends mail only from issues of Jira. */
export interface NoticePlaces {
  readonly id: typeof NOTICE_PLACES;
  readonly language: NoticeLanguage;
  /** The issue of each agreement that has one. */
  readonly places: readonly NoticePlace[];
}

export interface NoticePlace {
  readonly agreement: Agreement['id'];
  readonly issue: { readonly id: string; readonly key: string };
}

/** Several people read a message: they share one language. */
export const noticeLanguages = ['en-US', 'zh-CN'] as const;
export type NoticeLanguage = (typeof noticeLanguages)[number];

/** There is one such document a project. */
export const NOTICE_PLACES = 'notice-places';

/** As many agreements as have an issue. */
export const MOST_PLACES = 100;

/** What is wrong with places before Jira is asked for their issues; their place as in `places[0].key`. */
export function placesProblems(
  places: readonly { readonly agreement: string; readonly key: string }[],
  agreements: readonly string[],
): Problem[] {
  if (places.length > MOST_PLACES) return [problem('notices.many', 'places', { most: String(MOST_PLACES) })];
  return places.flatMap(({ agreement, key }, index) => {
    const path = `places[${index}].key`;
    if (!agreements.includes(agreement)) return [problem('life.unknown-agreement', path)];
    if (places.slice(0, index).some((earlier) => earlier.agreement === agreement))
      return [problem('notices.twice', path)];
    return isIssueKey(key) ? [] : [problem('notices.no-issue', path, { key })];
  });
}
