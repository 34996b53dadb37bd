/** One event of the log. Times are wall clock to the minute, `yyyy-mm-ddThh:mm`; null where the log has "?". */
export interface LogRow {
  /** Where in the file the row stands; the header is line 1. */
  readonly line: number;
  readonly number: string;
  readonly state: string;
  readonly updatedAt: string;
  readonly updatedBy: string;
  readonly openedAt: string;
  readonly openedBy: string | null;
  /** The incident's own, the final ones also on early rows. */
  readonly resolvedAt: string | null;
  readonly closedAt: string | null;
  /** True until shown otherwise: the log decides when the incident is closed, so its last row counts. */
  readonly madeSla: boolean;
  readonly caller: string;
  readonly priority: string;
  readonly assignedTo: string | null;
  readonly assignmentGroup: string | null;
  readonly category: string | null;
  readonly subcategory: string | null;
  readonly symptom: string | null;
  readonly location: string | null;
  readonly configurationItem: string | null;
  readonly contactType: string | null;
  readonly impact: string | null;
  readonly urgency: string | null;
  /** Why it was closed, as the log numbers it; the final one also on early rows. */
  readonly closedCode: string | null;
}

/** The log cannot be read. The message says where, why, and what to do; line 1 is the header. */
export class LogError extends Error {
  override readonly name = 'LogError';
}

const header =
  'number,incident_state,active,reassignment_count,reopen_count,sys_mod_count,made_sla,caller_id,opened_by,opened_at,' +
  'sys_created_by,sys_created_at,sys_updated_by,sys_updated_at,contact_type,location,category,subcategory,u_symptom,' +
  'cmdb_ci,impact,urgency,priority,assignment_group,assigned_to,knowledge,u_priority_confirmation,notify,problem_id,rfc,' +
  'vendor,caused_by,closed_code,resolved_by,resolved_at,closed_at';
const columns = header.split(',');
const places: ReadonlyMap<string, number> = new Map(columns.map((column, index) => [column, index]));

export const unnamedState = '-100';
export const states: readonly string[] = [
  'New',
  'Active',
  'Awaiting User Info',
  'Awaiting Vendor',
  'Awaiting Problem',
  'Awaiting Evidence',
  'Resolved',
  'Closed',
];
export const priorities: readonly string[] = ['1 - Critical', '2 - High', '3 - Moderate', '4 - Low'];

/** @throws LogError unless the columns are the log's, in its order. */
export function checkHeader(record: readonly string[]): void {
  refuseOddText(record, () => 'Line 1');
  const [only = ''] = record;
  if (/^number[;\t|]/.test(only)) {
    throw new LogError('Line 1: the columns are not separated by commas. Export the log with commas.');
  }
  const missing = columns.filter((column) => !record.includes(column));
  if (missing.length === columns.length) {
    throw new LogError(
      `Line 1: expected the names of the columns, found ${shown(only)}. Begin the file with: ${header}`,
    );
  }
  const advice = `Write the header as: ${header}`;
  if (missing.length > 0) {
    throw new LogError(`Line 1: without the column ${missing.map(shown).join(', ')}. ${advice}`);
  }
  const at = record.findIndex((column, index) => columns[index] !== column);
  if (at < 0) return;
  const found = record[at] ?? '';
  if (columns[at] === undefined || !columns.includes(found)) {
    throw new LogError(`Line 1, column ${at + 1}: ${shown(found)} is not a column of the log. ${advice}`);
  }
  throw new LogError(`Line 1, column ${at + 1}: expected "${columns[at]}", found ${shown(found)}. ${advice}`);
}

