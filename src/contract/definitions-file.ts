import * as v from 'valibot';
import type { DefinitionsDraft } from '../domain/agreement/draft';
import type { GoalChange } from '../domain/timer/metric';
import { actionOf } from './action';
import { agreementEntries, goalChangeSchema, goalChangeWordSchema, metricEntries } from './agreement';
import { calendarDraftSchema, holidaySetSchema, nameSchema as name } from './calendar';
import { conditionOf } from './condition';

const text = v.string();

const parts = {
  id: calendarDraftSchema.entries.id,
  name,
  reason: v.pipe(text, v.trim(), v.maxLength(500), v.regex(/^\P{Cc}*$/u)),
  condition: conditionOf(text),
  length: text,
  share: text,
  mark: text,
  point: text,
  action: actionOf(text),
};

const goalChange: v.GenericSchema<unknown, GoalChange> = v.lazy((input) =>
  typeof input === 'object' ? goalChangeSchema : goalChangeWordSchema,
);

const entries = metricEntries<string, string, string>(parts);
const metricSchema = v.strictObject({
  ...entries,
  pause: v.optional(entries.pause, []),
  cycles: v.optional(entries.cycles, 'every'),
  goalChange: v.exactOptional(goalChange),
});

/** The file that carries all definitions from one site to another (P8). */
export const definitionsFileSchema = v.strictObject({
  format: v.literal('service-levels/1'),
  holidaySets: v.optional(v.array(holidaySetSchema), []),
  calendars: v.array(calendarDraftSchema),
  agreements: v.array(
    v.strictObject({ ...agreementEntries<string, string>(parts), metrics: v.array(metricSchema) }),
  ),
}) satisfies v.GenericSchema<unknown, DefinitionsDraft>;
