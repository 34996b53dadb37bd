import { parse } from 'csv-parse';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** One event of the log. Times are wall clock to the minute, `yyyy-mm-ddThh:mm`; null where the log has "?". */
export interface LogRow {
  readonly number: string;
  readonly state: string;
  readonly updatedAt: string;
  readonly updatedBy: string;
  readonly openedAt: string;
  readonly openedBy: string | null;
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
}

/** The rows of one incident, in the order of the log. */
export type Incident = readonly [LogRow, ...LogRow[]];

/** The log cannot be read. The message says where: line 1 is the header. */
export class LogError extends Error {}

const header =
  'number,incident_state,active,reassignment_count,reopen_count,sys_mod_count,made_sla,caller_id,opened_by,opened_at,' +
  'sys_created_by,sys_created_at,sys_updated_by,sys_updated_at,contact_type,location,category,subcategory,u_symptom,' +
  'cmdb_ci,impact,urgency,priority,assignment_group,assigned_to,knowledge,u_priority_confirmation,notify,problem_id,rfc,' +
  'vendor,caused_by,closed_code,resolved_by,resolved_at,closed_at';
const columns = header.split(',');

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

/**
 * The first `most` incidents of a gzipped log; reads no further than it must.
 * @throws LogError for a log that is not there, is cut off, is empty, has other columns or holds what it should not.
 */
export async function readIncidents(file: string, most: number): Promise<Incident[]> {
  const incidents: [LogRow, ...LogRow[]][] = [];
  let line = 0;
  try {
    for await (const record of recordsOf(file)) {
      line += 1;
      if (line === 1) checkHeader(record);
      else if (!addRow(incidents, parseRow(record, line), most)) break;
    }
  } catch (error) {
    throw readable(error, line);
  }
  if (line === 0) throw new LogError('The incident log is empty.');
  if (incidents.length === 0) throw new LogError('The incident log has a header and no rows.');
  return incidents;
}

/** An error anywhere on the way comes out of the loop over the records; leaving the loop early is none. */
function recordsOf(file: string): AsyncIterable<readonly string[]> {
  const records = parse({ bom: true, relax_column_count: true });
  return pipeline(createReadStream(file), createGunzip(), records, () => undefined);
}

/** False when the row begins an incident too many. */
function addRow(incidents: [LogRow, ...LogRow[]][], row: LogRow, most: number): boolean {
  const last = incidents.at(-1);
  if (last?.[0].number === row.number) {
    last.push(row);
    return true;
  }
  if (incidents.length === most) return false;
  incidents.push([row]);
  return true;
}

function checkHeader(record: readonly string[]): void {
  const at = columns.findIndex((column, index) => record[index] !== column);
  if (at >= 0) {
    throw new LogError(`Line 1, column ${at + 1}: expected "${columns[at]}", found "${record[at] ?? ''}".`);
  }
  if (record.length > columns.length)
    throw new LogError(`Line 1: ${record.length} columns instead of ${columns.length}.`);
}

function parseRow(record: readonly string[], line: number): LogRow {
  if (record.length !== columns.length) {
    throw new LogError(
      `Line ${line}: ${record.length} columns instead of ${columns.length}; the log may be cut off.`,
    );
  }
  const cell = (column: string): string => record[columns.indexOf(column)] ?? '';
  const refuse = (column: string): LogError =>
    new LogError(`Line ${line}, column ${column}: "${cell(column)}" cannot be read.`);
  const matching = (column: string, pattern: RegExp): string => {
    if (!pattern.test(cell(column))) throw refuse(column);
    return cell(column);
  };
  const oneOf = (column: string, values: readonly string[]): string => {
    if (!values.includes(cell(column))) throw refuse(column);
    return cell(column);
  };
  const optional = (column: string): string | null => (cell(column) === '?' ? null : matching(column, /\S/));
  const time = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d$/;
  return {
    number: matching('number', /^INC\d{7}$/),
    state: oneOf('incident_state', [...states, unnamedState]),
    updatedAt: matching('sys_updated_at', time),
    updatedBy: matching('sys_updated_by', /\d+$/),
    openedAt: matching('opened_at', time),
    openedBy: optional('opened_by'),
    caller: matching('caller_id', /\S/),
    priority: oneOf('priority', priorities),
    assignedTo: optional('assigned_to'),
    assignmentGroup: optional('assignment_group'),
    category: optional('category'),
    subcategory: optional('subcategory'),
    symptom: optional('u_symptom'),
    location: optional('location'),
    configurationItem: optional('cmdb_ci'),
    contactType: optional('contact_type'),
    impact: optional('impact'),
    urgency: optional('urgency'),
  };
}

function readable(error: unknown, line: number): unknown {
  const { code, message } = error as { code?: unknown; message?: unknown };
  if (code === 'ENOENT')
    return new LogError(`There is no incident log: ${String(message)}.`, { cause: error });
  if (code === 'Z_BUF_ERROR') {
    return new LogError(`The incident log is cut off after line ${line}.`, { cause: error });
  }
  if (typeof code === 'string' && code.startsWith('Z_')) {
    return new LogError('The incident log is corrupt or not gzipped.', { cause: error });
  }
  if (typeof code === 'string' && code.startsWith('CSV_')) {
    return new LogError(`The incident log is corrupt near line ${line + 1}: ${String(message)}`, {
      cause: error,
    });
  }
  return error;
}
