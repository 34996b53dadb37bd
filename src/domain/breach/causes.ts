import { problem, type Problem } from '../problem';

/** Why promises are broken, as a project tells it apart (M3). */
export interface Cause {
  readonly id: string;
  readonly name: string;
  /** Nobody can choose it any more; where it was chosen it stays. */
  readonly retired?: true;
}

/** How a project monitors its service levels. */
export interface Monitoring {
  readonly id: typeof MONITORING_ID;
  readonly causes: readonly Cause[];
}

/** There is one such document a project. */
export const MONITORING_ID = 'monitoring';

/** What is offered where a project has no list of its own; pages have their names in each language. */
export const readyCauses = [
  'skills',
  'staffing',
  'process',
  'handover',
  'capacity',
  'fault',
  'change',
  'supplier',
  'customer',
  'environment',
  'unclear-target',
] as const;
export type ReadyCause = (typeof readyCauses)[number];

/** The causes that can be chosen from. */
export const causesOf = (monitoring: Monitoring | undefined): readonly Cause[] =>
  monitoring?.causes ?? readyCauses.map((id) => ({ id, name: id }));

export const MOST_CAUSES = 40;
export const LONGEST_CAUSE = 80;

/**
 * Everything that is wrong with a list of causes; its place as in `causes[0].name`.
 *
 * @param before the list as it was saved last: what breaches name must go on to have a name.
 */
export function causesProblems(
  causes: readonly Cause[],
  before: readonly Cause[] | undefined,
): readonly Problem[] {
  const gone = before?.find(({ id }) => !causes.some((each) => each.id === id));
  return [
    ...(gone ? [problem('causes.gone', 'causes', { found: gone.name })] : []),
    ...(causes.length > MOST_CAUSES ? [problem('causes.many', 'causes', { most: String(MOST_CAUSES) })] : []),
    ...(causes.some(({ retired }) => !retired) ? [] : [problem('causes.none', 'causes')]),
    ...causes.flatMap((cause, index) => causeProblems(cause, index, causes)),
  ];
}

function causeProblems({ id, name }: Cause, index: number, causes: readonly Cause[]): Problem[] {
  const path = `causes[${index}].name`;
  if (name === '') return [problem('causes.no-name', path)];
  if (name.length > LONGEST_CAUSE) return [problem('causes.long', path, { most: String(LONGEST_CAUSE) })];
  const earlier = causes.slice(0, index);
  const isTwice = earlier.some((each) => each.id === id || nameKey(each) === nameKey({ name }));
  return isTwice ? [problem('causes.twice', path, { found: name })] : [];
}

const nameKey = ({ name }: Pick<Cause, 'name'>): string => name.trim().toLowerCase();
