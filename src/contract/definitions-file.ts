import * as v from 'valibot';
import type { GoalChange } from '../domain/timer/metric';
import { runOffRules } from '../domain/timer/timeline';
import type { Everything } from '../domain/transfer/everything';
import { actionOf } from './action';
import {
  agreementEntries,
  goalChangeSchema,
  goalChangeWordSchema,
  metricEntries,
  type Parts,
} from './agreement';
import { monitoringSchema } from './breaches';
import { scopeTextSchema } from './out-of-scope';
import { calendarDraftSchema, holidaySetSchema, nameSchema as name } from './calendar';
import { carriedCaseSchema } from './cases';
import { changedInSchema, lookSchema, serviceEntries } from './catalogue';
import { conditionOf } from './condition';
import { instantSchema, listOf } from './primitives';

const text = v.string();

const parts: Parts<string, string, string, string> = {
  id: calendarDraftSchema.entries.id,
  name,
  reason: v.pipe(text, v.trim(), v.maxLength(500), v.regex(/^\P{Cc}*$/u)),
  value: text,
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

const fieldId = v.pipe(text, v.nonEmpty(), v.maxLength(100));

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** An instant as ISO 8601 has it, such as `2026-12-31T17:00:00.000Z`. */
const isoInstant = v.pipe(
  text,
  v.isoTimestamp(),
  v.transform((written) => Date.parse(written)),
  instantSchema,
);

/** How an agreement stands, beside what its text says. */
const lifeSchema = v.strictObject({
  id: parts.id,
  version: v.pipe(count, v.minValue(1)),
  suspensions: v.exactOptional(
    listOf(v.strictObject({ from: isoInstant, to: v.exactOptional(isoInstant), reason: parts.reason })),
  ),
  ends: v.exactOptional(
    listOf(v.strictObject({ from: isoInstant, runOff: v.picklist(runOffRules), reason: parts.reason })),
  ),
  archived: v.exactOptional(parts.reason),
});

/** Tells such a file from one of what the site shares. */
export const PROJECT_FORMAT = 'service-levels/1';

/** The file that carries all definitions of a project to another, or keeps them safe (P8). */
export const definitionsFileSchema = v.strictObject({
  format: v.literal(PROJECT_FORMAT),
  holidaySets: v.optional(v.array(holidaySetSchema), []),
  calendars: v.array(calendarDraftSchema),
  agreements: v.array(draftOf(parts)),
  lives: v.exactOptional(v.array(lifeSchema)),
  scheduled: v.exactOptional(
    v.array(v.strictObject({ version: v.pipe(count, v.minValue(1)), text: draftOf(parts) })),
  ),
  drafts: v.exactOptional(
    v.array(v.strictObject({ id: parts.id, basedOn: count, text: unfinishedAgreementSchema })),
  ),
  services: v.exactOptional(
    v.array(
      v.strictObject({
        ...serviceEntries<string>(parts.condition),
        revision: v.pipe(count, v.minValue(1)),
        changedIn: changedInSchema,
      }),
    ),
  ),
  reporting: v.exactOptional(
    v.strictObject({ customer: v.exactOptional(fieldId), team: v.exactOptional(fieldId) }),
  ),
  cases: v.exactOptional(v.array(carriedCaseSchema)),
  looks: v.exactOptional(v.array(lookSchema)),
  monitoring: v.exactOptional(v.omit(monitoringSchema, ['id'])),
  scopeText: v.exactOptional(v.omit(scopeTextSchema, ['id'])),
}) satisfies v.GenericSchema<unknown, Everything>;

/** The text of such a file, which {@link definitionsFileSchema} reads again as the same. */
export function definitionsFileText({ lives = [], ...everything }: Everything): string {
  const iso = (at: number): string => new Date(at).toISOString();
  const written = lives.map(({ suspensions, ends, ...life }) => ({
    ...life,
    ...(suspensions && {
      suspensions: suspensions.map(({ from, to, reason }) => ({
        from: iso(from),
        ...(to !== undefined && { to: iso(to) }),
        reason,
      })),
    }),
    ...(ends && { ends: ends.map((end) => ({ ...end, from: iso(end.from) })) }),
  }));
  return JSON.stringify({ format: PROJECT_FORMAT, ...everything, lives: written }, null, 2);
}
