import type { Calendar } from '../calendar/calendar';
import type { Instant } from '../time/instant';
import type { CalendarVersion, Publication, Timeline } from '../timer/timeline';
import type { Agreement } from './agreement';

interface Saved {
  /** The change that it was saved by; all revisions of a change came into being together. */
  readonly change: string;
  /** From 1 up, per record. */
  readonly seq: number;
  readonly at: Instant;
}

/** A calendar or an agreement as it was saved once. Revisions are only ever added (P6). */
export type Revision = Saved &
  (
    | { readonly kind: 'calendar'; readonly doc: Calendar }
    | { readonly kind: 'agreement'; readonly doc: Agreement }
  );

/** All that was ever in force in a project, ready for the engine. */
export interface RuleBook {
  /** Names the state of the book: it is another one after any change. */
  readonly version: string;
  /** One timeline an agreement. */
  readonly timelines: readonly Timeline[];
  readonly calendars: ReadonlyMap<CalendarVersion, Calendar>;
}

/**
 * What the revisions of a project, in any order, come to. An agreement is published anew when its text changes and when
 * a calendar that it counts on does, so that a timer keeps the calendar it started with (engine rule 15).
 */
export function ruleBook(revisions: readonly Revision[]): RuleBook {
  const inOrder = [...revisions].sort((a, b) => a.at - b.at || compare(a.change, b.change) || a.seq - b.seq);
  const changes = new Map<string, [Revision, ...Revision[]]>();
  for (const revision of inOrder) {
    const together = changes.get(revision.change);
    if (together) together.push(revision);
    else changes.set(revision.change, [revision]);
  }
  const calendars = new Map<CalendarVersion, Calendar>();
  const current = new Map<Calendar['id'], CalendarVersion>();
  const agreements = new Map<Agreement['id'], { doc: Agreement; version: string }>();
  const timelines = new Map<Agreement['id'], Publication[]>();

  for (const saved of changes.values()) {
    const at = saved[0].at;
    const touched = new Set<string>();
    for (const revision of saved) {
      const version = `${revision.doc.id}@${revision.seq}`;
      touched.add(`${revision.kind} ${revision.doc.id}`);
      if (revision.kind === 'calendar') {
        calendars.set(version, revision.doc);
        current.set(revision.doc.id, version);
      } else {
        agreements.set(revision.doc.id, { doc: revision.doc, version });
      }
    }
    for (const { doc, version } of agreements.values()) {
      const used = calendarsOf(doc);
      if (!touched.has(`agreement ${doc.id}`) && !used.some((id) => touched.has(`calendar ${id}`))) continue;
      const publication: Publication = {
        version,
        at,
        appliesToRunning: false,
        agreement: doc,
        calendars: Object.fromEntries(
          used.flatMap((id) => {
            const calendar = current.get(id);
            return calendar === undefined ? [] : [[id, calendar]];
          }),
        ),
      };
      timelines.set(doc.id, [...(timelines.get(doc.id) ?? []), publication]);
    }
  }
  const version = `${changes.size}/${inOrder.at(-1)?.change ?? ''}`;
  return { version, timelines: [...timelines.values()], calendars };
}

/** The number of the revision that a version names, such as 3 for `office-hours@3`. */
export function revisionNumber(version: string): number {
  return Number(version.slice(version.lastIndexOf('@') + 1));
}

/** The latest revision of each record. */
export function latestRevisions(revisions: readonly Revision[]): Revision[] {
  const latest = new Map<string, Revision>();
  for (const revision of revisions) {
    const key = `${revision.kind} ${revision.doc.id}`;
    const known = latest.get(key);
    if (!known || known.seq < revision.seq) latest.set(key, revision);
  }
  return [...latest.values()];
}

function calendarsOf(agreement: Agreement): Calendar['id'][] {
  return [...new Set(agreement.metrics.flatMap(({ goals }) => goals.map(({ calendar }) => calendar)))];
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
