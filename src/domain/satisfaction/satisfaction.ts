import { problem, type Problem } from '../problem';
import { endOf, type Period } from '../report/periods';
import { dayNumberOf, type LocalDate } from '../time/local-date';
import { ratingFigures, type Ratings } from './ratings';

/** How customers were asked. */
export const satisfactionSources = ['interview', 'survey', 'rating'] as const;
export type SatisfactionSource = (typeof satisfactionSources)[number];

/** What customers of an agreement answered in a month (M7), as somebody entered it. */
export interface Satisfaction {
  readonly id: string;
  readonly agreement: string;
  /** The first day of the month. */
  readonly month: LocalDate;
  readonly source: SatisfactionSource;
  /** How many answered. */
  readonly n: number;
  /** Their average, from 1 to 5. */
  readonly score?: number;
  /** How many of them are satisfied, in percent. */
  readonly satisfied?: number;
  /** Promoters less detractors, in percentage points: from -100 to 100. */
  readonly nps?: number;
  /** Where it can be looked up, and what else they said. */
  readonly note: string;
  /** It was entered in error. */
  readonly removed?: true;
}

/** The least and the most that each value can be. */
export const satisfactionBounds = { score: [1, 5], satisfied: [0, 100], nps: [-100, 100] } as const;
export type SatisfactionValue = keyof typeof satisfactionBounds;
export const satisfactionValues = Object.keys(satisfactionBounds) as SatisfactionValue[];

export const MOST_ANSWERS = 1_000_000;
export const LONGEST_NOTE = 1_000;

/** Everything that is wrong with what was entered. @param today as it is where the project's days are counted. */
export function satisfactionProblems(
  entered: Satisfaction,
  agreements: readonly string[],
  today: LocalDate,
): Problem[] {
  const { agreement, month, n, note } = entered;
  const isMonth = month.endsWith('-01') && dayNumberOf(month) !== undefined;
  return [
    ...(agreements.includes(agreement) ? [] : [problem('life.unknown-agreement', 'agreement')]),
    ...(isMonth ? [] : [problem('satisfaction.no-month', 'month')]),
    ...(isMonth && month > today ? [problem('satisfaction.in-future', 'month')] : []),
    ...(Number.isInteger(n) && n >= 1 && n <= MOST_ANSWERS
      ? []
      : [problem('satisfaction.no-number', 'n', { most: String(MOST_ANSWERS) })]),
    ...(satisfactionValues.every((value) => entered[value] === undefined)
      ? [problem('satisfaction.nothing', 'score')]
      : []),
    ...satisfactionValues.flatMap((value) => outOfBounds(value, entered[value])),
    ...(note.length > LONGEST_NOTE
      ? [problem('satisfaction.long', 'note', { most: String(LONGEST_NOTE) })]
      : []),
  ];
}

function outOfBounds(value: SatisfactionValue, found: number | undefined): Problem[] {
  const [least, most] = satisfactionBounds[value];
  if (found === undefined || (found >= least && found <= most)) return [];
  return [problem('satisfaction.out-of-bounds', value, { least: String(least), most: String(most) })];
}

/** Where a value is from: what somebody entered, or what customers gave their requests. */
export const answerOrigins = ['entered', 'ratings'] as const;
export type AnswerOrigin = (typeof answerOrigins)[number];

/** A value of several months together, and how many answers it rests on. */
export interface Averaged {
  readonly value: number;
  readonly n: number;
  readonly from: AnswerOrigin;
}

/** What is known of each value; one of which nothing is known is left out. */
export type SatisfactionOf = Readonly<Partial<Record<SatisfactionValue, Averaged>>>;

/** What is known of the satisfaction of customers, of other agreements and months too. */
export interface Known {
  readonly entered: readonly Satisfaction[];
  readonly ratings: readonly Ratings[];
}

/**
 * How satisfied customers of an agreement were in a period: each value of the months in it, weighed by how many answered. A
 * value that was entered for any of them is from what was entered alone, any other from ratings: the two are never mixed.
 *
 * @returns undefined where nothing is known.
 */
export function satisfactionOf(
  { entered, ratings }: Known,
  agreement: string,
  period: Period,
): SatisfactionOf | undefined {
  const end = endOf(period);
  const isWithin = (one: Pick<Satisfaction, 'agreement' | 'month'>): boolean =>
    one.agreement === agreement && one.month >= period.from && one.month < end;
  const answers: Readonly<Record<AnswerOrigin, readonly Answered[]>> = {
    entered: entered.filter((one) => !one.removed && isWithin(one)),
    ratings: ratings.filter(isWithin).flatMap((one) => ratingFigures(one) ?? []),
  };
  const found = satisfactionValues.flatMap((value): [SatisfactionValue, Averaged][] => {
    const [first] = answerOrigins.flatMap((from) => averaged(answers[from], value, from) ?? []);
    return first ? [[value, first]] : [];
  });
  return found.length === 0 ? undefined : Object.fromEntries(found);
}

type Answered = Pick<Satisfaction, 'n' | SatisfactionValue>;

function averaged(
  answers: readonly Answered[],
  value: SatisfactionValue,
  from: AnswerOrigin,
): Averaged | undefined {
  const said = answers.flatMap((one) => (one[value] === undefined ? [] : [{ value: one[value], n: one.n }]));
  const n = said.reduce((total, one) => total + one.n, 0);
  return n === 0 ? undefined : { value: said.reduce((sum, one) => sum + one.value * one.n, 0) / n, n, from };
}
