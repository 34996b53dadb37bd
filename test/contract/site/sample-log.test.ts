import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { readIncidents, readLog } from '../../site/sample/log';

const sample = join(__dirname, '../../site/sample/incidents.csv.gz');
const folder = mkdtempSync(join(tmpdir(), 'log-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The header, and 19 rows of four incidents. */
const lines = gunzipSync(readFileSync(sample)).toString().split('\n').slice(0, 20);
const [header = '', row = ''] = lines;
const text = `${lines.join('\n')}\n`;

function write(content: string | Buffer): string {
  const file = join(folder, 'log.csv');
  writeFileSync(file, content);
  return file;
}

const gzipped = gzipSync(text);
const csv = (...rows: string[]): string => rows.map((each) => `${each}\n`).join('');

function damaged(at: number): Buffer {
  const bytes = Buffer.from(gzipped);
  bytes[at] = bytes[at]! ^ 0xff;
  return bytes;
}

describe('the log', () => {
  it('gives incidents with their rows in order, and "?" as nothing', async () => {
    const [first, second, ...more] = await readIncidents(write(gzipped), 2);
    expect(more).toEqual([]);
    expect(first?.map(({ line, state }) => `${line} ${state}`)).toEqual([
      '2 New',
      '3 New',
      '4 Resolved',
      '5 Closed',
    ]);
    expect(first?.[0]).toMatchObject({
      number: 'INC0000066',
      updatedAt: '2016-02-29T08:18',
      assignedTo: null,
      priority: '3 - Moderate',
      resolvedAt: '2016-03-02T14:37',
      closedAt: '2016-03-07T15:00',
      madeSla: true,
    });
    expect(second?.[0].number).not.toBe('INC0000066');
  });

  it.each([
    ['gzipped', gzipped],
    ['plain', text],
    ['with a byte order mark', `\uFEFF${text}`],
    ['in UTF-16 that says so', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['with the line ends of Windows', text.replaceAll('\n', '\r\n')],
    ['without a line end at its end', text.trimEnd()],
  ])('is the same %s', async (_how, content) => {
    const incidents = await readIncidents(write(content), Infinity);
    expect([incidents.length, incidents.flat().length]).toEqual([4, 19]);
  });
});

describe('a file that is no log is refused with the place and the fix', () => {
  const cutRow = row.slice(0, 90);
  it.each<[string, string | Buffer, RegExp]>([
    ['nothing', '', /log\.csv is empty\. Name a log/],
    ['nothing, gzipped', gzipSync(''), /log\.csv is empty/],
    ['a header only', csv(header), /header and no rows\. Add rows from line 2 on/],
    ['gzip cut off', gzipped.subarray(0, -30), /cut off after line \d+: its gzip has no end\. Fetch/],
    ['gzip damaged in the middle', damaged(200), /log\.csv is corrupt.*Fetch the file again/],
    ['gzip with a wrong checksum', damaged(gzipped.length - 6), /log\.csv is corrupt.*Fetch/],
    ['another kind of archive', 'PK\u0003\u0004', /Line 1: expected the names of the columns/],
    ['columns that are separated otherwise', text.replaceAll(',', ';'), /Line 1: .*not separated by commas/],
    ['a last line cut off', text.slice(0, -100), /Line 20: 24 columns instead of 36\. The log may be cut/],
    ['a last value cut off', text.slice(0, -3), /Line 20, column closed_at: "2016-03-05T17:" cannot/],
    ['a row in the middle cut off', csv(header, row, cutRow, row), /Line 3: \d+ columns instead of 36/],
    ['a row with a comma too many', csv(header, row, `${row},`), /Line 3: 37 columns instead of 36/],
    ['an empty line', csv(header, row, '', row), /Line 3: 1 column instead of 36/],
    ['a quote that never ends', csv(header, row, `"${row}`), /Line 3: a quote .* stands alone/],
    ['a quote inside a value', csv(header, row.replace('Phone', 'Ph"one')), /Line 2: a quote/],
    ['a value over two lines', csv(header, row.replace('Phone', '"Ph\none"')), /Line 2, column contact_type/],
    ['a line without an end', csv(header, 'x'.repeat(70_000)), /Line 2: longer than 65536 characters/],
    ['Latin-1', Buffer.from(text.replace('Group', 'Grüppe'), 'latin1'), /Line 2, column assignment_group/],
    ['UTF-16 without a mark', Buffer.from(text, 'utf16le'), /Line 1: .*is not UTF-8 text/],
    ['UTF-16 the other way round', Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(), /is not UTF-8 text/],
    ['null bytes', text.replace('Phone', 'Ph\0ne'), /Line 2, column contact_type: "Ph\\u0000ne" is not/],
  ])('%s', async (_what, content, message) => {
    await expect(readIncidents(write(content), Infinity)).rejects.toThrow(message);
  });

  it.each<[string, string, RegExp]>([
    ['no file', join(folder, 'none.csv.gz'), /none\.csv\.gz is not there\. Check the path/],
    ['a folder', folder, /is a folder\. Name a file in it/],
    ['a path through a file', join(sample, 'x'), /ENOTDIR.*Check that it is a file/],
  ])('%s', async (_what, file, message) => {
    await expect(readIncidents(file, 300)).rejects.toThrow(message);
  });

  it('a file that somebody else owns', async () => {
    const denied = Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' });
    jest.spyOn(fs, 'open').mockRejectedValueOnce(denied);
    await expect(readIncidents(sample, 300)).rejects.toThrow(/may not be read by you\. Ask for the right/);
  });
});

describe('a header is refused that', () => {
  const renamed = header.replace('incident_state', 'state');
  it.each<[string, string, RegExp]>([
    ['lacks a column', header.replace('made_sla,', ''), /Line 1: without the column "made_sla"\. Write/],
    ['names one otherwise', renamed, /Line 1: without the column "incident_state"/],
    ['has one more in front', `row,${header}`, /Line 1, column 1: "row" is not a column of the log/],
    ['has one more at the end', `${header},x`, /Line 1, column 37: "x" is not a column of the log/],
    ['names one twice', `${header},closed_at`, /Line 1, column 37: "closed_at" is not/],
    [
      'has them in another order',
      header.replace('number,incident_state', 'incident_state,number'),
      /Line 1, column 1: expected "number", found "incident_state"/,
    ],
    ['is not there', row, /Line 1: expected the names of the columns, found "INC0000066"/],
  ])('%s', async (_what, first, message) => {
    await expect(readIncidents(write(csv(first, row)), 300)).rejects.toThrow(message);
  });
});

describe('a value is refused', () => {
  /** The second row with another value in a column. */
  const withValue = (column: string, value: string): string => {
    const cells = row.split(',');
    cells[header.split(',').indexOf(column)] = value;
    return csv(header, row, cells.join(','));
  };

  it.each<[column: string, value: string, wanted: RegExp]>([
    ['number', '0000066', /Write INC and seven digits/],
    ['incident_state', 'Lost', /Write one of: New, Active/],
    ['priority', '3', /Write one of: 1 - Critical/],
    ['made_sla', 'TRUE', /Write one of: true, false/],
    ['made_sla', '?', /Write one of: true, false/],
    ['opened_at', '', /Write a time as yyyy-mm-ddThh:mm/],
    ['opened_at', '29/02/2016 08:03', /Write a time/],
    ['opened_at', '2015-02-29T08:03', /Write a time/],
    ['opened_at', '2016-02-29T24:00', /Write a time/],
    ['sys_updated_at', '?', /Write a time/],
    ['closed_at', '2016-03-07', /Write a time/],
    ['resolved_at', 'null', /Write a time/],
    ['sys_updated_by', 'System', /Write a label that ends in a number/],
    ['caller_id', '', /Write a label, or \?/],
    ['assigned_to', '', /Write a value, or \?/],
  ])('%s: "%s"', async (column, value, wanted) => {
    const reading = readIncidents(write(withValue(column, value)), 300);
    await expect(reading).rejects.toThrow(
      `Line 3, column ${column}: ${JSON.stringify(value)} cannot be read`,
    );
    await expect(reading).rejects.toThrow(wanted);
  });
});

describe('rows of an incident', () => {
  it('are refused apart', async () => {
    const apart = csv(header, lines[1]!, lines[2]!, lines[6]!, lines[3]!);
    await expect(readIncidents(write(apart), 300)).rejects.toThrow(
      'Line 5, column number: INC0000066 has rows further up, to line 3. Put them together.',
    );
  });

  it('are refused out of their order of time, or left out for whoever can do without the incident', async () => {
    const file = write(csv(header, lines[1]!, lines[4]!, lines[3]!, lines[6]!));
    const message =
      'Line 4, column sys_updated_at: 2016-03-02T14:37 comes before 2016-03-07T15:00 of line 3. ' +
      'Put the rows of INC0000066 in order of time.';
    await expect(readIncidents(file, 300)).rejects.toThrow(message);
    const { incidents, disordered } = await readLog(file);
    expect(incidents).toHaveLength(1);
    expect([...disordered]).toEqual([['INC0000066', message]]);
  });
});
