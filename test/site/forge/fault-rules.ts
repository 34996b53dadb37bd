import * as v from 'valibot';

const count = v.pipe(v.number(), v.integer(), v.minValue(1));
const ms = v.pipe(v.number(), v.integer(), v.minValue(0));

/** `name`: a text in which `*` stands for anything; left out, all match. */
const name = v.optional(v.string(), '*');

/** What a function or a page asks for, and whose answer can be spoilt. */
const callMatch = v.variant('what', [
  /** Such as `POST /rest/api/3/issue/bulkfetch`; `by` whom: a page asks as the person who looks at it. */
  v.strictObject({ what: v.literal('jira'), name, by: v.optional(v.picklist(['app', 'user', 'page'])) }),
  /** The statement's text. */
  v.strictObject({ what: v.literal('sql'), name }),
  /** A push, by the queue's name. */
  v.strictObject({ what: v.literal('queue'), name }),
  /** The start of a function, by its key; functions of a resolver by their own name, such as `viewIssueTimers`. */
  v.strictObject({ what: v.literal('invoke'), name }),
]);

/** What the platform brings to the app by itself. */
const deliveryMatch = v.variant('what', [
  /** A product event, such as `avi:jira:updated:issue`. */
  v.strictObject({ what: v.literal('event'), name }),
  /** An event of a queue, by the queue's name. */
  v.strictObject({ what: v.literal('message'), name }),
]);

/** With `done`, what was asked for has happened all the same. */
const done = v.optional(v.boolean(), false);

/** With `upToMs` each time another number of milliseconds from `ms` to that. */
const wait = v.pipe(
  v.strictObject({ do: v.literal('wait'), ms, upToMs: v.optional(ms) }),
  v.check(({ ms: from, upToMs = from }) => upToMs >= from, 'upToMs is less than ms'),
);

const callEffect = v.variant('do', [
  /** An error instead of the answer; a function that is invoked fails. */
  v.strictObject({
    do: v.literal('answer'),
    status: v.pipe(v.number(), v.integer(), v.minValue(400), v.maxValue(599)),
    headers: v.optional(v.record(v.string(), v.string()), {}),
    done,
  }),
  /** The answer comes so much later, in machine time: in site time a function would wait for a clock that waits for it. */
  wait,
  /** No answer at all: the function is ended at its time limit, which `atOnce` takes as reached. */
  v.strictObject({ do: v.literal('hang'), done, atOnce: v.optional(v.boolean(), false) }),
  /** The process of the functions ends here, with all that runs in it. */
  v.strictObject({ do: v.literal('die'), done }),
]);

const deliveryEffect = v.variant('do', [
  v.strictObject({ do: v.literal('drop') }),
  v.strictObject({ do: v.literal('double') }),
  /** So much later, in site time. */
  wait,
]);

/** All that is given must hold; with nothing, until the rules are cleared. */
const lasts = v.optional(
  v.strictObject({
    /** The first so many that match are left alone. */
    skip: v.optional(ms, 0),
    /** How many are hit. */
    times: v.optional(count),
    /** How long from now, in site time. */
    forMs: v.optional(count),
    /** How likely each that matches is hit. */
    chance: v.optional(v.pipe(v.number(), v.gtValue(0), v.maxValue(1)), 1),
    /** The n-th that matches a rule has the same fate in each run with the same seed. */
    seed: v.optional(v.pipe(v.number(), v.integer()), 1),
  }),
  {},
);

const callRule = v.strictObject({ match: callMatch, effect: callEffect, lasts });
const deliveryRule = v.strictObject({ match: deliveryMatch, effect: deliveryEffect, lasts });

/** One fault on demand: what it hits, what it does, how long it lasts. */
export type FaultRule = v.InferInput<typeof callRule> | v.InferInput<typeof deliveryRule>;

export type CallRule = v.InferOutput<typeof callRule>;
export type DeliveryRule = v.InferOutput<typeof deliveryRule>;

const DELIVERED = v.object({ match: v.object({ what: v.picklist(['event', 'message']) }) });

/** @throws Error that says what is wrong with the rule. */
export function parseRule(rule: unknown): { readonly call: CallRule } | { readonly delivery: DeliveryRule } {
  const parsed = v.is(DELIVERED, rule)
    ? v.safeParse(v.object({ delivery: deliveryRule }), { delivery: rule })
    : v.safeParse(v.object({ call: callRule }), { call: rule });
  if (!parsed.success) throw new Error(v.summarize(parsed.issues));
  return parsed.output;
}
