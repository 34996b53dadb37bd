import type { Calendar, CalendarRecord } from '../calendar/calendar';
import type { HolidaySet } from '../calendar/holiday-set';
import type { Instant } from '../time/instant';
import type { Agreement } from './agreement';
import type { Definitions } from './draft';
import type { LifeStep } from './life-step';
import type { Repair } from './repair';
import type { Reporting } from './reporting';

interface Saved {
  /** The change that it was saved by; all revisions of a change came into being together. */
  readonly change: string;
  /** From 1 up, per record. */
  readonly seq: number;
  readonly at: Instant;
  /** `site`: kept once for the whole site, whose projects use it; left out for a project's own. */
  readonly home?: 'site';
}

/** A holiday set, a calendar or an agreement as it was saved once, a repair, a step in an agreement's life, or what reports go by. Revisions are only ever added (P6). */
export type Revision = Saved &
  (
    | { readonly kind: 'holiday-set'; readonly doc: HolidaySet }
    | { readonly kind: 'calendar'; readonly doc: CalendarRecord }
    | { readonly kind: 'agreement'; readonly doc: Agreement }
    | { readonly kind: 'repair'; readonly doc: Repair }
    | { readonly kind: 'step'; readonly doc: LifeStep }
    | { readonly kind: 'reporting'; readonly doc: Reporting }
  );

/** What some revisions hold, each kind in their order. */
export function definitionsIn(revisions: readonly Revision[]): Definitions {
  return {
    holidaySets: revisions.flatMap((revision) => (revision.kind === 'holiday-set' ? revision.doc : [])),
    calendars: revisions.flatMap((revision) => (revision.kind === 'calendar' ? revision.doc : [])),
    agreements: revisions.flatMap((revision) => (revision.kind === 'agreement' ? revision.doc : [])),
  };
}

/** The number of the revision that an agreement's version names, such as 3 for `it-support@3`. */
export function revisionNumber(version: string): number {
  return Number(version.slice(version.lastIndexOf('@') + 1));
}

/** Those among revisions that a project means by their ids: its own, and those of the site that it has none in the place of. */
export function meant(latest: readonly Revision[]): Revision[] {
  const own = new Set(
    latest.filter(({ home }) => home !== 'site').map(({ kind, doc }) => `${kind} ${doc.id}`),
  );
  return latest.filter(({ home, kind, doc }) => home !== 'site' || !own.has(`${kind} ${doc.id}`));
}

/** The latest revision of each record. */
export function latestRevisions(revisions: readonly Revision[]): Revision[] {
  const latest = new Map<string, Revision>();
  for (const revision of revisions) {
    const key = `${revision.kind} ${keyOf(revision)}`;
    const known = latest.get(key);
    if (!known || known.seq < revision.seq) latest.set(key, revision);
  }
  return [...latest.values()];
}

/** Ids have no slash, so that a record of the site is never taken for one of the project. */
export const SITE_KEYS = 'site/';
/** Names a record among all of its kind. */
export const keyOf = ({ home, doc: { id } }: Pick<Revision, 'home' | 'doc'>): string =>
  home === 'site' ? `${SITE_KEYS}${id}` : id;

/** The calendars that an agreement counts on, whichever way it is written. */
export function calendarsOf({ metrics, periodicTargets = [] }: CountsOnCalendars): Calendar['id'][] {
  const timed = metrics.flatMap(({ goals }) => goals.map(({ calendar }) => calendar));
  const periodic = periodicTargets.flatMap(({ calendar }) => calendar ?? []);
  return [...new Set([...timed, ...periodic])];
}

interface CountsOnCalendars {
  readonly metrics: readonly { readonly goals: readonly { readonly calendar: Calendar['id'] }[] }[];
  readonly periodicTargets?: readonly { readonly calendar?: Calendar['id'] }[];
}
