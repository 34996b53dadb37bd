import { idIn, saidIn } from '../../parts/address-path';
import { periodIn, periodParts } from '../breaches/breaches-address';
import type { Period } from '../breaches/period';

export const OUTAGES = 'outages';
/** What stands in the address instead of a filter; no filter is without an equals sign. */
export const ONE = 'one';
export const NEW = 'new';
export const RULES = 'rules';

/** What a reader has narrowed the register down to. */
export interface OutageChoice {
  readonly period: Period;
  readonly service: string | undefined;
}

/** The address of the register so narrowed down, such as `outages/period=last-month/service=mail`. */
export const addressOf = ({ period, service }: OutageChoice): string[] => [
  OUTAGES,
  ...periodParts(period),
  ...(service === undefined ? [] : [`service=${service}`]),
];

/** What an address says. Somebody may have typed it: what cannot be is left out. */
export function choiceIn([, ...parts]: readonly string[]): OutageChoice {
  const said = saidIn(parts);
  return { period: periodIn(said), service: idIn(said, 'service') };
}
