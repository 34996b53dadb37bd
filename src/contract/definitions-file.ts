import * as v from 'valibot';
import type { DefinitionsDraft } from '../domain/agreement/draft';
import type { GoalChange } from '../domain/timer/metric';
import { actionOf } from './action';
import {
  agreementEntries,
  goalChangeSchema,
  goalChangeWordSchema,
  metricEntries,
  type Parts,
} from './agreement';
import { calendarDraftSchema, holidaySetSchema, nameSchema as name } from './calendar';
import { conditionOf } from './condition';

const text = v.string();

const parts: Parts<string, string, string, string> = {
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

/** An agreement as people write it, by what each of its texts may be. */
function draftOf(own: Parts<string, string, string, string>) {
  const entries = metricEntries<string, string, string>(own);
  const metric = v.strictObject({
    ...entries,
    pause: v.optional(entries.pause, []),
    cycles: v.optional(entries.cycles, 'every'),
    goalChange: v.exactOptional(goalChange),
  });
  return v.strictObject({ ...agreementEntries<string, string>(own), metrics: v.array(metric) });
}

const anyText = v.pipe(text, v.maxLength(2_000));

/** An agreement as somebody has typed it so far: of its right form, whatever its texts say. */
export const unfinishedAgreementSchema = draftOf({ ...parts, name: anyText, reason: anyText });

/** The file that carries all definitions from one site to another (P8). */
export const definitionsFileSchema = v.strictObject({
  format: v.literal('service-levels/1'),
  holidaySets: v.optional(v.array(holidaySetSchema), []),
  calendars: v.array(calendarDraftSchema),
  agreements: v.array(draftOf(parts)),
}) satisfies v.GenericSchema<unknown, DefinitionsDraft>;
