import { problem, type Problem } from '../problem';

/** The types of issues that are complaints in a project (M7). */
export interface ComplaintTypes {
  readonly id: typeof COMPLAINT_TYPES;
  /** By Jira's ids; empty for none. */
  readonly types: readonly string[];
}

/** There is one such document a project. */
export const COMPLAINT_TYPES = 'complaint-types';

export const MOST_TYPES = 20;

/**
 * Everything that is wrong with a choice of types.
 *
 * @param known those that the project has.
 * @param before what was chosen last: one that the project has no more may stay.
 */
export function complaintTypesProblems(
  types: readonly string[],
  known: readonly string[],
  before: readonly string[],
): Problem[] {
  const unknown = types.find((type) => !known.includes(type) && !before.includes(type));
  return [
    ...(types.length > MOST_TYPES
      ? [problem('complaint.many-types', 'types', { most: String(MOST_TYPES) })]
      : []),
    ...(unknown === undefined ? [] : [problem('complaint.unknown-type', 'types', { found: unknown })]),
  ];
}
