import type { PayloadOf } from '../../../../../src/contract/resolver-api';
import { madeUpOf, type CaseIssue } from '../../../../../src/domain/agreement/saved-case';
import { EARLIEST } from '../../../../../src/domain/time/instant';
import type { Zone } from '../../../../../src/domain/time/zone';
import { instantOf, wallInput } from '../../text/wall-input';
import type { Row } from '../catalogue/mapping-groups';

/** A made-up issue while somebody writes it. Times are as a field for a date and a time holds them. */
export interface MadeUp {
  readonly created: string;
  readonly fields: readonly Row[];
  readonly changes: readonly Change[];
}

/** From then on a field holds other values. */
export interface Change extends Row {
  readonly at: string;
}

type Mistake = 'noTime' | 'noField' | 'noValue' | 'tooEarly';

/** What is wrong with it, by place: `created`, `fields[0]`, `changes[0]`, `changes[0].at`. */
export function mistakesIn({ created, fields, changes }: MadeUp, zone: Zone): ReadonlyMap<string, Mistake> {
  const found = new Map<string, Mistake>();
  const begins = instantOf(created, zone);
  if (begins === undefined) found.set('created', 'noTime');
  const look = ({ field, values }: Row, place: string): void => {
    if (field === '') found.set(place, 'noField');
    else if (values.length === 0) found.set(place, 'noValue');
  };
  fields.forEach((row, index) => look(row, `fields[${index}]`));
  changes.forEach((change, index) => {
    look(change, `changes[${index}]`);
    const at = instantOf(change.at, zone);
    if (at === undefined) found.set(`changes[${index}].at`, 'noTime');
    else if (at <= (begins ?? EARLIEST)) found.set(`changes[${index}].at`, 'tooEarly');
  });
  return found;
}

/** As it is sent, once nothing is wrong with it. */
export function sentOf(madeUp: MadeUp, zone: Zone): PayloadOf<'tryRules'> {
  return madeUpOf(keptOf(madeUp, zone));
}

/** As it is kept, once nothing is wrong with it. */
export function keptOf({ created, fields, changes }: MadeUp, zone: Zone): CaseIssue {
  const at = (input: string) => instantOf(input, zone) ?? EARLIEST;
  return {
    created: at(created),
    fields: Object.fromEntries(fields.map(({ field, values }) => [field, values])),
    changes: changes.map((change) => ({ at: at(change.at), field: change.field, to: change.values })),
  };
}

/** What was kept, to be looked at and changed. */
export function writtenOf({ created, fields, changes }: CaseIssue, zone: Zone): MadeUp {
  return {
    created: wallInput(created, zone),
    fields: Object.entries(fields).map(([field, values]) => ({ field, values })),
    changes: changes.map(({ at, field, to }) => ({ at: wallInput(at, zone), field, values: to })),
  };
}
