import * as v from 'valibot';
import type { Agreement } from '../domain/agreement/agreement';
import type { LifeStep } from '../domain/agreement/life-step';
import type { Repair } from '../domain/agreement/repair';
import { REPORTING, type Reporting } from '../domain/agreement/reporting';
import type { Revision } from '../domain/agreement/revisions';
import type { DocumentKind, DocumentRevision, Documents } from '../domain/documents';
import type { Reference } from '../domain/timer/condition';
import type { Instant, Span } from '../domain/time/instant';
import { runOffRules } from '../domain/timer/timeline';
import { actionOf } from './action';
import { agreementEntries, metricEntries } from './agreement';
import { breachSchema, exceptionSchema, monitoringSchema } from './breaches';
import { complaintTypesSchema } from './complaint-issues';
import { complaintSchema, ratingsSchema, satisfactionSchema } from './complaints';
import { improvementSchema } from './improvement';
import { calendarRecordSchema, holidaySetSchema } from './calendar';
import { caseDocSchema } from './cases';
import { lookSchema, serviceSchema } from './catalogue';
import { conditionSchema, referenceSchema } from './condition';
import { defaultsSchema } from './defaults';
import { unfinishedAgreementSchema } from './definitions-file';
import { termSchema } from './glossary';
import { noticePlacesSchema, noticesSchema } from './notices';
import { outOfScopeSchema, scopeTextSchema } from './out-of-scope';
import { outageRulesSchema, outageSchema } from './outages';
import { reviewSchema, serviceReportSchema } from './reviews';
import { measurementSchema } from './monitoring-record';
import { instantSchema, markSchema, percentageSchema, spanSchema } from './primitives';

const parts = {
  id: v.string(),
  name: v.string(),
  reason: v.string(),
  value: referenceSchema,
  condition: conditionSchema,
  length: spanSchema,
  share: percentageSchema,
  mark: markSchema,
  point: instantSchema,
  action: actionOf<Reference>(referenceSchema),
};

/**
 * An agreement as a revision holds it. One with more than this version of the app knows is refused: another version runs on
 * the site as well, and what this one would leave out could change a verdict.
 */
export const agreementDocSchema = v.strictObject({
  ...agreementEntries<Reference, Instant>(parts),
  metrics: v.array(v.strictObject(metricEntries<Reference, Span, number>(parts))),
}) satisfies v.GenericSchema<unknown, Agreement>;

/** A calendar as a revision holds it. */
export const calendarDocSchema = calendarRecordSchema;

/** A holiday set as a revision holds it. */
export const holidaySetDocSchema = holidaySetSchema;

/** What a repair says, wherever it stands. */
export const proposalEntries = {
  agreement: v.string(),
  version: v.string(),
  from: instantSchema,
  to: instantSchema,
  reason: v.string(),
};

/** A repair as a revision holds it. */
export const repairDocSchema = v.object({
  id: v.string(),
  ...proposalEntries,
  timers: v.number(),
  changed: v.number(),
}) satisfies v.GenericSchema<unknown, Repair>;

/** What reports go by as a revision holds it. */
export const reportingDocSchema = v.strictObject({
  id: v.literal(REPORTING),
  customer: v.exactOptional(v.string()),
  team: v.exactOptional(v.string()),
}) satisfies v.GenericSchema<unknown, Reporting>;

const stepOf = <Name extends string, Entries extends v.ObjectEntries>(name: Name, entries: Entries) =>
  v.strictObject({ id: v.string(), step: v.literal(name), reason: v.string(), ...entries });

/** A step in an agreement's life as a revision holds it. One that this version of the app does not know is refused, as above. */
export const stepDocSchema = v.variant('step', [
  stepOf('publish', { version: v.number(), appliesToRunning: v.boolean() }),
  stepOf('suspend', { from: instantSchema, to: v.exactOptional(instantSchema) }),
  stepOf('terminate', { from: instantSchema, runOff: v.picklist(runOffRules) }),
  stepOf('reinstate', {}),
  stepOf('continue', {}),
  stepOf('archive', {}),
  stepOf('restore', {}),
]) satisfies v.GenericSchema<unknown, LifeStep>;

/** Each document as a revision holds it. */
export const documentSchemas: {
  readonly [Kind in DocumentKind]: v.GenericSchema<unknown, Documents[Kind]>;
} = {
  draft: v.object({
    id: v.string(),
    basedOn: v.number(),
    text: unfinishedAgreementSchema,
    closed: v.exactOptional(v.picklist(['discarded', 'published'])),
  }),
  service: serviceSchema,
  look: lookSchema,
  term: termSchema,
  defaults: defaultsSchema,
  case: caseDocSchema,
  breach: breachSchema,
  exception: exceptionSchema,
  monitoring: monitoringSchema,
  outage: outageSchema,
  'outage-rules': outageRulesSchema,
  review: reviewSchema,
  'service-report': serviceReportSchema,
  'notice-places': noticePlacesSchema,
  notices: noticesSchema,
  measurement: measurementSchema,
  action: improvementSchema,
  complaint: complaintSchema,
  'complaint-types': complaintTypesSchema,
  satisfaction: satisfactionSchema,
  ratings: ratingsSchema,
  'out-of-scope': outOfScopeSchema,
  'scope-text': scopeTextSchema,
};

/** The same of every kind of record that is kept, rules and documents. */
export const recordSchemas: {
  readonly [Kind in RecordKind]: v.GenericSchema<unknown, RecordDoc<Kind>>;
} = {
  agreement: agreementDocSchema,
  calendar: calendarDocSchema,
  'holiday-set': holidaySetDocSchema,
  repair: repairDocSchema,
  step: stepDocSchema,
  reporting: reportingDocSchema,
  ...documentSchemas,
};

export type RecordKind = Revision['kind'] | DocumentKind;
type RecordDoc<Kind extends RecordKind> = Extract<Revision | DocumentRevision, { kind: Kind }>['doc'];
