import type { ComplaintsWanted } from '../../../../../src/contract/complaints';
import { complaintStates } from '../../../../../src/domain/complaint/complaint';
import { isIssueKey } from '../../../../../src/domain/issue-key';
import { idIn, saidIn } from '../../parts/address-path';

export const COMPLAINTS = 'complaints';
/** What stands in the address instead of a filter; no filter is without an equals sign. */
export const ONE = 'one';
export const NEW = 'new';

/** What a reader has narrowed the register down to. */
export type ComplaintFilter = Omit<ComplaintsWanted, 'offset'>;

/** The address of the register so narrowed down, such as `complaints/state=open`. */
export const addressOf = ({ state, agreement, late }: ComplaintFilter): string[] => [
  COMPLAINTS,
  ...(state === undefined ? [] : [`state=${state}`]),
  ...(agreement === undefined ? [] : [`agreement=${agreement}`]),
  ...(late ? ['late=yes'] : []),
];

/** What an address says. Somebody may have typed it: what cannot be is left out. */
export function filterIn([, ...parts]: readonly string[]): ComplaintFilter {
  const said = saidIn(parts);
  const state = complaintStates.find((each) => each === said.get('state'));
  const agreement = idIn(said, 'agreement');
  return {
    ...(state !== undefined && { state }),
    ...(agreement !== undefined && { agreement }),
    ...(said.get('late') === 'yes' && { late: true }),
  };
}

/** The breach that a complaint to be recorded is about, or the issue that it came as, by its key. */
export interface ComplaintOrigin {
  readonly breach?: string;
  readonly agreement?: string;
  readonly issue?: string;
}

/** The address of a form that begins with it. */
export const newAddressOf = ({ breach, agreement, issue }: ComplaintOrigin): string[] => [
  COMPLAINTS,
  NEW,
  ...(breach === undefined ? [] : [`breach=${breach}`]),
  ...(agreement === undefined ? [] : [`agreement=${agreement}`]),
  ...(issue === undefined ? [] : [`issue=${issue}`]),
];

export function originIn([, , ...parts]: readonly string[]): ComplaintOrigin {
  const said = saidIn(parts);
  const [breach = '', agreement] = [said.get('breach'), idIn(said, 'agreement')];
  const issue = said.get('issue') ?? '';
  return {
    ...(/^[\w/-]{1,192}$/.test(breach) && { breach }),
    ...(agreement !== undefined && { agreement }),
    ...(isIssueKey(issue) && { issue }),
  };
}
