import type { FieldId } from '../timer/history';

export const REPORTING = 'reporting';

/** Which fields of a project's issues say what reports tell timers apart by (R1), beside those that every issue has. */
export interface ReportingFields {
  /** Who is served, such as the organisations of a request. */
  readonly customer?: FieldId;
  /** Which group works on the issue. */
  readonly team?: FieldId;
}

/** There is one record of it, with this id. */
export interface Reporting extends ReportingFields {
  readonly id: typeof REPORTING;
}
