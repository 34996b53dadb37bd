import * as v from 'valibot';
import { amount, millisecondsOf, moment, remarks } from './values';

export const clocks = ['response', 'resolution', 'update'] as const;
export type Clock = (typeof clocks)[number];

/** One optional entry for each clock; null is none. */
export function perClock<Schema extends v.GenericSchema<unknown, number>>(schema: Schema) {
  const entry = v.optional(v.nullable(schema));
  return v.strictObject({ ...remarks, response: entry, resolution: entry, update: entry });
}

export const targetsSchema = perClock(v.pipe(amount, v.minValue(0)));
export type Targets = v.InferOutput<typeof targetsSchema>;

const common = { ...remarks, reason: v.optional(v.unknown()), at: moment };
const status = v.optional(v.nullable(v.string()));

const schemas = {
  created: v.strictObject({ ...common, type: v.literal('created'), status }),
  status: v.strictObject({ ...common, type: v.literal('status'), from: status, to: v.string() }),
  comment: v.strictObject({
    ...common,
    type: v.literal('comment'),
    by: v.picklist(['agent', 'customer']),
    public: v.optional(v.boolean(), true),
  }),
  targetsChanged: v.strictObject({ ...common, type: v.literal('targetsChanged'), targets: targetsSchema }),
  agreementChanged: v.strictObject({
    ...common,
    type: v.literal('agreementChanged'),
    targets: v.nullable(targetsSchema),
  }),
  calendarChanged: v.strictObject({ ...common, type: v.literal('calendarChanged'), calendar: v.string() }),
};

const isType = (name: unknown): boolean => typeof name === 'string' && Object.hasOwn(schemas, name);

/** Keys that may hold the name of a type and mean something else, such as a status called `created`. */
const others = new Set(['status', 'from', 'to', 'calendar', 'reason', ...Object.keys(remarks)]);

/**
 * The format does not say under which key an event has its instant: here that is `at`, or any other key that holds one.
 */
function timed(written: unknown): unknown {
  if (typeof written !== 'object' || written === null || 'at' in written) return written;
  const entries = Object.entries(written as Record<string, unknown>);
  const [found, another] = entries.filter(
    ([key, value]) => typeof value === 'string' && millisecondsOf(value) !== undefined && !others.has(key),
  );
  return found && !another ? { ...without(entries, found[0]), at: found[1] } : written;
}

/**
 * Nor under which key it names its type: here that is `type`, any other key with the name of a
 * type, such as `kind`, or the type as the key of everything else, `{ "at": …, "comment": { "by": … } }`.
 */
function typed(written: unknown): unknown {
  if (typeof written !== 'object' || written === null || 'type' in written) return written;
  const entries = Object.entries(written as Record<string, unknown>);
  const named = entries.find(([key, value]) => isType(value) && !others.has(key));
  if (named) return { ...without(entries, named[0]), type: named[1] };
  const holder = entries.find(([key, value]) => isType(key) && typeof value === 'object' && value !== null);
  return holder ? { ...without(entries, holder[0]), ...(holder[1] as object), type: holder[0] } : written;
}

const without = (entries: [string, unknown][], key: string): object =>
  Object.fromEntries(entries.filter(([other]) => other !== key));

export const eventSchema = v.pipe(
  v.unknown(),
  v.transform(typed),
  v.transform(timed),
  v.variant('type', [
    schemas.created,
    schemas.status,
    schemas.comment,
    schemas.targetsChanged,
    schemas.agreementChanged,
    schemas.calendarChanged,
  ]),
);

export type Event = v.InferOutput<typeof eventSchema>;
