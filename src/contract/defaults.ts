import * as v from 'valibot';
import { serviceWeeks, type ServiceWeek } from '../domain/agreement/presets/presets';
import { DEFAULTS_ID, type SiteDefaults } from '../domain/defaults/site-defaults';

const number = v.exactOptional(v.pipe(v.number(), v.safeInteger()));

/** What new calendars and agreements begin with, as a page sends it and as a revision holds it. */
export const defaultsSchema = v.strictObject({
  id: v.literal(DEFAULTS_ID),
  timeZone: v.exactOptional(v.pipe(v.string(), v.trim(), v.maxLength(100))),
  week: v.exactOptional(v.picklist(Object.keys(serviceWeeks) as ServiceWeek[])),
  atRiskAt: number,
  expiringDays: number,
  jobPoints: number,
}) satisfies v.GenericSchema<unknown, SiteDefaults>;

export const defaultsViewSchema = v.object({
  record: defaultsSchema,
  /** 0 while nobody has saved any. */
  revision: v.number(),
});
export type DefaultsView = v.InferOutput<typeof defaultsViewSchema>;

export const savedDefaultsSchema = v.strictObject({
  doc: defaultsSchema,
  seen: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
});
