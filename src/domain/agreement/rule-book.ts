import type { Calendar, CalendarRecord } from '../calendar/calendar';
import type { HolidaySet } from '../calendar/holiday-set';
import { HORIZON, laterOf, type Instant } from '../time/instant';
import { compileRules, type Rules } from '../timer/rules';
import type { CalendarVersion, Publication, Timeline, TimelineEntry } from '../timer/timeline';
import type { Agreement } from './agreement';
import { calendarsOf, keyOf, SITE_KEYS, type Revision } from './revisions';
import type { Reporting } from './reporting';
import { entriesOf, type StepTaken } from './life-step';
import { reignsOf, timelineOf } from './timeline-of';

/** All that was ever in force in a project, ready for the engine. */
export interface RuleBook {
  /** Names the state of the book: it is another one after any change by which issues could be judged otherwise. */
  readonly version: string;
  /** One timeline an agreement. */
  readonly timelines: readonly Timeline[];
  /** The same, ready to judge. */
  readonly rules: Rules;
  readonly calendars: ReadonlyMap<CalendarVersion, Calendar>;
  /** The version that each calendar has now, by its id. */
  readonly latestCalendars: ReadonlyMap<Calendar['id'], CalendarVersion>;
  /** What each version of an agreement said, by the name that cycles know it by. */
  readonly agreements: ReadonlyMap<Publication['version'], Agreement>;
  /** As it was saved last; it holds for all of the past too. */
  readonly reporting: Reporting | undefined;
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
  const saved: Latest = { 'holiday-set': new Map(), calendar: new Map() };
  const calendars = new Map<CalendarVersion, Calendar>();
  const published = new Map<Agreement['id'], Publication[]>();
  const steps = new Map<Agreement['id'], StepTaken[]>();
  const repairs: Repaired[] = [];
  const effective: string[] = [];
  let latestCalendars: RuleBook['latestCalendars'] = new Map();
  let reporting: Reporting | undefined;

  for (const [id, change] of changes) {
    const at = change[0].at;
    const texts: Text[] = [];
    let hasEffect = false;
    for (const revision of change) {
      if (revision.kind === 'repair') repairs.push(repaired(revision));
      else if (revision.kind === 'step') addTo(steps, revision.doc.id, { ...revision.doc, at });
      else if (revision.kind === 'reporting') reporting = revision.doc;
      else if (revision.kind === 'agreement') texts.push(textOf(revision, change));
      else keep(saved, revision);
      hasEffect ||= isEffective(revision);
    }
    const current = calendarsNow(saved, calendars);
    latestCalendars = current;
    const known = [...published].flatMap(([agreement, publications]) =>
      textsToReign(
        publications,
        at,
        texts.find((text) => text.agreement.id === agreement),
      ),
    );
    for (const text of [...known, ...texts]) {
      const { agreement, version } = text;
      const used = calendarsOf(agreement);
      const last = published.get(agreement.id)?.findLast((each) => each.version === version);
      if (last && used.every((calendar) => last.calendars[calendar] === current.get(calendar))) continue;
      addTo(published, agreement.id, {
        kind: 'published',
        ...text,
        at,
        calendars: Object.fromEntries(
          used.flatMap((calendar) => {
            const found = current.get(calendar);
            return found === undefined ? [] : [[calendar, found]];
          }),
        ),
      });
      hasEffect = true;
    }
    if (hasEffect) effective.push(id);
  }
  const version = `${effective.length}/${effective.at(-1) ?? ''}`;
  const all = [...published].map(([id, publications]) => [
    ...timelineOf(publications),
    ...entriesOf(steps.get(id) ?? []),
    ...repairs.flatMap(({ agreement, entry }) => (agreement === id ? [entry] : [])),
  ]);
  const agreements = new Map(
    [...published.values()].flat().map((each) => [each.version, each.agreement] as const),
  );
  return {
    version,
    timelines: all,
    rules: compileRules(all),
    calendars,
    latestCalendars,
    agreements,
    reporting,
  };
}

/** What a version of an agreement says, whatever the versions of its calendars. */
type Text = Pick<Publication, 'agreement' | 'version' | 'appliesToRunning'>;

function textOf({ doc, seq }: Extract<Revision, { kind: 'agreement' }>, change: readonly Revision[]): Text {
  const appliesToRunning = change.some(
    ({ kind, doc: step }) =>
      kind === 'step' && step.id === doc.id && step.step === 'publish' && step.appliesToRunning,
  );
  return { agreement: doc, version: `${doc.id}@${seq}`, appliesToRunning };
}

/**
 * The texts of an agreement that a calendar's change at `at` touches: the one in force, and those that are to come; as far as
 * `replacing` leaves them any time.
 */
function textsToReign(
  publications: readonly Publication[],
  at: Instant,
  replacing: Text | undefined,
): Text[] {
  const end = replacing ? laterOf(replacing.agreement.effectiveFrom, at) : HORIZON;
  return reignsOf(publications)
    .filter(({ from, to }) => to > at && laterOf(from, at) < end)
    .map(({ from, publication: { agreement, version, appliesToRunning } }) => ({
      agreement,
      version,
      // It has changed over to it already.
      appliesToRunning: appliesToRunning && from > at,
    }));
}

/** Whether it changes by itself how timers run or are reported; a publication shows otherwise. */
const isEffective = ({ kind, doc }: Revision): boolean =>
  kind === 'repair' ||
  kind === 'reporting' ||
  (kind === 'step' && ['suspend', 'reinstate', 'terminate', 'continue'].includes(doc.step));

function addTo<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  map.set(key, [...(map.get(key) ?? []), value]);
}

/** What each record said last, by its id, and the version that names it, such as `office-hours@3`. */
type Latest = {
  readonly [Kind in Definition['kind']]: Map<string, { doc: DocOf<Kind>; version: string }>;
};
type Definition = Extract<Revision, { kind: 'holiday-set' | 'calendar' }>;
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
