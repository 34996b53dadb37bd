import * as v from 'valibot';
import { amount, id, localDate, moment, remarks, tolerance } from './values';

/** Null: there is no such instant. */
const perhaps = v.nullable(moment);
const periods = v.array(v.strictTuple([moment, moment]));

const common = {
  ...remarks,
  id,
  calendar: v.string(),
  quirk: v.optional(v.boolean(), false),
  reversed: v.optional(v.boolean(), false),
  convention: v.optional(v.picklist(['zero', 'signed', 'absolute'])),
  toleranceSeconds: v.optional(tolerance, 0),
};

/** What is asked about one instant and answered by one. */
function question<Op extends string>(op: Op) {
  return v.strictObject({
    ...common,
    op: v.literal(op),
    at: moment,
    expect: perhaps,
    oracle: v.optional(perhaps),
  });
}

export const caseSchema = v.pipe(
  v.variant('op', [
    v.strictObject({
      ...common,
      op: v.literal('workingTimeBetween'),
      start: moment,
      end: moment,
      expectSeconds: amount,
      oracle: v.optional(amount),
    }),
    v.strictObject({
      ...common,
      op: v.literal('addWorkingTime'),
      start: moment,
      seconds: amount,
      expect: perhaps,
      oracle: v.optional(perhaps),
    }),
    v.strictObject({
      ...common,
      op: v.literal('isWorking'),
      at: moment,
      expect: v.boolean(),
      oracle: v.optional(v.boolean()),
    }),
    question('nextWorkingInstant'),
    question('previousWorkingInstant'),
    question('nextOpening'),
    question('nextClosing'),
    v.strictObject({
      ...common,
      op: v.literal('workingPeriods'),
      start: moment,
      end: moment,
      expect: periods,
      oracle: v.optional(periods),
    }),
    v.strictObject({
      ...common,
      op: v.literal('isWorkingDate'),
      date: localDate,
      expect: v.boolean(),
      oracle: v.optional(v.boolean()),
    }),
  ]),
  v.forward(
    v.check(
      ({ quirk, oracle }) => !quirk || oracle !== undefined,
      () => 'a quirk needs its oracle',
    ),
    ['oracle'],
  ),
);

export type Case = v.InferOutput<typeof caseSchema>;
