import { readdirSync } from 'node:fs';
import path from 'node:path';
import { runCases } from '../../cases/runner/command';

const folder = path.resolve(__dirname, '../../cases');
const files = readdirSync(folder).filter((file) => file.endsWith('.json'));

describe('our own cases', () => {
  it.each(files)('of %s are answered as worked out by hand', (file) => {
    const { out, err, exitCode } = runCases([file], folder);
    expect([...err, ...out.slice(0, -2)]).toEqual([]);
    expect(exitCode).toBe(0);
  });

  it('are some hundreds', () => {
    const { out } = runCases(files, folder);
    const passed = Number(out.at(-1)?.split(' ')[0]);
    expect(passed).toBeGreaterThanOrEqual(500);
  });
});
