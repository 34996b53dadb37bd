import {
  isOpenAt,
  isWorkingDate,
  nextClosing,
  nextOpening,
  openPeriods,
  opensAt,
  previousWorkingInstant,
} from '../../../src/domain/calendar/openings';
import type { ServiceHours } from '../../../src/domain/calendar/service-hours';
import { findWorkingTime, workingTimeBetween } from '../../../src/domain/calendar/working-time';
import { instant, span, type Instant, type Span } from '../../../src/domain/time/instant';
import { join, type Edges } from '../../../src/domain/time/edges';
import type { Interval } from '../../../src/domain/time/interval';
import { dayNumberOf } from '../../../src/domain/time/local-date';
import { failure, instantText, near, secondsText, type Deviation, type Outcome } from './answer';
import type { Case } from './case-schema';

/** Asks the engine what a case asks. An error of the engine is the failure of the case. */
export function judgeCase(asked: Case, hoursOf: (calendar: string) => ServiceHours): Outcome {
  const { id, op, quirk } = asked;
  try {
    const deviation = deviationOf(asked, hoursOf(asked.calendar));
    return { id, quirk, deviations: deviation ? [{ what: op, ...deviation }] : [] };
  } catch (error) {
    return { id, quirk, deviations: [failure(op, 'an answer', error)] };
  }
}

type Found = Omit<Deviation, 'what'> | undefined;

function deviationOf(asked: Case, hours: ServiceHours): Found {
  const toleranceMs = asked.toleranceSeconds * 1_000;
  switch (asked.op) {
    case 'workingTimeBetween':
      return working(asked, hours, toleranceMs);
    case 'isWorking':
      return same(plain(asked, asked.expect), isOpenAt(hours, read(asked.at)));
    case 'isWorkingDate':
      return same(plain(asked, asked.expect), isWorkingDate(hours, dayNumberOf(asked.date) ?? NaN));
    case 'workingPeriods': {
      const got = openPeriods(hours, read(asked.start), read(asked.end));
      return samePeriods(plain(asked, asked.expect), got, toleranceMs);
    }
    case 'addWorkingTime': {
      const got = findWorkingTime(hours, read(asked.start), spanOf(asked.seconds));
      return sameInstant(plain(asked, asked.expect), got, toleranceMs);
    }
    default: {
      const got = questions[asked.op](hours, read(asked.at));
      return sameInstant(plain(asked, asked.expect), got, toleranceMs);
    }
  }
}

const questions = { nextWorkingInstant: opensAt, previousWorkingInstant, nextOpening, nextClosing };

/** What the engine is to answer: a quirk's oracle, else what the case expects. */
function plain<Value>(asked: { quirk: boolean; oracle?: Value | undefined }, expect: Value): Value {
  return asked.quirk && asked.oracle !== undefined ? asked.oracle : expect;
}

/** The engine counts whole milliseconds. */
const read = (ms: number): Instant => instant(Math.floor(ms));
const spanOf = (seconds: number): Span => span(Math.round(seconds * 1_000));

/**
 * Where start and end are reversed, our convention is a negative amount: the magnitude is the other product's, the sign is
 * ours. One that answers zero tells no magnitude, so the answer must be that for the right order, negated.
 */
function working(
  asked: Case & { op: 'workingTimeBetween' },
  hours: ServiceHours,
  toleranceMs: number,
): Found {
  const [start, end] = [read(asked.start), read(asked.end)];
  const got = workingTimeBetween(hours, start, end);
  const said = plain(asked, asked.expectSeconds) * 1_000;
  const backwards = asked.reversed && end < start;
  const noMagnitude = backwards && (asked.convention ?? 'zero') === 'zero' && said === 0;
  const magnitude = noMagnitude ? workingTimeBetween(hours, end, start) : Math.abs(said);
  const expected = backwards ? -magnitude : said;
  return near(expected, got, toleranceMs)
    ? undefined
    : { expected: secondsText(expected), got: secondsText(got) };
}

const same = (expected: boolean, got: boolean): Found =>
  expected === got ? undefined : { expected: String(expected), got: String(got) };

function sameInstant(expected: number | null, got: number | undefined, toleranceMs: number): Found {
  const agree =
    expected === null || got === undefined ? expected === (got ?? null) : near(expected, got, toleranceMs);
  return agree ? undefined : { expected: instantText(expected), got: instantText(got) };
}

/** Others may cut at midnight what is one period; what touches is one here. */
function samePeriods(expected: Pairs, got: readonly Interval[], toleranceMs: number): Found {
  const [edges, found]: [number[], number[]] = [[], got.flatMap(({ start, end }) => [start, end])];
  for (const [start, end] of expected) join(edges, read(start), read(end));
  const agree =
    edges.length === found.length && edges.every((edge, i) => near(edge, found[i] ?? NaN, toleranceMs));
  return agree ? undefined : { expected: periodsText(edges), got: periodsText(found) };
}

type Pairs = readonly (readonly [start: number, end: number])[];

function periodsText(edges: Edges): string {
  const texts = edges.map(instantText);
  return texts.flatMap((text, i) => (i % 2 === 0 ? [`${text}/${texts[i + 1]}`] : [])).join(' ') || 'none';
}
