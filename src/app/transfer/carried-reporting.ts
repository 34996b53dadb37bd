import type { KnownFields } from '../../domain/agreement/known-field';
import { REPORTING, type Reporting, type ReportingFields } from '../../domain/agreement/reporting';
import type { Problem } from '../../domain/problem';
import { reportingProblems, type ReportingRevision } from '../reporting';
import { carriedSingle, type SingleRead } from './carried-single';

type ReportingRead = SingleRead<'reporting', Reporting> & { readonly problems: readonly Problem[] };

/** Reads what reports are to go by in a file; fields that the project does not have are told. */
export function readReporting(
  carried: ReportingFields | undefined,
  here: ReportingRevision | undefined,
  fieldOf: KnownFields,
): ReportingRead {
  if (!carried) return { revisions: [], compared: [], problems: [] };
  return {
    ...carriedSingle('reporting', { ...carried, id: REPORTING }, here),
    problems: reportingProblems(carried, 'reporting', fieldOf),
  };
}
