import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { isRealistic, realismOf, report } from '../bench/realism-check';

const root = path.resolve(__dirname, '../..');
const sample = path.join(root, 'test/site/sample/incidents.csv.gz');
const [header = '', first = ''] = gunzipSync(readFileSync(sample)).toString().split('\n', 2);
const columns = header.split(',');

const folder = mkdtempSync(path.join(tmpdir(), 'realism-'));
afterAll(() => rmSync(folder, { recursive: true }));

type Row = Readonly<Record<string, string>>;

/** Rows of an incident opened on 1 March at midnight; every hour counts. */
const opened: Row = { opened_at: '2016-03-01T00:00', sys_updated_at: '2016-03-01T00:00' };
const hour = (hours: number): string =>
  new Date(Date.UTC(2016, 2, 1, 0, Math.round(hours * 60))).toISOString().slice(0, 16);

const P1 = '1 - Critical';
const P3 = '3 - Moderate';
const P4 = '4 - Low';

interface Course {
  readonly priority: string;
  readonly closedAfter: number;
  readonly madeSla: boolean;
  /** What happens between, by the hour. */
  readonly between?: readonly (readonly [hour: number, row: Row])[];
}

let lastNumber = 0;

function incident({ priority, closedAfter, madeSla, between = [] }: Course): Row[] {
  lastNumber += 1;
  const own: Row = {
    number: `INC${String(lastNumber).padStart(7, '0')}`,
    made_sla: 'true',
    closed_at: hour(closedAfter),
    priority,
  };
  let row: Row = { ...opened, ...own };
  const rows = [row, ...between.map(([at, more]) => (row = { ...row, sys_updated_at: hour(at), ...more }))];
  const end = { incident_state: 'Closed', made_sla: String(madeSla), sys_updated_at: hour(closedAfter) };
  return [...rows, { ...row, ...end }];
}

function log(...incidents: readonly (readonly Row[])[]): string {
  const base = Object.fromEntries(first.split(',').map((value, index) => [columns[index] ?? '', value]));
  const lines = incidents.flat().map((row) => columns.map((column) => row[column] ?? base[column]).join(','));
  const file = path.join(folder, `log-${lastNumber}.csv`);
  writeFileSync(file, `${[header, ...lines].join('\n')}\n`);
  return file;
}

const figures = async (file: string): Promise<unknown> =>
  (await realismOf(file)).agreements.map(({ goal, agreed, judged }) => [goal, agreed, judged]);

describe('an incident agrees with its log', () => {
  it.each<[string, Course, [p3: boolean[], p4: boolean[]]]>([
    ['P3 in 217.5 h', { priority: P3, closedAfter: 217.5, madeSla: true }, [[true], []]],
    ['P3 a minute later', { priority: P3, closedAfter: 217.52, madeSla: true }, [[false], []]],
    ['P3 too late, and so told', { priority: P3, closedAfter: 300, madeSla: false }, [[true], []]],
    ['P4 in 489.6 h', { priority: P4, closedAfter: 489.6, madeSla: true }, [[], [true]]],
    ['P4 a minute later', { priority: P4, closedAfter: 489.62, madeSla: true }, [[], [false]]],
    [
      'P1 that became P3, whose hours as P1 count',
      { priority: P1, closedAfter: 220, madeSla: false, between: [[10, { priority: P3 }]] },
      [[true], []],
    ],
    [
      'P3 that became P4 in time',
      { priority: P3, closedAfter: 400, madeSla: true, between: [[100, { priority: P4 }]] },
      [[], [true]],
    ],
    [
      'P3 that became P4 when it was late already, which nothing mends',
      { priority: P3, closedAfter: 400, madeSla: false, between: [[300, { priority: P4 }]] },
      [[], [true]],
    ],
    [
      'P4 that became P3 only with its closing',
      { priority: P4, closedAfter: 300, madeSla: false, between: [[300, { priority: P3 }]] },
      [[], [false]],
    ],
    [
      'P3 that waited for its caller, which stops no clock',
      {
        priority: P3,
        closedAfter: 300,
        madeSla: false,
        between: [
          [1, { incident_state: 'Awaiting User Info' }],
          [299, { incident_state: '-100' }],
        ],
      },
      [[true], []],
    ],
    [
      'P3 that was closed before and reopened',
      {
        priority: P3,
        closedAfter: 300,
        madeSla: false,
        between: [
          [20, { incident_state: 'Closed' }],
          [250, { incident_state: 'Active' }],
        ],
      },
      [[true], []],
    ],
  ])('%s', async (_what, course, [p3, p4]) => {
    const told = (agree: boolean[]): number[] => [agree.filter(Boolean).length, agree.length];
    expect(await figures(log(incident(course)))).toEqual([
      ['P3', ...told(p3)],
      ['P4', ...told(p4)],
    ]);
  });
});

