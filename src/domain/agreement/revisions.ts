import type { Calendar, CalendarRecord } from '../calendar/calendar';
import type { HolidaySet } from '../calendar/holiday-set';
import type { Instant } from '../time/instant';
import { compileRules, type Rules } from '../timer/rules';
import type { CalendarVersion, Publication, Timeline, TimelineEntry } from '../timer/timeline';
import type { Agreement } from './agreement';
import type { Definitions } from './draft';
import type { Repair } from './repair';
import { timelineOf } from './timeline-of';

interface Saved {
  /** The change that it was saved by; all revisions of a change came into being together. */
  readonly change: string;
  /** From 1 up, per record. */
  readonly seq: number;
  readonly at: Instant;
}

/** A holiday set, a calendar or an agreement as it was saved once, or a repair. Revisions are only ever added (P6). */
export type Revision = Saved &
  (
    | { readonly kind: 'holiday-set'; readonly doc: HolidaySet }
    | { readonly kind: 'calendar'; readonly doc: CalendarRecord }
    | { readonly kind: 'agreement'; readonly doc: Agreement }
    | { readonly kind: 'repair'; readonly doc: Repair }
  );

/** All that was ever in force in a project, ready for the engine. */
export interface RuleBook {
  /** Names the state of the book: it is another one after any change. */
  readonly version: string;
  /** One timeline an agreement. */
  readonly timelines: readonly Timeline[];
  /** The same, ready to judge. */
  readonly rules: Rules;
  readonly calendars: ReadonlyMap<CalendarVersion, Calendar>;
  /** What each version of an agreement said, by the name that cycles know it by. */
  readonly agreements: ReadonlyMap<Publication['version'], Agreement>;
}

/**
 * What the revisions of a project, in any order, come to. An agreement is published anew when its text changes and when
 * a calendar that it counts on does, by its own text or that of a holiday set; so a timer keeps the calendar it started
 * with (engine rule 15).
 */
export function ruleBook(revisions: readonly Revision[]): RuleBook {
  const inOrder = [...revisions].sort((a, b) => a.at - b.at || compare(a.change, b.change) || a.seq - b.seq);
  const changes = new Map<string, [Revision, ...Revision[]]>();
  for (const revision of inOrder) {
    const together = changes.get(revision.change);
    if (together) together.push(revision);
    else changes.set(revision.change, [revision]);
  }
  const saved: Latest = { 'holiday-set': new Map(), calendar: new Map(), agreement: new Map() };
  const calendars = new Map<CalendarVersion, Calendar>();
  const timelines = new Map<Agreement['id'], Publication[]>();
  const repairs: Repaired[] = [];

  for (const change of changes.values()) {
    for (const revision of change) {
      if (revision.kind === 'repair') repairs.push(repaired(revision));
      else keep(saved, revision);
    }
    const current = new Map<Calendar['id'], CalendarVersion>();
    for (const { doc, version: own } of saved.calendar.values()) {
      const sets = (doc.holidaySets ?? []).flatMap((id) => saved['holiday-set'].get(id) ?? []);
      const version = [own, ...sets.map((set) => set.version)].join('+');
      current.set(doc.id, version);
      if (!calendars.has(version))
        calendars.set(
          version,
          inForce(
            doc,
            sets.map((set) => set.doc),
          ),
        );
    }
    for (const { doc, version } of saved.agreement.values()) {
      const used = calendarsOf(doc);
      const published = timelines.get(doc.id) ?? [];
      const last = published.at(-1);
      if (last?.version === version && used.every((id) => last.calendars[id] === current.get(id))) continue;
      const publication: Publication = {
        kind: 'published',
        version,
        at: change[0].at,
        appliesToRunning: false,
        agreement: doc,
        calendars: Object.fromEntries(
          used.flatMap((id) => {
            const calendar = current.get(id);
            return calendar === undefined ? [] : [[id, calendar]];
          }),
        ),
      };
      timelines.set(doc.id, [...published, publication]);
    }
  }
  const version = `${changes.size}/${inOrder.at(-1)?.change ?? ''}`;
  const all = [...timelines].map(([id, publications]) => [
    ...timelineOf(publications),
    ...repairs.flatMap(({ agreement, entry }) => (agreement === id ? [entry] : [])),
  ]);
  const agreements = new Map(
    [...timelines.values()].flat().map((published) => [published.version, published.agreement] as const),
  );
  return { version, timelines: all, rules: compileRules(all), calendars, agreements };
}

/** What each record said last, by its id, and the version that names it, such as `office-hours@3`. */
type Latest = {
  readonly [Kind in Definition['kind']]: Map<string, { doc: DocOf<Kind>; version: string }>;
};
type Definition = Exclude<Revision, { kind: 'repair' }>;
type DocOf<Kind extends Definition['kind']> = Extract<Definition, { kind: Kind }>['doc'];

function keep(saved: Latest, revision: Definition): void {
  const { id } = revision.doc;
  const version = `${id}@${revision.seq}`;
  switch (revision.kind) {
    case 'holiday-set':
      saved['holiday-set'].set(id, { doc: revision.doc, version });
      break;
    case 'calendar':
      saved.calendar.set(id, { doc: revision.doc, version });
      break;
    case 'agreement':
      saved.agreement.set(id, { doc: revision.doc, version });
  }
}

/** What a repair means for the agreement that it names. */
interface Repaired {
  readonly agreement: Agreement['id'];
  readonly entry: TimelineEntry;
}

function repaired({
  at,
  doc: { agreement, from, to, version },
}: Extract<Revision, { kind: 'repair' }>): Repaired {
  return { agreement, entry: { kind: 'repaired', at, from, to, version } };
}

/** A calendar with the sets it refers to put in place of their ids. */
function inForce({ holidaySets, ...calendar }: CalendarRecord, sets: readonly HolidaySet[]): Calendar {
  return holidaySets ? { ...calendar, holidaySets: sets } : calendar;
}

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
