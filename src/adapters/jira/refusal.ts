import * as v from 'valibot';

const refusalSchema = v.object({
  errorMessages: v.optional(v.array(v.string()), []),
  errors: v.optional(v.record(v.string(), v.string()), {}),
});
export type Refusal = v.InferOutput<typeof refusalSchema>;

/** What Jira says to whoever calls: they are told, and nobody else. Undefined where it answers in another shape. */
export function refusalIn(body: unknown): Refusal | undefined {
  const parsed = v.safeParse(refusalSchema, body);
  return parsed.success ? parsed.output : undefined;
}

export const refusalText = ({ errorMessages, errors }: Refusal): string =>
  [...errorMessages, ...Object.values(errors)].join(' ');
