import type { KnownFields } from '../../domain/agreement/known-field';
import { REPORTING, type ReportingFields } from '../../domain/agreement/reporting';
import type { Problem } from '../../domain/problem';
import type { ComparedRecord } from '../../domain/transfer/compared';
import { canonical } from '../canonical';
import { reportingProblems, type ReportingRevision } from '../reporting';

interface ReportingRead {
  readonly revisions: readonly Pick<ReportingRevision, 'seq' | 'doc'>[];
  readonly compared: readonly ComparedRecord[];
  readonly problems: readonly Problem[];
}

/** Reads what reports are to go by in a file; fields that the project does not have are told. */
export function readReporting(
  carried: ReportingFields | undefined,
  here: ReportingRevision | undefined,
  fieldOf: KnownFields,
): ReportingRead {
  if (!carried) return { revisions: [], compared: [], problems: [] };
  const doc = { ...carried, id: REPORTING } as const;
  const isSame = here !== undefined && canonical(here.doc) === canonical(doc);
  return {
    revisions: isSame ? [] : [{ seq: (here?.seq ?? 0) + 1, doc }],
    compared: [
      { kind: 'reporting', id: REPORTING, name: '', what: isSame ? 'same' : here ? 'changed' : 'new' },
    ],
    problems: reportingProblems(carried, 'reporting', fieldOf),
  };
}
