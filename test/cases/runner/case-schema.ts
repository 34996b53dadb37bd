import * as v from 'valibot';
import { amount, id, localDate, moment, remarks, tolerance } from './values';

/** Null: there is no such instant. */
const perhaps = v.nullable(moment);
const periods = v.array(v.strictTuple([moment, moment]));

const common = {
  ...remarks,
  id,
  calendar: v.string(),
  quirk: v.nullish(v.boolean(), false),
  reversed: v.nullish(v.boolean(), false),
  convention: v.nullish(v.picklist(['zero', 'signed', 'absolute'])),
  toleranceSeconds: v.nullish(tolerance, 0),
};

/** The plain answer, where null is none and so says that there is no oracle. */
const oracleOf = <Answer>(answer: v.GenericSchema<unknown, Answer>) =>
  v.optional(
    v.pipe(
      v.nullable(answer),
      v.transform((said) => said ?? undefined),
    ),
  );

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
      oracle: oracleOf(amount),
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
      oracle: oracleOf(v.boolean()),
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
      oracle: oracleOf(periods),
    }),
    v.strictObject({
      ...common,
      op: v.literal('isWorkingDate'),
      date: localDate,
      expect: v.boolean(),
      oracle: oracleOf(v.boolean()),
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