/** @throws LogError for a row that holds what it should not. */
export function parseRow(record: readonly string[], line: number): LogRow {
  if (record.length !== columns.length) {
    throw new LogError(
      `Line ${line}: ${record.length} ${record.length === 1 ? 'column' : 'columns'} instead of ${columns.length}. ` +
        'The log may be cut off here, or a comma or a quote is missing or too many.',
    );
  }
  refuseOddText(record, (at) => `Line ${line}, column ${columns[at] ?? ''}`);
  const cell = new Cells(record, line);
  return {
    line,
    number: cell.matching('number', /^INC\d{7}$/, 'INC and seven digits'),
    state: cell.oneOf('incident_state', [...states, unnamedState]),
    updatedAt: cell.time('sys_updated_at'),
    updatedBy: cell.matching('sys_updated_by', /\d+$/, 'a label that ends in a number'),
    openedAt: cell.time('opened_at'),
    openedBy: cell.optional('opened_by'),
    resolvedAt: cell.optionalTime('resolved_at'),
    closedAt: cell.optionalTime('closed_at'),
    madeSla: cell.oneOf('made_sla', ['true', 'false']) === 'true',
    caller: cell.matching('caller_id', /\S/, 'a label, or ? when it is not known'),
    priority: cell.oneOf('priority', priorities),
    assignedTo: cell.optional('assigned_to'),
    assignmentGroup: cell.optional('assignment_group'),
    category: cell.optional('category'),
    subcategory: cell.optional('subcategory'),
    symptom: cell.optional('u_symptom'),
    location: cell.optional('location'),
    configurationItem: cell.optional('cmdb_ci'),
    contactType: cell.optional('contact_type'),
    impact: cell.optional('impact'),
    urgency: cell.optional('urgency'),
    closedCode: cell.optional('closed_code'),
  };
}

class Cells {
  constructor(
    private readonly record: readonly string[],
    private readonly line: number,
  ) {}

  matching(column: string, pattern: RegExp, wanted: string): string {
    const found = this.found(column);
    if (!pattern.test(found)) throw this.refusal(column, wanted);
    return found;
  }

  oneOf(column: string, values: readonly string[]): string {
    const found = this.found(column);
    if (!values.includes(found)) throw this.refusal(column, `one of: ${values.join(', ')}`);
    return found;
  }

  time(column: string): string {
    const found = this.found(column);
    if (!isTime(found)) throw this.refusal(column, 'a time as yyyy-mm-ddThh:mm, from the year 2000 on');
    return found;
  }

  optional(column: string): string | null {
    if (this.found(column) === '?') return null;
    return this.matching(column, /\S/, 'a value, or ? when it is not known');
  }

  optionalTime(column: string): string | null {
    return this.found(column) === '?' ? null : this.time(column);
  }

  private found(column: string): string {
    return this.record[places.get(column) ?? -1] ?? '';
  }

  private refusal(column: string, wanted: string): LogError {
    const found = shown(this.found(column));
    return new LogError(`Line ${this.line}, column ${column}: ${found} cannot be read. Write ${wanted}.`);
  }
}

const time = /^20\d{2}-(?:0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d$/;

/** Such a minute exists: not on the 30th of February. */
function isTime(text: string): boolean {
  const [, day = ''] = time.exec(text) ?? [];
  if (day === '') return false;
  return day <= '28' || new Date(`${text}Z`).toISOString().startsWith(text);
}

/** What is not UTF-8 comes with replacement characters, what is UTF-16 with null characters. */
function refuseOddText(record: readonly string[], where: (at: number) => string): void {
  const at = record.findIndex((cell) => /[\0\uFFFD\n]/.test(cell));
  if (at < 0) return;
  const found = record[at] ?? '';
  throw new LogError(
    found.includes('\n')
      ? `${where(at)}: ${shown(found)} goes on in the next line. Close its quotes, or remove the line break.`
      : `${where(at)}: ${shown(found)} is not UTF-8 text. Save the log as UTF-8, plain or gzipped.`,
  );
}

const LONGEST_SHOWN = 60;

/** Quoted, as much as a line of output takes, with what cannot be seen written out. */
function shown(text: string): string {
  const start = text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
  return JSON.stringify(start);
}
