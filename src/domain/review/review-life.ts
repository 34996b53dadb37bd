import { problem, type Problem } from '../problem';
import { dayNumberOf, type LocalDate } from '../time/local-date';
import {
  checklistItems,
  keepItems,
  stateOfReview,
  type Act,
  type Answered,
  type Confirmed,
  type Held,
  type Note,
  type Review,
  type ReviewState,
} from './review';

interface Transition {
  readonly from: readonly ReviewState[];
  readonly to: ReviewState;
}

/**
 * Every step that there is; what is not here cannot happen. What was held can be written anew until the customer has confirmed
 * it. Closed is final: what turns out later is a note.
 */
export const reviewTransitions = {
  hold: { from: ['prepared', 'held'], to: 'held' },
  confirm: { from: ['held'], to: 'confirmed' },
  close: { from: ['confirmed'], to: 'closed' },
  note: { from: ['closed'], to: 'closed' },
} as const satisfies Readonly<Record<string, Transition>>;
export type ReviewStepName = keyof typeof reviewTransitions;

/** A step with what it says. */
export type ReviewStep =
  | { readonly step: 'hold'; readonly held: Held }
  | { readonly step: 'confirm'; readonly confirmed: Confirmed }
  | { readonly step: 'close' }
  | { readonly step: 'note'; readonly note: Note };

/** What a guard must know beside the review. */
export interface ReviewCase {
  /** In the agreement's zone. */
  readonly today: LocalDate;
  /** How many of the period's breaches have no cause yet. */
  readonly withoutCause: number;
}

/** The most characters of a text, and of a line. */
export const LONGEST_TEXT = 8_000;
export const LONGEST_LINE = 300;
export const MOST_PEOPLE = 30;
export const MOST_DECISIONS = 30;
const [LEAST_SATISFIED, MOST_SATISFIED] = [1, 5];

/** Why a step cannot be taken, at the place where it can be mended, such as `held.minutes`. */
export function problemsOfReviewStep(review: Review, step: ReviewStep, its: ReviewCase): Problem[] {
  const state = stateOfReview(review);
  const { from }: Transition = reviewTransitions[step.step];
  if (!from.includes(state)) return [problem('review.not-now', '', { step: step.step, state })];
  switch (step.step) {
    case 'hold':
      return heldProblems(step.held, review, its);
    case 'confirm':
      return [...missingIn(review.held), ...confirmedProblems(step.confirmed)];
    case 'close':
      return its.withoutCause > 0
        ? [problem('review.without-cause', '', { count: String(its.withoutCause) })]
        : [];
    case 'note':
      return [
        ...(step.note.text === '' ? [problem('review.not-said', 'note.text')] : []),
        ...tooLong('note.text', step.note.text, LONGEST_TEXT),
      ];
  }
}

function heldProblems(held: Held, { period }: Review, { today }: ReviewCase): Problem[] {
  const { on, satisfaction, participants, decisions } = held;
  const isDay = dayNumberOf(on) !== undefined;
  return [
    ...(isDay ? [] : [problem('review.no-day', 'held.on')]),
    ...(isDay && on > today ? [problem('review.in-future', 'held.on')] : []),
    ...(isDay && on < period.from ? [problem('review.before-period', 'held.on')] : []),
    ...(satisfaction !== undefined && !isSatisfaction(satisfaction)
      ? [problem('review.satisfaction', 'held.satisfaction')]
      : []),
    ...tooMany('held.participants', participants, MOST_PEOPLE),
    ...tooMany('held.decisions', decisions, MOST_DECISIONS),
    ...decisions.flatMap((each, index) => tooLong(`held.decisions[${index}]`, each, LONGEST_LINE)),
    ...tooLong('held.customers', held.customers, LONGEST_LINE),
    ...tooLong('held.minutes', held.minutes, LONGEST_TEXT),
    ...tooLong('held.changedNeeds', held.changedNeeds, LONGEST_TEXT),
    ...answers(held).flatMap(([path, { remark }]) => tooLong(`${path}.remark`, remark, LONGEST_LINE)),
  ];
}

const isSatisfaction = (score: number): boolean =>
  Number.isInteger(score) && score >= LEAST_SATISFIED && score <= MOST_SATISFIED;

/** What must still be said before the customer can confirm it. */
export function missingIn(held: Held | undefined): Problem[] {
  if (!held) return [];
  const given = new Map(answers(held));
  const isAlone = held.participants.length === 0 && held.customers === '';
  return [
    ...(isAlone ? [problem('review.nobody', 'held.participants')] : []),
    ...(held.responsible === '' ? [problem('review.no-responsible', 'held.responsible')] : []),
    ...(held.minutes === '' ? [problem('review.not-said', 'held.minutes')] : []),
    ...questions.flatMap((path): Problem[] => {
      const said = given.get(path);
      if (!said) return [problem('review.unanswered', path)];
      const isWell = said.answer === 'yes' || said.answer === 'keep';
      return isWell || said.remark !== '' ? [] : [problem('review.no-remark', `${path}.remark`)];
    }),
  ];
}

const questions = [
  ...checklistItems.map((item) => `held.checklist.${item}`),
  ...keepItems.map((item) => `held.keeps.${item}`),
];

const answers = ({ checklist, keeps }: Held): [path: string, Answered<string>][] =>
  [
    ...Object.entries(checklist).map(([item, said]) => [`held.checklist.${item}`, said] as const),
    ...Object.entries(keeps).map(([item, said]) => [`held.keeps.${item}`, said] as const),
  ].map(([path, said]) => [path, said]);

function confirmedProblems({ name, how, remark }: Confirmed): Problem[] {
  return [
    ...(name === '' ? [problem('review.not-said', 'confirmed.name')] : []),
    ...(how === '' ? [problem('review.not-said', 'confirmed.how')] : []),
    ...tooLong('confirmed.name', name, LONGEST_LINE),
    ...tooLong('confirmed.how', how, LONGEST_LINE),
    ...tooLong('confirmed.remark', remark, LONGEST_TEXT),
  ];
}

/** A review once a step is taken that {@link problemsOfReviewStep} has nothing against. Its figures stay as they were frozen. */
export function afterReviewStep(review: Review, step: ReviewStep, act: Act): Review {
  switch (step.step) {
    case 'hold':
      return { ...review, held: { ...step.held, ...act } };
    case 'confirm':
      return { ...review, confirmed: { ...step.confirmed, ...act } };
    case 'close':
      return { ...review, closed: act };
    case 'note':
      return { ...review, notes: [...review.notes, { ...step.note, ...act }] };
  }
}

const tooLong = (path: string, text: string, most: number): Problem[] =>
  text.length > most ? [problem('review.long', path, { most: String(most) })] : [];

const tooMany = (path: string, list: readonly unknown[], most: number): Problem[] =>
  list.length > most ? [problem('review.many', path, { most: String(most) })] : [];
