import type { ServiceHours } from '../../../src/domain/calendar/service-hours';
import { failure, instantText, near, secondsText, type Deviation, type Outcome } from './answer';
import type { Answers, Check } from './answers-schema';
import { clocks, type Clock } from './event-schema';
import { ScenarioAnswers } from './scenario-answers';
import { ScenarioClocks } from './scenario-clocks';
import { at } from './scenario-history';
import type { Scenario } from './scenario-schema';

/** Asks the engine what a scenario asks. An error of the engine is the failure of the scenario. */
export function judgeScenario(
  scenario: Scenario,
  calendars: readonly string[],
  hoursOf: (calendar: string) => ServiceHours,
): Outcome {
  const outcome = { id: scenario.id, quirk: scenario.class === 'quirk' };
  try {
    const read = new ScenarioClocks(scenario, calendars, hoursOf);
    const deviations = plainChecks(scenario).flatMap((check) => {
      const toleranceMs = (check.toleranceSeconds ?? scenario.toleranceSeconds) * 1_000;
      const answers = new ScenarioAnswers(read, hoursOf, at(check.at));
      return deviationsOf(check.expect, answers, toleranceMs).map(({ what, ...deviation }) => ({
        what: `${instantText(check.at)} ${what}`,
        ...deviation,
      }));
    });
    return { ...outcome, deviations };
  } catch (error) {
    return { ...outcome, deviations: [failure('timers', 'answers', error)] };
  }
}

type PlainCheck = Pick<Check, 'at' | 'expect' | 'toleranceSeconds'>;

/** The checks that the engine is judged by: those with the plain answers, where there are any beside the product's. */
function plainChecks({ class: kind, checks, oracle }: Scenario): PlainCheck[] {
  if (kind !== 'quirk' || !oracle) {
    return checks.map(({ oracle: plain, ...check }) => ({ ...check, expect: plain ?? check.expect }));
  }
  if (Array.isArray(oracle)) {
    return oracle.flatMap((each, index) => {
      const when = each.at ?? checks[index]?.at;
      return when === undefined ? [] : { ...each, at: when };
    });
  }
  return checks.map((check, index) => ({ ...check, expect: answersAt(checks, index, oracle) }));
}

/** Of answers to all checks those that a check asks for; the last one gets those that none does. */
function answersAt(checks: readonly Check[], index: number, answers: Answers): Answers {
  const isAsked = (key: string): boolean =>
    key in (checks[index]?.expect ?? {}) ||
    (index === checks.length - 1 && !checks.some(({ expect }) => key in expect));
  return Object.fromEntries(Object.entries(answers).filter(([key]) => isAsked(key)));
}

function deviationsOf(expect: Answers, answers: ScenarioAnswers, toleranceMs: number): Deviation[] {
  const found: (Deviation | undefined)[] = clocks.flatMap((clock) =>
    ofClock(clock, expect, answers, toleranceMs),
  );
  const { pausedWorkingSeconds, firstRespondedAt, nextDueAt } = expect;
  if (typeof pausedWorkingSeconds === 'number') {
    const got = answers.pausedWorkingTime() ?? 0;
    found.push(seconds('pausedWorkingSeconds', pausedWorkingSeconds, got, toleranceMs));
  }
  if (firstRespondedAt !== undefined) {
    found.push(moment('firstRespondedAt', firstRespondedAt, answers.firstRespondedAt(), toleranceMs));
  }
  if (nextDueAt !== undefined) found.push(moment('nextDueAt', nextDueAt, answers.nextDueAt(), toleranceMs));
  return found.filter((each) => each !== undefined);
}

/** Null says that the other product shows nothing; ours may go on showing it. */
function ofClock(
  clock: Clock,
  expect: Answers,
  answers: ScenarioAnswers,
  toleranceMs: number,
): (Deviation | undefined)[] {
  const found: (Deviation | undefined)[] = [];
  const due = expect[`${clock}DueAt`];
  if (typeof due === 'number') found.push(moment(`${clock}DueAt`, due, answers.dueAt(clock), toleranceMs));
  const resumed = expect[`${clock}DueAtIfResumedNow`];
  if (typeof resumed === 'number') {
    found.push(moment(`${clock}DueAtIfResumedNow`, resumed, answers.dueAtIfResumedNow(clock), toleranceMs));
  }
  const elapsed = expect[`${clock}ElapsedSeconds`];
  if (typeof elapsed === 'number') {
    found.push(seconds(`${clock}ElapsedSeconds`, elapsed, answers.elapsed(clock) ?? 0, toleranceMs));
  }
  const overdue = expect[`${clock}OverdueSeconds`];
  if (typeof overdue === 'number') {
    found.push(seconds(`${clock}OverdueSeconds`, overdue, answers.overdue(clock), toleranceMs));
  }
  const breached = expect[`${clock}Breached`];
  if (typeof breached === 'boolean' && breached !== answers.isBreached(clock)) {
    found.push({ what: `${clock}Breached`, expected: String(breached), got: String(!breached) });
  }
  for (const { offsetSeconds, at: reminder } of [expect[`${clock}Threshold`] ?? []].flat()) {
    if (reminder === null) continue;
    const got = answers.threshold(clock, offsetSeconds);
    found.push(moment(`${clock}Threshold ${offsetSeconds} s`, reminder, got, toleranceMs));
  }
  return found;
}

function moment(
  what: string,
  expected: number | null,
  got: number | undefined,
  toleranceMs: number,
): Deviation | undefined {
  const agree =
    expected === null || got === undefined ? expected === (got ?? null) : near(expected, got, toleranceMs);
  return agree ? undefined : { what, expected: instantText(expected), got: instantText(got) };
}

function seconds(what: string, expected: number, got: number, toleranceMs: number): Deviation | undefined {
  return near(expected * 1_000, got, toleranceMs)
    ? undefined
    : { what, expected: secondsText(expected * 1_000), got: secondsText(got) };
}
