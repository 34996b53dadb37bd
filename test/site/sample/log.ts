import { CsvError, parse } from 'csv-parse';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { checkHeader, LogError, parseRow, type LogRow } from './log-row';

export { LogError, priorities, states, unnamedState, type LogRow } from './log-row';

/** The rows of one incident, in the order of the log. */
export type Incident = readonly [LogRow, ...LogRow[]];

export interface Log {
  /** Each with its rows in order of time. */
  readonly incidents: readonly Incident[];
  /** Incidents whose rows are not, by number, and what is wrong with them. */
  readonly disordered: ReadonlyMap<string, string>;
}

/**
 * The first `most` incidents of a log; reads no further than it must.
 * @throws LogError for a log that is not there, is cut off, is empty, has other columns or holds what it should not.
 */
export async function readIncidents(file: string, most: number): Promise<Incident[]> {
  const { incidents, disordered } = await readLog(file, most);
  for (const problem of disordered.values()) throw new LogError(problem);
  return [...incidents];
}

/**
 * As {@link readIncidents}, for readers who can do without incidents whose times go backwards.
 * @param file CSV in UTF-8, gzipped or plain: its first bytes tell.
 */
export async function readLog(file: string, most = Infinity): Promise<Log> {
  const collector = new Collector(most);
  let line = 0;
  try {
    for await (const record of recordsOf(file)) {
      if (line === 0) checkHeader(record);
      else if (!collector.add(parseRow(record, line + 1))) break;
      line += 1;
    }
  } catch (error) {
    throw readable(error, file, line);
  }
  if (line === 0) throw new LogError(`${file} is empty. Name a log, such as the sample’s incidents.csv.gz.`);
  return collector.log();
}

/** No line of the log is nearly as long: a quote has lost its partner, or this is no text. */
const LONGEST_RECORD = 65_536;

async function* recordsOf(file: string): AsyncGenerator<readonly string[], void, void> {
  const opened = await open(file);
  try {
    const start = Buffer.alloc(2);
    await opened.read(start, 0, 2, 0);
    const bytes = opened.createReadStream({ start: 0, autoClose: false });
    const records = parse({ relax_column_count: true, bom: true, max_record_size: LONGEST_RECORD });
    // An error anywhere on the way comes out of the last stream; that nobody reads on is none.
    const ended = (): void => undefined;
    const isGzip = start[0] === 0x1f && start[1] === 0x8b;
    if (isGzip) pipeline(bytes, createGunzip(), records, ended);
    else pipeline(bytes, records, ended);
    yield* records as AsyncIterable<readonly string[]>;
  } finally {
    await opened.close();
  }
}

class Collector {
  private readonly incidents = new Map<string, [LogRow, ...LogRow[]]>();
  private readonly disordered = new Map<string, string>();
  private current = '';

  constructor(private readonly most: number) {}

  /** False when the row begins an incident too many. */
  add(row: LogRow): boolean {
    const known = this.incidents.get(row.number);
    if (!known) {
      if (this.incidents.size === this.most) return false;
      this.incidents.set(row.number, [row]);
    } else {
      this.addTo(known, row);
    }
    this.current = row.number;
    return true;
  }

  log(): Log {
    if (this.incidents.size === 0) {
      throw new LogError('The log has a header and no rows. Add rows from line 2 on.');
    }
    const incidents = [...this.incidents.values()].filter(([{ number }]) => !this.disordered.has(number));
    return { incidents, disordered: this.disordered };
  }

  private addTo(rows: [LogRow, ...LogRow[]], row: LogRow): void {
    const last = rows.at(-1) ?? rows[0];
    const { line, number, updatedAt } = row;
    if (number !== this.current) {
      throw new LogError(
        `Line ${line}, column number: ${number} has rows further up, to line ${last.line}. Put them together.`,
      );
    }
    if (updatedAt < last.updatedAt && !this.disordered.has(number)) {
      this.disordered.set(
        number,
        `Line ${line}, column sys_updated_at: ${updatedAt} comes before ${last.updatedAt} of line ${last.line}. ` +
          `Put the rows of ${number} in order of time.`,
      );
    }
    rows.push(row);
  }
}

const openingFails: Readonly<Record<string, string>> = {
  ENOENT: 'is not there. Check the path.',
  EISDIR: 'is a folder. Name a file in it.',
  EACCES: 'may not be read by you. Ask for the right to read it.',
  EPERM: 'may not be read by you. Ask for the right to read it.',
};

/** @param line the last one that was read. */
function readable(error: unknown, file: string, line: number): unknown {
  if (error instanceof LogError) return error;
  const fail = (message: string): LogError => new LogError(message, { cause: error });
  if (error instanceof CsvError) return fail(csvProblem(error));
  const { code = '', message } = error as NodeJS.ErrnoException;
  const fix = openingFails[code];
  if (fix !== undefined) return fail(`${file} ${fix}`);
  const where = line === 0 ? '' : ` after line ${line}`;
  const again = 'Fetch the file again from where it came from.';
  if (code === 'Z_BUF_ERROR') return fail(`${file} is cut off${where}: its gzip has no end. ${again}`);
  if (code.startsWith('Z_')) return fail(`${file} is corrupt${where}: ${message}. ${again}`);
  return fail(`${file} cannot be read${where}: ${message}. Check that it is a file.`);
}

/** Every record is a line, up to the one that failed. */
function csvProblem({ code, records }: CsvError & { readonly records?: number }): string {
  const where = `Line ${(records ?? 0) + 1}`;
  return code === 'CSV_MAX_RECORD_SIZE'
    ? `${where}: longer than ${LONGEST_RECORD} characters. Close its quotes, or check that the file is CSV.`
    : `${where}: a quote (") stands alone or inside a value. Write it twice in a quoted value, or check that the file is CSV.`;
}
