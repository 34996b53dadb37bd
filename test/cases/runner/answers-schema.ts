import * as v from 'valibot';
import { clocks, type Clock } from './event-schema';
import { amount, millisecondsOf, moment, remarks, tolerance } from './values';

const reminder = v.strictObject({ ...remarks, offsetSeconds: amount, at: v.nullable(moment) });
export type Reminder = v.InferOutput<typeof reminder>;
const reminders = v.array(reminder);

const ofOneClock = {
  DueAt: v.optional(v.nullable(moment)),
  DueAtIfResumedNow: v.optional(v.nullable(moment)),
  ElapsedSeconds: v.optional(v.nullable(amount)),
  OverdueSeconds: v.optional(v.nullable(amount)),
  Breached: v.optional(v.nullable(v.boolean())),
  // Chosen by what stands there, so that a mistake in it is told where it is.
  Threshold: v.nullish(v.lazy((input) => (Array.isArray(input) ? reminders : reminder))),
};
type Question = keyof typeof ofOneClock;

type OfClocks = {
  [Key in `${Clock}${Question}`]: Key extends `${Clock}${infer Asked extends Question}`
    ? (typeof ofOneClock)[Asked]
    : never;
};

const answersSchema = v.strictObject({
  ...remarks,
  ...(Object.fromEntries(
    clocks.flatMap((clock) =>
      Object.entries(ofOneClock).map(([question, schema]) => [`${clock}${question}`, schema]),
    ),
  ) as OfClocks),
  pausedWorkingSeconds: v.optional(v.nullable(amount)),
  firstRespondedAt: v.optional(v.nullable(moment)),
  nextDueAt: v.optional(v.nullable(moment)),
  /** The other product's own word for the state of the issue. */
  status: v.optional(v.unknown()),
});

/** What the clocks show at an instant; null where they show nothing. */
export type Answers = v.InferOutput<typeof answersSchema>;

const remarksAndTolerance = { ...remarks, toleranceSeconds: v.nullish(tolerance) };

export const checkSchema = v.strictObject({
  ...remarksAndTolerance,
  at: moment,
  expect: answersSchema,
  /** Whether `expect` is peculiar to the other product; then `oracle` counts, here or of the scenario. */
  quirk: v.nullish(v.boolean(), false),
  oracle: v.nullish(answersSchema),
});

export type Check = v.InferOutput<typeof checkSchema>;

const plainChecks = v.array(
  v.strictObject({ ...remarksAndTolerance, at: v.optional(moment), expect: answersSchema }),
);

const isObject = (written: unknown): written is object => typeof written === 'object' && written !== null;

/**
 * The format does not say how a scenario writes its plain answers. Read are checks, as a list, under `checks` or by their
 * instants; a list of answers, one for each check in order, or by their places in it, null where there are none; and one
 * object of answers, good for every check that asks them.
 */
function asChecks(written: unknown): unknown {
  if (Array.isArray(written)) {
    return written.map((each: unknown) => {
      if (each === null) return { expect: {} };
      if (!isObject(each) || 'expect' in each) return each;
      const { at, ...expect } = each as { at?: unknown };
      return at === undefined ? { expect } : { at, expect };
    });
  }
  if (!isObject(written)) return written;
  if ('checks' in written) return asChecks(written.checks);
  if ('expect' in written) return [written];
  const entries = Object.entries(written);
  if (entries.length > 0 && entries.every(([key]) => /^\d{1,4}$/.test(key))) {
    const length = 1 + Math.max(...entries.map(([key]) => Number(key)));
    return asChecks(Object.assign(new Array<null>(length).fill(null), written));
  }
  return entries.length > 0 && entries.every(([key]) => millisecondsOf(key) !== undefined)
    ? entries.map(([at, expect]) => ({ at, expect: expect as unknown }))
    : written;
}

export const oracleSchema = v.pipe(
  v.unknown(),
  v.transform(asChecks),
  v.lazy((input) => (Array.isArray(input) ? plainChecks : answersSchema)),
);
