import type { PlanWanted } from '../../../../../src/contract/improvement';
import {
  improvementSources,
  improvementStates,
  type ImprovementAction,
} from '../../../../../src/domain/improvement/improvement';
import { idIn, saidIn } from '../../parts/address-path';

export const IMPROVEMENT = 'improvement';
/** What stands in the address instead of a filter; no filter is without an equals sign. */
export const ONE = 'one';
export const NEW = 'new';

/** What a reader has narrowed the plan down to. */
export type PlanFilter = Omit<PlanWanted, 'offset'>;

/** The address of the plan so narrowed down, such as `improvement/state=open/late=yes`. */
export const addressOf = ({ state, owner, agreement, late }: PlanFilter): string[] => [
  IMPROVEMENT,
  ...(state === undefined ? [] : [`state=${state}`]),
  ...(owner === undefined ? [] : [`owner=${owner}`]),
  ...(agreement === undefined ? [] : [`agreement=${agreement}`]),
  ...(late ? ['late=yes'] : []),
];

/** What an address says. Somebody may have typed it: what cannot be is left out. */
export function filterIn([, ...parts]: readonly string[]): PlanFilter {
  const said = saidIn(parts);
  const state = improvementStates.find((each) => each === said.get('state'));
  const [owner = '', agreement] = [said.get('owner'), idIn(said, 'agreement')];
  return {
    ...(state !== undefined && { state }),
    ...(/^[\w:-]{1,128}$/.test(owner) && { owner }),
    ...(agreement !== undefined && { agreement }),
    ...(said.get('late') === 'yes' && { late: true }),
  };
}

/** What an action that is to be planned comes from. */
export type Origin = Partial<Pick<ImprovementAction, 'source' | 'sourceId' | 'agreement' | 'metric'>>;

/** The address of a form that begins with it. */
export const newAddressOf = ({ source, sourceId, agreement, metric }: Origin): string[] => [
  IMPROVEMENT,
  NEW,
  ...(source === undefined ? [] : [`source=${source}`]),
  ...(sourceId === undefined ? [] : [`of=${sourceId}`]),
  ...(agreement === undefined ? [] : [`agreement=${agreement}`]),
  ...(metric === undefined ? [] : [`metric=${metric}`]),
];

export function originIn([, , ...parts]: readonly string[]): Origin {
  const said = saidIn(parts);
  const source = improvementSources.find((each) => each === said.get('source'));
  const [sourceId = '', agreement, metric] = [said.get('of'), idIn(said, 'agreement'), idIn(said, 'metric')];
  return {
    ...(source !== undefined && { source }),
    ...(/^[\w/-]{1,192}$/.test(sourceId) && { sourceId }),
    ...(agreement !== undefined && { agreement }),
    ...(metric !== undefined && { metric }),
  };
}
