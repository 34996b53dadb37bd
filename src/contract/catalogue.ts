import * as v from 'valibot';
import {
  aspects,
  criticalities,
  deliveryMethods,
  serviceCategories,
  serviceKinds,
  serviceStates,
  type Service,
  type ServiceText,
} from '../domain/catalogue/service';
import { hoursTiers, strengthTiers } from '../domain/catalogue/tiers';
import { lookChoices, type Look } from '../domain/catalogue/to-be-looked-at';
import type { ConditionOf, Reference } from '../domain/timer/condition';
import { calendarDraftSchema, nameSchema } from './calendar';
import { conditionSchema } from './condition';
import { instantSchema, listOf } from './primitives';

const { id } = calendarDraftSchema.entries;

/** More than any rule of the domain lets pass, which says so at the field. */
const LONGEST_TEXT = 5_000;
/** Of several lines, without other control characters. */
const text = v.pipe(v.string(), v.trim(), v.maxLength(LONGEST_TEXT), v.regex(/^(\P{Cc}|\n)*$/u));
const words = v.pipe(v.array(nameSchema), v.maxLength(100), v.readonly());

/** What a service has, its mapping written one way in a file, another as it is stored. */
export function serviceEntries<Value>(mapping: v.GenericSchema<unknown, ConditionOf<Value>>) {
  return {
    id,
    name: nameSchema,
    summary: v.exactOptional(text),
    kind: v.picklist(serviceKinds),
    category: v.exactOptional(v.picklist(serviceCategories)),
    state: v.picklist(serviceStates),
    delivery: v.exactOptional(listOf(v.picklist(deliveryMethods))),
    frequency: v.exactOptional(text),
    price: v.exactOptional(
      v.strictObject({ amount: v.pipe(text, v.maxLength(40)), unit: v.pipe(text, v.maxLength(100)) }),
    ),
    hours: v.exactOptional(id),
    hoursTier: v.exactOptional(v.picklist(hoursTiers)),
    strengthTier: v.exactOptional(v.picklist(strengthTiers)),
    goals: v.exactOptional(text),
    acceptance: v.exactOptional(text),
    rto: v.exactOptional(v.pipe(text, v.maxLength(40))),
    rpo: v.exactOptional(v.pipe(text, v.maxLength(40))),
    owner: v.exactOptional(v.pipe(v.string(), v.minLength(1), v.maxLength(128))),
    customers: v.exactOptional(words),
    criticality: v.exactOptional(v.picklist(criticalities)),
    process: v.exactOptional(text),
    restsOn: v.exactOptional(v.pipe(v.array(id), v.maxLength(100), v.readonly())),
    mapping: v.exactOptional(mapping),
    assets: v.exactOptional(words),
  };
}

const entries = serviceEntries<Reference>(conditionSchema);

/** A service as a page sends it. */
export const serviceTextSchema = v.strictObject(entries) satisfies v.GenericSchema<unknown, ServiceText>;

const aspect = v.exactOptional(v.number());

/** The revisions in which each aspect changed last. */
export const changedInSchema = v.exactOptional(
  v.object(
    Object.fromEntries(aspects.map((name) => [name, aspect])) as Record<
      (typeof aspects)[number],
      typeof aspect
    >,
  ),
);

/** A service as a revision holds it. */
export const serviceSchema = v.object({
  ...entries,
  changedIn: changedInSchema,
}) satisfies v.GenericSchema<unknown, Service>;

const choice = v.picklist(lookChoices);
const decisionSchema = v.object({
  service: v.string(),
  revision: v.number(),
  choice,
  by: v.string(),
  at: instantSchema,
});

/** What was decided of an agreement, as a revision holds it. */
export const lookSchema = v.object({
  id: v.string(),
  decisions: listOf(decisionSchema),
}) satisfies v.GenericSchema<unknown, Look>;

/** What a list of the catalogue says of a service. */
const listedService = v.object({
  id,
  name: v.string(),
  summary: entries.summary,
  kind: entries.kind,
  category: entries.category,
  state: entries.state,
  hours: entries.hours,
  criticality: entries.criticality,
  owner: v.exactOptional(v.string()),
  restsOn: v.exactOptional(listOf(id)),
  /** Whether issues can belong to it. */
  isMapped: v.boolean(),
  revision: v.number(),
  changedAt: instantSchema,
});
export type ListedService = v.InferOutput<typeof listedService>;

/** The catalogue of a project, and what should be looked at because of it (C10). */
export const catalogueViewSchema = v.object({
  services: listOf(listedService),
  toLookAt: listOf(
    v.object({
      agreement: v.object({ id: v.string(), name: v.string() }),
      service: v.string(),
      named: v.number(),
      changed: listOf(v.picklist(aspects)),
      revision: v.number(),
      decision: v.exactOptional(decisionSchema),
    }),
  ),
});
export type CatalogueView = v.InferOutput<typeof catalogueViewSchema>;

/** A service with all that it says, and what it said before, the latest first (C6). */
export const serviceViewSchema = v.object({
  revision: v.number(),
  record: serviceSchema,
  history: listOf(
    v.object({ revision: v.number(), at: instantSchema, by: v.string(), record: serviceSchema }),
  ),
});
export type ServiceView = v.InferOutput<typeof serviceViewSchema>;

const number = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/**
 * What somebody saves, the revision that they had before them (0 for a new service), and whether what gives the service has
 * changed, though its text does not say so.
 */
export const savedServiceSchema = v.strictObject({
  doc: serviceTextSchema,
  seen: number,
  isCapabilityChanged: v.exactOptional(v.literal(true)),
});

export const namedServiceSchema = v.strictObject({ service: id });

/** What is decided of an agreement, and the revision of the service that was looked at. */
export const lookedAtSchema = v.strictObject({ agreement: id, service: id, revision: number, choice });

/** A page of the issues of the last days. */
export const caughtPageSchema = v.strictObject({
  after: v.exactOptional(v.pipe(v.string(), v.maxLength(2_000))),
});

/** How many of the issues of a page belong to which service, and to none; keys of some that belong to none. */
export const caughtSchema = v.object({
  read: v.number(),
  counts: listOf(v.object({ service: v.string(), count: v.number() })),
  none: v.number(),
  uncaught: listOf(v.string()),
  /** Names the page after this one; null after the last. */
  next: v.nullable(v.string()),
});
export type Caught = v.InferOutput<typeof caughtSchema>;
