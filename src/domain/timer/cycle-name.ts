/** Names a cycle of a timer. */
export interface CycleName {
  /** Jira's id of the issue. */
  readonly issue: string;
  readonly agreement: string;
  readonly metric: string;
  /** From 1 up. */
  readonly cycle: number;
}

/** A cycle's name as one word, such as `10001/1/resolution/it-support`: what is said of a cycle is found by it. */
export type CycleId = string;

export const cycleIdOf = ({ issue, cycle, metric, agreement }: CycleName): CycleId =>
  `${issue}/${cycle}/${metric}/${agreement}`;

/** The cycle that such a word names; undefined for any other. */
export function cycleNamed(id: CycleId): CycleName | undefined {
  const [, issue, cycle, metric, agreement] = /^(\d{1,15})\/([1-9]\d{0,8})\/([^/]+)\/([^/]+)$/.exec(id) ?? [];
  if (issue === undefined || metric === undefined || agreement === undefined) return undefined;
  return { issue, agreement, metric, cycle: Number(cycle) };
}
