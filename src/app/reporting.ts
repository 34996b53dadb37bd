import type { ReportingFields } from '../domain/agreement/reporting';
import type { Revision } from '../domain/agreement/revisions';

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