describe('the report', () => {
  it('says what was judged, what was not, what was left out and why, and the verdict', async () => {
    const unclosed = incident({ priority: P3, closedAfter: 5, madeSla: true }).map((row) => ({
      ...row,
      closed_at: '?',
    }));
    const before = incident({ priority: P3, closedAfter: -5, madeSla: true }).slice(0, 1);
    const [early, late] = incident({ priority: P4, closedAfter: 5, madeSla: true });
    const twice = incident({ priority: P3, closedAfter: 5, madeSla: true });
    const twoEnds = [twice[0]!, { ...twice[1]!, closed_at: hour(6) }];
    const file = log(
      incident({ priority: P3, closedAfter: 100, madeSla: true }),
      incident({ priority: P3, closedAfter: 100, madeSla: false }),
      incident({ priority: P3, closedAfter: 300, madeSla: false }),
      incident({ priority: P1, closedAfter: 1, madeSla: true }),
      unclosed,
      before,
      [late!, early!],
      twoEnds,
    );
    const realism = await realismOf(file);
    expect(isRealistic(realism)).toBe(false);
    const [, , ...told] = report(file, realism);
    expect(told).toEqual([
      'P3: 66.67 % of 3 agree with made_sla',
      'P4: no incident in this file has this priority when it is closed, so there is nothing to judge',
      'P1: 1 not judged, since the log’s target is not known',
      'Left out: 1 with rows that are not in order of time',
      expect.stringMatching(/^ {2}Line 14, column sys_updated_at: .* comes before /),
      'Left out: 1 without closed_at',
      expect.stringMatching(/^ {2}Line 11: INC/),
      'Left out: 1 closed before they were opened',
      expect.stringMatching(/^ {2}Line 12: INC/),
      'Left out: 1 whose rows name several opened_at or closed_at',
      expect.stringMatching(/^ {2}Line 16: INC/),
      'Failed: P3 agrees on less than 97.5 %.',
    ]);
  });

  it('passes at the bounds, and on a priority that the file does not have', () => {
    const of = (p3: number, p4: [agreed: number, judged: number]): boolean =>
      isRealistic({
        incidents: 0,
        notJudged: new Map(),
        leftOut: new Map(),
        agreements: [
          { goal: 'P3', atLeast: 97.5, agreed: p3, judged: 1_000 },
          { goal: 'P4', atLeast: 99, agreed: p4[0], judged: p4[1] },
        ],
      });
    expect([of(975, [99, 100]), of(975, [0, 0])]).toEqual([true, true]);
    expect([of(974, [99, 100]), of(975, [98, 100])]).toEqual([false, false]);
  });
});

describe('the command', () => {
  /** As npm runs it: in the project's folder, with the shell's folder beside. */
  const run = (shellFolder: string, ...args: string[]) => {
    const env = { ...process.env, npm_lifecycle_event: 'realism', INIT_CWD: shellFolder };
    const tool = ['test/support/tool.mjs', 'test/bench/realism.ts', ...args];
    return spawnSync(process.execPath, tool, { cwd: root, env, encoding: 'utf8' });
  };

  it('finds that our verdicts are those of the sample, often enough', () => {
    const { status, stdout, stderr } = run(path.dirname(sample), path.basename(sample));
    expect(stderr).toBe('');
    expect(stdout.split('\n')).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^12375 incidents of incidents\.csv\.gz, times read as UTC/),
        'P3: 97.86 % of 11661 agree with made_sla',
        'P4: 99.46 % of 373 agree with made_sla',
        'Passed: P3 at least 97.5 %, P4 at least 99 %.',
      ]),
    );
    expect(status).toBe(0);
  }, 60_000);

  it('fails when they are not', () => {
    const { status, stdout } = run(root, log(incident({ priority: P4, closedAfter: 5, madeSla: false })));
    expect(stdout).toContain('P4: 0.00 % of 1 agree with made_sla');
    expect(stdout).toContain('Failed: P4 agrees on less than 99 %.');
    expect(status).toBe(1);
  }, 60_000);

  it.each<[string, () => string[], RegExp]>([
    ['no file is named', () => [], /^Name one incident log: npm run realism -- /],
    ['the file is not there', () => ['none.csv.gz'], /none\.csv\.gz is not there\. Check the path/],
    ['the file is no log', () => [__filename], /^Line 1: expected the names of the columns/],
    [
      'there is nothing to judge',
      () => [log(incident({ priority: P1, closedAfter: 5, madeSla: true }))],
      /^Nothing was judged\. Name a log/,
    ],
  ])(
    'cannot tell when %s',
    (_what, args, message) => {
      const { status, stderr } = run(folder, ...args());
      expect(stderr).toMatch(message);
      expect(status).toBe(2);
    },
    60_000,
  );
});
