import type { Calendar, CalendarRecord } from '../calendar/calendar';
import type { HolidaySet } from '../calendar/holiday-set';
import { compileRules, type Rules } from '../timer/rules';
import type { CalendarVersion, Publication, Timeline, TimelineEntry } from '../timer/timeline';
import type { Agreement } from './agreement';
import { calendarsOf, keyOf, SITE_KEYS, type Revision } from './revisions';
import { timelineOf } from './timeline-of';

/** All that was ever in force in a project, ready for the engine. */
export interface RuleBook {
  /** Names the state of the book: it is another one after any change by which issues could be judged otherwise. */
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

  const effective: string[] = [];

  for (const [id, change] of changes) {
    let hasEffect = false;
    for (const revision of change) {
      if (revision.kind !== 'repair') keep(saved, revision);
      else {
        repairs.push(repaired(revision));
        hasEffect = true;
      }
    }
    const current = calendarsNow(saved, calendars);
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
      hasEffect = true;
    }
    if (hasEffect) effective.push(id);
  }
  const version = `${effective.length}/${effective.at(-1) ?? ''}`;
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
  const key = keyOf(revision);
  const version = `${key}@${revision.seq}`;
  switch (revision.kind) {
    case 'holiday-set':
      saved['holiday-set'].set(key, { doc: revision.doc, version });
      break;
    case 'calendar':
      saved.calendar.set(key, { doc: revision.doc, version });
      break;
    case 'agreement':
      saved.agreement.set(key, { doc: revision.doc, version });
  }
}

/**
 * The version of each calendar that agreements mean by its id: the project's own, else that of the site. Sets are found in the
 * same way, but those of the site's calendars on the site only.
 *
 * @param calendars gets what each version says.
 */
function calendarsNow(
  saved: Latest,
  calendars: Map<CalendarVersion, Calendar>,
): Map<Calendar['id'], CalendarVersion> {
  const current = new Map<Calendar['id'], CalendarVersion>();
  const sets = saved['holiday-set'];
  for (const [key, { doc, version: own }] of saved.calendar) {
    const isOfSite = key.startsWith(SITE_KEYS);
    const used = (doc.holidaySets ?? []).flatMap(
      (id) => (isOfSite ? undefined : sets.get(id)) ?? sets.get(`${SITE_KEYS}${id}`) ?? [],
    );
    const version = [own, ...used.map((set) => set.version)].join('+');
    if (!isOfSite || !saved.calendar.has(doc.id)) current.set(doc.id, version);
    if (calendars.has(version)) continue;
    const usedDocs = used.map((set) => set.doc);
    calendars.set(version, inForce(doc, usedDocs));
  }
  return current;
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

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
