import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cached } from '../../site/cache';
import type { Cached } from '../../site/cache';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cache-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

let built = 0;
function get(key: string, more: Partial<Cached<string>> = {}): Promise<string> {
  return cached({
    folder,
    key,
    build: () => Promise.resolve(Buffer.from(`built ${(built += 1)}`)),
    read: (bytes) => Buffer.from(bytes).toString(),
    ...more,
  });
}

it('builds what is not there, once', async () => {
  const first = await get('a');
  expect(await get('a')).toBe(first);
  expect(await get('b')).not.toBe(first);
  expect(readdirSync(folder).sort()).toEqual(['a', 'b']);
});

it.each([
  ['cut off', (bytes: Buffer) => bytes.subarray(0, -1)],
  ['changed in one bit', (bytes: Buffer) => Buffer.concat([bytes.subarray(0, -1), Buffer.from('?')])],
  ['empty', () => Buffer.alloc(0)],
])('an entry that is %s is built anew', async (_name, spoil) => {
  const first = await get('a');
  writeFileSync(join(folder, 'a'), spoil(readFileSync(join(folder, 'a'))));
  const second = await get('a');
  expect(second).not.toBe(first);
  expect(await get('a')).toBe(second);
});

it('an entry that no longer means anything is built anew', async () => {
  await get('a');
  let known = '';
  const again = await get('a', {
    build: () => Promise.resolve(Buffer.from((known = 'new format'))),
    read(bytes) {
      if (Buffer.from(bytes).toString() !== 'new format') throw new Error('old format');
      return 'understood';
    },
  });
  expect([again, known]).toEqual(['understood', 'new format']);
});

it('of two at the same time one builds, the other waits and says so', async () => {
  let waited = 0;
  let finish = (): void => undefined;
  let slow!: Promise<string>;
  await new Promise<void>((begun) => {
    slow = get('a', {
      async build() {
        begun();
        await new Promise<void>((resolve) => (finish = resolve));
        return Buffer.from('slow');
      },
    });
  });
  const build = jest.fn();
  const waiting = (): void => {
    waited += 1;
    if (waited === 1) finish();
  };
  const second = get('a', { build, waiting });
  expect(await Promise.all([slow, second])).toEqual(['slow', 'slow']);
  expect(build).not.toHaveBeenCalled();
  expect(readdirSync(folder)).toEqual(['a']);
});

it.each([
  ['a process that has ended', '2147483646', 0],
  ['a builder that hangs', String(process.pid), 120_000],
])('a lock of %s is taken over', async (_name, pid, ageMs) => {
  const lock = join(folder, 'a.lock');
  writeFileSync(lock, pid);
  const touched = new Date(Date.now() - ageMs);
  utimesSync(lock, touched, touched);
  expect(await get('a')).toMatch(/^built/);
  expect(readdirSync(folder)).toEqual(['a']);
});

it('a build that fails says why, leaves nothing behind and does not stand in the way of the next', async () => {
  await expect(get('a', { build: () => Promise.reject(new Error('no app')) })).rejects.toThrow('no app');
  expect(readdirSync(folder)).toEqual([]);
  expect(await get('a')).toMatch(/^built/);
});

it('keeps the two that were used last', async () => {
  const age = (key: string, minutes: number) => {
    const used = new Date(Date.now() - minutes * 60_000);
    utimesSync(join(folder, key), used, used);
  };
  await get('a');
  age('a', 20);
  await get('b');
  age('b', 10);
  await get('a');
  await get('c');
  expect(readdirSync(folder).sort()).toEqual(['a', 'c']);
});
