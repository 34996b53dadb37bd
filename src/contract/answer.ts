import * as v from 'valibot';

/** Something wrong with what was sent, told so that a page can say it in its reader's language. */
export const problemSchema = v.object({
  code: v.string(),
  path: v.string(),
  details: v.record(v.string(), v.string()),
});

/** Why a call was refused as a whole. Texts are keyed by it, as `refusal.<reason>`. */
export const refusals = [
  'not-allowed',
  'unlicensed',
  'bad-input',
  'busy',
  'jira-unavailable',
  'failed',
] as const;
export type Refusal = (typeof refusals)[number];

const refused = v.object({
  ok: v.literal(false),
  refusal: v.picklist(refusals),
  problems: v.array(problemSchema),
});

export type Refused = v.InferOutput<typeof refused>;

/** What a resolver function answers: never an exception, whose text could only be English. */
export type Answer<Value> = { readonly ok: true; readonly value: Value } | Refused;

export function answerOf<Schema extends v.GenericSchema>(value: Schema) {
  return v.variant('ok', [v.object({ ok: v.literal(true), value }), refused]);
}
