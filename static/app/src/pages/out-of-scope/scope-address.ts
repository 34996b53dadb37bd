import type { ScopeWanted } from '../../../../../src/contract/out-of-scope';
import { servingStates } from '../../../../../src/domain/out-of-scope/out-of-scope';
import { saidIn } from '../../parts/address-path';

export const OUT_OF_SCOPE = 'out-of-scope';

/** What a reader has narrowed the register down to. */
export type ScopeFilter = Omit<ScopeWanted, 'offset'>;

/** The address of the register so narrowed down, such as `out-of-scope/open=yes`. */
export const addressOf = ({ open, serving, told }: ScopeFilter): string[] => [
  OUT_OF_SCOPE,
  ...(open === undefined ? [] : [`open=${open ? 'yes' : 'no'}`]),
  ...(serving === undefined ? [] : [`serving=${serving}`]),
  ...(told === undefined ? [] : [`told=${told ? 'yes' : 'no'}`]),
];

/** What an address says. Somebody may have typed it: what cannot be is left out. */
export function filterIn([, ...parts]: readonly string[]): ScopeFilter {
  const said = saidIn(parts);
  const serving = servingStates.find((each) => each === said.get('serving'));
  const [open, told] = [said.get('open'), said.get('told')];
  return {
    ...((open === 'yes' || open === 'no') && { open: open === 'yes' }),
    ...(serving !== undefined && { serving }),
    ...((told === 'yes' || told === 'no') && { told: told === 'yes' }),
  };
}
