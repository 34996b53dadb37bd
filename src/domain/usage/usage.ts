import { hours, instant, type Instant } from '../time/instant';
import { wallReading, type Zone } from '../time/zone';
import { localDateOf, type LocalDate } from '../time/local-date';
import { DAY } from '../time/wall-clock';
import { noBill, type Bill } from './price-list';

/** What the app counts of its own work. */
export const countedKinds = ['points', 'requests', 'statements', 'issues', 'runMs'] as const;
/**
 * `points` of Jira's hourly quota by Atlassian's list, `requests` to Jira, SQL `statements`, `issues` judged, and for how many
 * milliseconds functions ran.
 */
export type CountedKind = (typeof countedKinds)[number];
export type Counted = Readonly<Record<CountedKind, number>>;

/**
 * What was counted in an hour of the clock in UTC, at the least: what a process had not written down when it ended is not
 * in it.
 */
export interface HourOfUse extends Counted {
  readonly hour: Instant;
  /** When work was first held in that hour because of Jira's quota. */
  readonly heldSince: Instant | null;
}

const HOUR = hours(1);
export const hourOf = (at: Instant): Instant => instant(Math.floor(at / HOUR) * HOUR);

const nothing: Counted = { points: 0, requests: 0, statements: 0, issues: 0, runMs: 0 };

/** The 24 hours of the clock that end with the present one, those without anything counted too. */
export function lastDay(known: readonly HourOfUse[], now: Instant): HourOfUse[] {
  const present = hourOf(now);
  const byHour = new Map(known.map((each) => [each.hour, each]));
  return Array.from({ length: 24 }, (_, index) => {
    const hour = instant(present - (23 - index) * HOUR);
    return byHour.get(hour) ?? { ...nothing, hour, heldSince: null };
  });
}

/** How many issues were judged on each of the last seven days of a zone, today among them, the first day first. */
export function issuesADay(
  known: readonly HourOfUse[],
  zone: Zone,
  now: Instant,
): { readonly date: LocalDate; readonly issues: number }[] {
  const dayOf = (at: Instant): number => Math.floor(wallReading(zone, at) / DAY);
  const today = dayOf(now);
  return Array.from({ length: 7 }, (_, index) => {
    const day = today - (6 - index);
    const of = known.filter(({ hour }) => dayOf(hour) === day);
    return { date: localDateOf(day), issues: of.reduce((sum, { issues }) => sum + issues, 0) };
  });
}

/** The manifest asks for no other memory than Forge gives by default. */
export const FUNCTION_MEMORY_MB = 512;
const DAYS_A_MONTH = 30;

export interface MonthlyEstimate {
  /** A month of thirty days that go on as those hours did. What the app cannot count is left at nothing in it. */
  readonly bill: Bill;
  /** From so many hours it was reckoned, the present one not among them. */
  readonly hours: number;
}

/**
 * What the app would use in a month, from the full hours of the last day of which something is known. Undefined before there
 * is one: what an hour of nothing means, nobody knows then.
 */
export function monthlyEstimate(known: readonly HourOfUse[], now: Instant): MonthlyEstimate | undefined {
  const full = lastDay(known, now).slice(0, -1);
  const first = full.findIndex(({ statements }) => statements > 0);
  if (first < 0) return undefined;
  const counted = full.slice(first);
  const aMonth = (24 * DAYS_A_MONTH) / counted.length;
  const of = (kind: CountedKind): number => counted.reduce((sum, each) => sum + each[kind], 0) * aMonth;
  const bill = {
    ...noBill,
    gbSeconds: (of('runMs') / 1000) * (FUNCTION_MEMORY_MB / 1024),
    sqlRequests: of('statements'),
  };
  return { bill, hours: counted.length };
}

/** For how long hours are kept. */
export const USE_KEEPS_HOURS = 8 * 24;
