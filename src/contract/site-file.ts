import * as v from 'valibot';
import type { SharedBySite } from '../domain/transfer/shared';
import { calendarDraftSchema, holidaySetSchema } from './calendar';
import { defaultsSchema } from './defaults';
import { termSchema } from './glossary';

/** Tells such a file from the definitions file of a project. */
export const SITE_FORMAT = 'service-levels-site/1';

/** The file that carries all that the projects of a site share to another site, or keeps it safe (P8). */
export const siteFileSchema = v.strictObject({
  format: v.literal(SITE_FORMAT),
  holidaySets: v.optional(v.array(holidaySetSchema), []),
  calendars: v.optional(v.array(calendarDraftSchema), []),
  terms: v.optional(v.array(v.omit(termSchema, ['removed'])), []),
  defaults: v.exactOptional(v.omit(defaultsSchema, ['id'])),
}) satisfies v.GenericSchema<unknown, SharedBySite>;

/** The text of such a file, which {@link siteFileSchema} reads again as the same. */
export const siteFileText = (shared: SharedBySite): string =>
  JSON.stringify({ format: SITE_FORMAT, ...shared }, null, 2);
