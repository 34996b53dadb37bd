import { opensAt } from '../../../src/domain/calendar/openings';
import { addWorkingTime, workingTimeBetween } from '../../../src/domain/calendar/working-time';
import { instant, span } from '../../../src/domain/time/instant';
import type { ServiceHours } from '../../../src/domain/calendar/service-hours';
import type { CaseCalendar, CaseFileContent } from '../case-file';
import type { Oracle, PlainCalendar } from './oracle';

/** Something to ask the engine and the oracle alike; instants and amounts in milliseconds. */
export type Question =
  | { readonly ask: 'between'; readonly from: number; readonly to: number }
  | { readonly ask: 'add'; readonly from: number; readonly amount: number }
  | { readonly ask: 'opensAt'; readonly at: number };

export function answerOfEngine(hours: ServiceHours, question: Question): number | undefined {
  switch (question.ask) {
    case 'between':
      return workingTimeBetween(hours, instant(question.from), instant(question.to));
    case 'add':
      return addWorkingTime(hours, instant(question.from), span(question.amount));
    case 'opensAt':
      return opensAt(hours, instant(question.at));
  }
}

export function answerOfOracle(oracle: Oracle, question: Question): number | undefined {
  switch (question.ask) {
    case 'between':
      return oracle.workingTimeBetween(question.from, question.to);
    case 'add':
      return oracle.addWorkingTime(question.from, question.amount);
    case 'opensAt':
      return oracle.opensAt(question.at);
  }
}

/** Questions with the oracle's answers, as cases of the case format; those that it has no answer to are left out. */
export function asCases(
  calendar: PlainCalendar,
  oracle: Oracle,
  questions: readonly Question[],
): CaseFileContent {
  const cases = questions.flatMap((question, index) => {
    const answer = answerOfOracle(oracle, question);
    return answer === undefined
      ? []
      : [{ id: `q${index + 1}`, calendar: 'any', ...caseOf(question, answer) }];
  });
  return { calendars: { any: caseCalendar(calendar) }, cases };
}

function caseOf(question: Question, answer: number): Record<string, unknown> {
  switch (question.ask) {
    case 'between': {
      const [start, end] = [iso(question.from), iso(question.to)];
      const reversed = question.to < question.from && { reversed: true, convention: 'signed' };
      return { op: 'workingTimeBetween', start, end, expectSeconds: answer / 1_000, ...reversed };
    }
    case 'add': {
      const seconds = question.amount / 1_000;
      return { op: 'addWorkingTime', start: iso(question.from), seconds, expect: iso(answer) };
    }
    case 'opensAt':
      return { op: 'nextWorkingInstant', at: iso(question.at), expect: iso(answer) };
  }
}

function caseCalendar({ timeZone, weekly, exceptions }: PlainCalendar): CaseCalendar {
  const dateOverrides = Object.fromEntries(exceptions.map(({ date, hours }) => [date, hours]));
  return { timeZone, weekly, dateOverrides };
}

const iso = (at: number): string => new Date(at).toISOString();
