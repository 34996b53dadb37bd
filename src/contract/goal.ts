import * as v from 'valibot';
import { fieldUnits } from '../domain/timer/goal';
import { byKey } from './by-key';
import { instantSchema, localDateSchema, spanSchema } from './primitives';

const businessDays = { businessDays: v.number() };
const byWallTime = { by: v.string(), onBusinessDay: v.number() };

/** What a goal promises, one of five kinds, with the entries that a goal has whatever its kind. */
export function goalOf<Entries extends v.ObjectEntries, Length>(
  entries: Entries,
  length: v.GenericSchema<unknown, Length>,
) {
  return byKey(
    {
      within: v.strictObject({ ...entries, within: length }),
      businessDays: v.strictObject({ ...entries, ...businessDays }),
      by: v.strictObject({ ...entries, ...byWallTime }),
      until: v.strictObject({ ...entries, until: v.string() }),
      withinField: v.strictObject({ ...entries, withinField: v.string(), unit: v.picklist(fieldUnits) }),
    },
    'goal.one-target',
  );
}

/** What was promised for a cycle: as {@link goalOf}, with what the fields said in place of their ids. */
export function promiseOf<Entries extends v.ObjectEntries>(entries: Entries) {
  return byKey(
    {
      within: v.strictObject({ ...entries, within: spanSchema }),
      businessDays: v.strictObject({ ...entries, ...businessDays }),
      by: v.strictObject({ ...entries, ...byWallTime }),
      until: v.strictObject({ ...entries, until: v.union([instantSchema, localDateSchema]) }),
    },
    'goal.one-target',
  );
}
