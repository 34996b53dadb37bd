import type { Revision } from '../domain/agreement/revisions';

export type ReportingRevision = Extract<Revision, { kind: 'reporting' }>;

/** What reports of a project go by, as it was saved last. */
export const reportingOf = (revisions: readonly Revision[]): ReportingRevision | undefined =>
  revisions
    .flatMap((revision) => (revision.kind === 'reporting' ? revision : []))
    .sort((a, b) => a.seq - b.seq)
    .at(-1);
