import type { CalendarsView } from '../../../../../src/contract/calendars';
import { lintCalendars } from '../../../../../src/domain/agreement/lint-calendars';
import type { Calendar, CalendarRecord } from '../../../../../src/domain/calendar/calendar';
import { calendarProblems } from '../../../../../src/domain/calendar/calendar-rules';
import type { HolidaySet } from '../../../../../src/domain/calendar/holiday-set';
import { serviceWeeks, type ServiceWeek } from '../../../../../src/domain/agreement/presets/presets';
import { problem, type Problem } from '../../../../../src/domain/problem';
import type { Instant } from '../../../../../src/domain/time/instant';
import type { Zone } from '../../../../../src/domain/time/zone';

export type KeptCalendar = CalendarsView['calendars'][number];

/** What a new calendar begins with: what most have is office hours. */
export function newDraft(timeZone: Zone, week: ServiceWeek = '5x8'): CalendarRecord {
  return { id: '', name: '', timeZone, weekly: serviceWeeks[week], exceptions: [] };
}

const LONGEST_ID = 40;

/** An id that no other record has, made of the name where it has Latin letters or digits. */
export function idFor(name: string, taken: readonly string[], otherwise: string): string {
  const latin = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, LONGEST_ID)
    .replace(/-+$/, '');
  const base = latin || otherwise;
  for (let number = 1; ; number++) {
    const id = number === 1 ? base : `${base}-${number}`;
    if (!taken.includes(id)) return id;
  }
}

/** A draft in the form in which it is stored: without what was left empty. */
export function tidied(draft: CalendarRecord): CalendarRecord {
  const { holidaySets = [], interruptions = [], ...rest } = draft;
  return {
    ...rest,
    name: draft.name.trim(),
    timeZone: draft.timeZone.trim(),
    weekly: Object.fromEntries(Object.entries(draft.weekly).filter(([, hours]) => hours.length > 0)),
    exceptions: draft.exceptions.map(({ name = '', ...entry }) =>
      name.trim() ? { ...entry, name: name.trim() } : entry,
    ),
    ...(holidaySets.length > 0 && { holidaySets }),
    ...(interruptions.length > 0 && {
      interruptions: interruptions.map((entry) => ({ ...entry, name: entry.name.trim() })),
    }),
  };
}

/** Whether two drafts say the same, however they were come to. */
export function isSame(a: CalendarRecord, b: CalendarRecord): boolean {
  return inOrder(tidied(a)) === inOrder(tidied(b));
}

const inOrder = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([x], [y]) => (x < y ? -1 : 1)))
      : part,
  );

/** As many characters as a name may have. */
const LONGEST_NAME = 120;

/** Everything that is wrong with a draft, its place as in `doc.weekly.mon[0]`. */
export function draftProblems(draft: CalendarRecord, sets: readonly HolidaySet['id'][]): Problem[] {
  const names = [
    ['doc.name', draft.name, true] as const,
    ...draft.exceptions.map(
      ({ name = '' }, index) => [`doc.exceptions[${index}].name`, name, false] as const,
    ),
    ...(draft.interruptions ?? []).map(
      ({ name }, index) => [`doc.interruptions[${index}].name`, name, true] as const,
    ),
  ];
  return [
    ...names.flatMap(([path, name, isNeeded]) => nameProblems(name.trim(), path, isNeeded)),
    ...calendarProblems(draft, 'doc', sets),
  ];
}

function nameProblems(name: string, path: string, isNeeded: boolean): Problem[] {
  if (isNeeded && name === '') return [problem('name.missing', path)];
  return name.length > LONGEST_NAME ? [problem('name.long', path, { most: String(LONGEST_NAME) })] : [];
}

/** The problem to be told at a field, which also tells those of what lies in it. */
export function problemAt(problems: readonly Problem[], field: string): Problem | undefined {
  return problems.find(({ path }) => path === field || path.startsWith(`${field}[`));
}

/** A calendar with the holiday sets that it refers to. */
export function resolved(record: CalendarRecord, sets: readonly HolidaySet[]): Calendar {
  const { holidaySets = [], ...rest } = record;
  return { ...rest, holidaySets: holidaySets.flatMap((id) => sets.find((set) => set.id === id) ?? []) };
}

/** What should be looked at in a draft without problems, though it may be saved. */
export function draftWarnings(draft: CalendarRecord, sets: readonly HolidaySet[], now: Instant): Problem[] {
  const definitions = { calendars: [draft], holidaySets: [...sets], agreements: [] };
  return lintCalendars(definitions, now).filter(({ code }) => code !== 'calendar.unused');
}
