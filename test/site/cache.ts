import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { isCode } from './listen';

export interface Cached<T> {
  /** Where entries are kept; made when it is not there. */
  readonly folder: string;
  /** The entry's file name, without a dot: the same for whatever would build the same. */
  readonly key: string;
  /** Makes the entry's bytes. */
  readonly build: () => Promise<Uint8Array>;
  /** @throws when the bytes are not what `build` makes; the entry is then built anew. */
  readonly read: (bytes: Uint8Array) => T;
  /** Called again and again while another process builds the entry. */
  readonly waiting?: () => void;
}

/** Entries that are kept, the newest. */
const MOST_ENTRIES = 2;
const LOOK_EVERY_MS = 300;
const ALIVE_EVERY_MS = 2000;
/** A builder that has not touched its lock for so long is gone, or hangs. */
const STALE_AFTER_MS = 60_000;
const CHECKSUM_BYTES = 32;

/**
 * What the folder holds under the key, or what is built now and kept there. Of several processes one builds, the others wait.
 * An entry appears whole or not at all; one that cannot be read is built anew.
 */
export async function cached<T>(wanted: Cached<T>): Promise<T> {
  const { folder, key, build, read, waiting } = wanted;
  const file = join(folder, key);
  const lock = `${file}.lock`;
  await mkdir(folder, { recursive: true });
  for (;;) {
    const found = await entry(file, read);
    if (found !== undefined) return found.value;
    const release = await take(lock);
    if (release !== undefined) {
      try {
        // Another process may have ended between the look and the lock.
        const late = await entry(file, read);
        if (late !== undefined) return late.value;
        const bytes = await build();
        await keep(file, bytes);
        await removeOld(folder);
        return read(bytes);
      } finally {
        await release();
      }
    }
    waiting?.();
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

async function entry<T>(file: string, read: (bytes: Uint8Array) => T): Promise<{ value: T } | undefined> {
  const content = await readFile(file).catch(missing);
  if (content === undefined) return undefined;
  const bytes = content.subarray(CHECKSUM_BYTES);
  if (!checksum(bytes).equals(content.subarray(0, CHECKSUM_BYTES))) return undefined;
  try {
    const value = read(bytes);
    const now = new Date();
    // "Newest" means last used.
    await utimes(file, now, now);
    return { value };
  } catch {
    return undefined;
  }
}

async function keep(file: string, bytes: Uint8Array): Promise<void> {
  const temporary = `${file}.${randomUUID()}.tmp`;
  await writeFile(temporary, Buffer.concat([checksum(bytes), bytes]));
  await rename(temporary, file);
}

function checksum(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}

/** Undefined when somebody else has it. A lock that was left behind is removed: two builders at worst do the same work. */
async function take(lock: string): Promise<(() => Promise<void>) | undefined> {
  try {
    await writeFile(lock, String(process.pid), { flag: 'wx' });
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
    if (await isStale(lock)) await rm(lock, { force: true });
    return undefined;
  }
  const alive = setInterval(() => {
    const now = new Date();
    utimes(lock, now, now).catch(missing);
  }, ALIVE_EVERY_MS);
  alive.unref();
  return async () => {
    clearInterval(alive);
    await rm(lock, { force: true });
  };
}

async function isStale(lock: string): Promise<boolean> {
  const pid = Number(await readFile(lock, 'utf8').catch(missing));
  const touched = (await stat(lock).catch(missing))?.mtimeMs;
  if (touched === undefined) return false;
  // An empty lock is one that is being written.
  return Date.now() - touched > STALE_AFTER_MS || (pid > 0 && !isAlive(pid));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !isCode(error, 'ESRCH');
  }
}

async function removeOld(folder: string): Promise<void> {
  const files = await Promise.all(
    (await readdir(folder)).map(async (name) => {
      const file = join(folder, name);
      return { file, at: (await stat(file).catch(missing))?.mtimeMs ?? 0 };
    }),
  );
  const entries = files.filter(({ file }) => extname(file) === '').sort((a, b) => b.at - a.at);
  const abandoned = files.filter(
    ({ file, at }) => extname(file) === '.tmp' && Date.now() - at > STALE_AFTER_MS,
  );
  const unwanted = [...entries.slice(MOST_ENTRIES), ...abandoned];
  await Promise.all(unwanted.map(({ file }) => rm(file, { force: true })));
}

function missing(error: unknown): undefined {
  if (!isCode(error, 'ENOENT')) throw error;
}
