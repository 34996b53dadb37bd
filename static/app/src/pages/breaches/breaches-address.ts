import type { BreachesWanted } from '../../../../../src/contract/breaches';
import { parties } from '../../../../../src/domain/breach/breach';
import { exceptionStates } from '../../../../../src/domain/breach/exception';
import { idIn, saidIn, type SaidParts } from '../../parts/address-path';
import { isLocalDate, periods, type Period } from './period';

export const BREACHES = 'breaches';
/** What stands in the address instead of a filter; no filter is without an equals sign. */
export const ONE = 'one';
export const NEW = 'new';
export const CAUSES = 'causes';

export type BreachFilter = Omit<BreachesWanted, 'from' | 'to' | 'after'>;
/** What a reader has narrowed the register down to. */
export interface BreachChoice {
  readonly period: Period;
  readonly filter: BreachFilter;
}

const NONE = 'none';
const codeOf = (value: string | null): string => value ?? NONE;

/** The address of the register so narrowed down, such as `breaches/period=last-month/cause=none`. */
export function addressOf({ period, filter }: BreachChoice): string[] {
  const { agreement, cause, party, exception, toldLate } = filter;
  return [
    BREACHES,
    ...periodParts(period),
    ...(agreement === undefined ? [] : [`agreement=${agreement}`]),
    ...(cause === undefined ? [] : [`cause=${codeOf(cause)}`]),
    ...(party === undefined ? [] : [`party=${codeOf(party)}`]),
    ...(exception === undefined ? [] : [`exception=${codeOf(exception)}`]),
    ...(toldLate ? ['told=late'] : []),
  ];
}

/** What an address says of a period; nothing of the first. */
export function periodParts(period: Period): string[] {
  if (typeof period !== 'string') return [`from=${period.from}`, `to=${period.to}`];
  return period === periods[0] ? [] : [`period=${period}`];
}

/** What an address says. Somebody may have typed it: what cannot be is left out. */
export function choiceIn([, ...parts]: readonly string[]): BreachChoice {
  const said = saidIn(parts);
  const id = (name: string): string | undefined => idIn(said, name);
  const oneOf = <Word extends string>(name: string, words: readonly Word[]): Word | null | undefined =>
    said.get(name) === NONE ? null : words.find((word) => word === said.get(name));
  const [agreement, cause] = [id('agreement'), id('cause')];
  const [party, exception] = [oneOf('party', parties), oneOf('exception', exceptionStates)];
  return {
    period: periodIn(said),
    filter: {
      ...(agreement !== undefined && { agreement }),
      ...(cause !== undefined && { cause: cause === NONE ? null : cause }),
      ...(party !== undefined && { party }),
      ...(exception !== undefined && { exception }),
      ...(said.get('told') === 'late' && { toldLate: true }),
    },
  };
}

export function periodIn(said: SaidParts): Period {
  const [from = '', to = ''] = [said.get('from'), said.get('to')];
  if (isLocalDate(from) && isLocalDate(to) && from <= to) return { from, to };
  return periods.find((period) => period === said.get('period')) ?? periods[0];
}
