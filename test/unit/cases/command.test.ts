import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { runCases } from '../../cases/runner/command';
import { asked, fileWith, monday } from './support';

const right = JSON.stringify(
  fileWith({ cases: [asked('isWorking', { at: monday('12:00'), expect: true })] }),
);
const oneBad = JSON.stringify(
  fileWith({
    cases: [
      asked('isWorking', { at: monday('12:00'), expect: true, colour: 1 }),
      asked('isWorking', { at: monday('12:00'), expect: true }),
    ],
  }),
);
const wrong = right.replace('"expect":true', '"expect":false');

describe('npm run cases', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'cases-'));
    writeFileSync(path.join(folder, 'right.json'), right);
    writeFileSync(path.join(folder, 'marked.json'), `\uFEFF${right}`);
    writeFileSync(path.join(folder, 'wrong.json'), wrong);
    writeFileSync(path.join(folder, 'packed.json.gz'), gzipSync(right));
    writeFileSync(path.join(folder, 'bad.json'), right.replace('"calendars"', '"colours"'));
    writeFileSync(path.join(folder, 'one-bad.json'), oneBad);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('prints what failed, the counts of each file, and those of all', () => {
    expect(runCases(['right.json', 'wrong.json'], folder)).toEqual({
      out: [
        'right.json: 1 passed, 0 failed, 0 quirk',
        'FAIL wrong.json x isWorking: expected false, got true',
        'wrong.json: 0 passed, 1 failed, 0 quirk',
        '1 passed, 1 failed',
      ],
      err: [],
      exitCode: 1,
    });
  });

  it('reads packed and marked files too, by paths from anywhere, and ends with 0 when nothing failed', () => {
    const files = ['packed.json.gz', 'marked.json', path.join(folder, 'right.json')];
    const { out, exitCode } = runCases(files, folder);
    expect(out.at(-1)).toBe('3 passed, 0 failed');
    expect(exitCode).toBe(0);
  });

  it('says where a file is not in the format, judges the others, and ends with 2', () => {
    const { out, err, exitCode } = runCases(['bad.json', 'wrong.json'], folder);
    expect(err).toEqual([expect.stringMatching(/^bad\.json: colours/)]);
    expect(out.at(-1)).toBe('0 passed, 1 failed');
    expect(exitCode).toBe(2);
  });

  it('judges the other items of a file with one that is not in the format, which fails, and ends with 2', () => {
    const { out, err, exitCode } = runCases(['one-bad.json'], folder);
    expect(err).toEqual(['one-bad.json: cases[0].colour: unknown key']);
    expect(out).toEqual([
      'FAIL one-bad.json x format: expected an item in the format, got cases[0].colour: unknown key',
      'one-bad.json: 1 passed, 1 failed, 0 quirk',
      '1 passed, 1 failed',
    ]);
    expect(exitCode).toBe(2);
  });

  it.each([[['absent.json']], [[]], [['--yaml', 'right.json']]])(
    'ends with 2 when it is given %j',
    (args) => {
      const { err, exitCode } = runCases(args, folder);
      expect(err).not.toEqual([]);
      expect(exitCode).toBe(2);
    },
  );

  it('prints the same as JSON', () => {
    const { out, exitCode } = runCases(['--json', 'wrong.json', 'bad.json'], folder);
    expect(JSON.parse(out.join('\n'))).toEqual({
      files: [
        {
          file: 'wrong.json',
          passed: 0,
          failed: 1,
          quirk: 0,
          failures: [{ id: 'x', what: 'isWorking', expected: 'false', got: 'true' }],
        },
        { file: 'bad.json', problems: [expect.stringContaining('colours')] },
      ],
      passed: 0,
      failed: 1,
    });
    expect(exitCode).toBe(2);
  });

  it('takes paths from where the shell stands, and hands its exit code on', () => {
    const tool = path.resolve(__dirname, '../../support/tool.mjs');
    const { stdout, status } = spawnSync(process.execPath, [tool, 'test/cases/run.ts', 'wrong.json'], {
      cwd: path.resolve(__dirname, '../../..'),
      env: { ...process.env, npm_lifecycle_event: 'cases', INIT_CWD: folder },
      encoding: 'utf8',
    });
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('0 passed, 1 failed');
    expect(status).toBe(1);
  });
});
