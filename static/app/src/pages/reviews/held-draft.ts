import {
  checklistItems,
  keepItems,
  reviewMethods,
  type Answered,
  type Held,
} from '../../../../../src/domain/review/review';
import type { LocalDate } from '../../../../../src/domain/time/local-date';

/** The questions that every review answers, in their order, and what can be answered. */
export const questions = [
  ...checklistItems.map((item) => ({ path: `checklist.${item}` as const, answers: ['yes', 'no'] as const })),
  ...keepItems.map((item) => ({ path: `keeps.${item}` as const, answers: ['keep', 'change'] as const })),
];
export type QuestionPath = (typeof questions)[number]['path'];

/** What was held, as somebody has it in the fields of a form; empty where they have said nothing. */
export interface HeldDraft extends Omit<
  Held,
  'satisfaction' | 'decisions' | 'checklist' | 'keeps' | 'method'
> {
  readonly method: string;
  readonly satisfaction: string;
  /** One a line. */
  readonly decisions: string;
  readonly answers: Readonly<Partial<Record<QuestionPath, Answered<string>>>>;
}

/** What the form begins with: what was said before, or today. */
export function draftOf(held: Held | undefined, today: LocalDate): HeldDraft {
  const { on = today, method = 'meeting', participants = [], customers = '', responsible = '' } = held ?? {};
  const {
    minutes = '',
    changedNeeds = '',
    satisfaction,
    decisions = [],
    checklist = {},
    keeps = {},
  } = held ?? {};
  return {
    ...{ on, method, participants, customers, responsible, minutes, changedNeeds },
    satisfaction: satisfaction === undefined ? '' : String(satisfaction),
    decisions: decisions.join('\n'),
    answers: { ...under('checklist', checklist), ...under('keeps', keeps) },
  };
}

/** What the fields say. A remark on a question that is not answered yet is kept in the form alone. */
export function heldOf({ method, satisfaction, decisions, answers, ...rest }: HeldDraft): Held {
  return {
    ...rest,
    method: reviewMethods.find((each) => each === method) ?? 'meeting',
    ...(satisfaction !== '' && { satisfaction: Number(satisfaction) }),
    decisions: decisions
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
    checklist: answered(answers, 'checklist'),
    keeps: answered(answers, 'keeps'),
  };
}

const under = (group: string, said: object): HeldDraft['answers'] =>
  Object.fromEntries(Object.entries(said).map(([item, answer]) => [`${group}.${item}`, answer]));

const answered = (answers: HeldDraft['answers'], group: string): object =>
  Object.fromEntries(
    Object.entries(answers)
      .filter(([path, { answer }]) => path.startsWith(`${group}.`) && answer !== '')
      .map(([path, said]) => [path.slice(group.length + 1), said]),
  );
