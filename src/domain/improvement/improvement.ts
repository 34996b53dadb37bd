import { problem, type Problem } from '../problem';
import type { Attainment } from '../report/tally';
import type { Instant } from '../time/instant';
import { dayNumberOf, type LocalDate } from '../time/local-date';

/** What an action changes (R4). */
export const improvementKinds = ['process', 'resources', 'training', 'technology'] as const;
export type ImprovementKind = (typeof improvementKinds)[number];

/** What made somebody plan it. */
export const improvementSources = ['breach', 'complaint', 'review', 'audit', 'risk'] as const;
export type ImprovementSource = (typeof improvementSources)[number];

/** What somebody did. */
export interface Act {
  readonly by: string;
  readonly at: Instant;
}

/** An action of the improvement plan (R4), from its planning until somebody has judged its effect. */
export interface ImprovementAction {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly kind: ImprovementKind;
  readonly source: ImprovementSource;
  /** The breach, complaint or review that it comes from, by its id. */
  readonly sourceId?: string;
  readonly agreement?: string;
  /** The target of the agreement whose attainment it should raise. */
  readonly metric?: string;
  /** Whoever answers for it, by account. */
  readonly owner: string;
  readonly due: LocalDate;
  readonly planned: Act;
  /** The Jira issue in which it is worked on. */
  readonly issue?: BoundIssue;
  /** Of an audit alone. */
  readonly nonconformity?: Nonconformity;
  readonly done?: Act;
  readonly judged?: Judgement;
  readonly dropped?: Act & { readonly reason: string };
  /** Why it was taken up again, the last time. */
  readonly reopened?: Act & { readonly reason: string };
}

export interface BoundIssue {
  readonly id: string;
  /** As it was when it was bound. */
  readonly key: string;
}

/** What an audit found, and what was done about it. */
export interface Nonconformity {
  readonly finding: string;
  readonly correction: string;
  readonly cause: string;
  readonly prevention: string;
  readonly proof: string;
}
export const nonconformityParts = [
  'finding',
  'correction',
  'cause',
  'prevention',
  'proof',
] as const satisfies readonly (keyof Nonconformity)[];

/** Whether an action had the effect that was hoped for. */
export interface Judgement extends Act {
  readonly isEffective: boolean;
  readonly remark: string;
  /** How the target was kept before and after, as it was known then; left out where the action names no target. */
  readonly effect?: Effect;
}

export interface Effect {
  readonly before: Attainment;
  readonly after: Attainment;
}

export const improvementStates = ['open', 'done', 'effective', 'ineffective', 'dropped'] as const;
export type ImprovementState = (typeof improvementStates)[number];

export function stateOf({ dropped, judged, done }: ImprovementAction): ImprovementState {
  if (dropped) return 'dropped';
  if (judged) return judged.isEffective ? 'effective' : 'ineffective';
  return done ? 'done' : 'open';
}

/** Whether it should have been done before that day. */
export const isLate = (action: ImprovementAction, today: LocalDate): boolean =>
  stateOf(action) === 'open' && action.due < today;

/** The most characters of a title, and of any other text. */
export const LONGEST_TITLE = 200;
export const LONGEST_TEXT = 1_000;

/** The agreements that an action may be about, by their ids, each with the ids of its targets. */
export type Targets = ReadonlyMap<string, readonly string[]>;

/**
 * Everything that is wrong with an action; its place as in `nonconformity.finding`.
 *
 * @param before the action as it was saved last: what it names stays, though it is there no more.
 */
export function improvementProblems(
  action: ImprovementAction,
  targets: Targets,
  before: ImprovementAction | undefined,
): readonly Problem[] {
  const { title, description, owner, due, source, nonconformity } = action;
  return [
    ...(title === '' ? [problem('improvement.no-title', 'title')] : []),
    ...tooLong('title', title, LONGEST_TITLE),
    ...tooLong('description', description, LONGEST_TEXT),
    ...(owner === '' ? [problem('improvement.no-owner', 'owner')] : []),
    ...(dayNumberOf(due) === undefined ? [problem('improvement.no-day', 'due')] : []),
    ...targetProblems(action, targets, before),
    ...(source === 'audit' && !nonconformity?.finding
      ? [problem('improvement.no-finding', 'nonconformity.finding')]
      : []),
    ...(nonconformity
      ? nonconformityParts.flatMap((part) =>
          tooLong(`nonconformity.${part}`, nonconformity[part], LONGEST_TEXT),
        )
      : []),
  ];
}

function targetProblems(
  { agreement, metric }: ImprovementAction,
  targets: Targets,
  before: ImprovementAction | undefined,
): Problem[] {
  if (agreement === before?.agreement && metric === before?.metric) return [];
  if (agreement === undefined)
    return metric === undefined ? [] : [problem('improvement.no-agreement', 'agreement')];
  const metrics = targets.get(agreement);
  if (!metrics) return [problem('life.unknown-agreement', 'agreement')];
  return metric === undefined || metrics.includes(metric) ? [] : [problem('improvement.no-target', 'metric')];
}

const tooLong = (path: string, text: string, most: number): Problem[] =>
  text.length > most ? [problem('improvement.long', path, { most: String(most) })] : [];
