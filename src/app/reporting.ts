import type { ReportingFields } from '../domain/agreement/reporting';
import type { KnownFields } from '../domain/agreement/known-field';
import type { Revision } from '../domain/agreement/revisions';
import { problem, type Problem } from '../domain/problem';

export type ReportingRevision = Extract<Revision, { kind: 'reporting' }>;

/** What reports of a project go by, as it was saved last. */
export const reportingOf = (revisions: readonly Revision[]): ReportingRevision | undefined =>
  revisions
    .flatMap((revision) => (revision.kind === 'reporting' ? revision : []))
    .sort((a, b) => a.seq - b.seq)
    .at(-1);

/** The fields whose values name customers and groups; left out where nobody has named one. */
export function reportingFieldsOf(revisions: readonly Revision[]): ReportingFields {
  const { customer, team } = reportingOf(revisions)?.doc ?? {};
  return { ...(customer !== undefined && { customer }), ...(team !== undefined && { team }) };
}

/** What is wrong with a choice of fields. */
export const reportingProblems = (
  { customer, team }: ReportingFields,
  path: string,
  fieldOf: KnownFields,
): Problem[] =>
  Object.entries({ customer, team }).flatMap(([name, field]) =>
    field !== undefined && !fieldOf(field)
      ? [problem('condition.unknown-field', `${path}.${name}`, { found: field })]
      : [],
  );
