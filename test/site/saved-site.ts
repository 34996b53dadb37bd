import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import * as v from 'valibot';
import { cached } from './cache';
import type { KeptForge } from './forge/forge';
import { dumpStore, restoreStore } from './jira/store-dump';
import { startForge, startJira, stop } from './running';
import type { Ground, Running, RunningJira } from './running';
import { fillSite } from './sample/fill';
import type { Sample } from './sample/sample';
import { scheduleIncidents } from './sample/seed';

/** A change of what is saved, or how. */
const FORMAT = 2;

/** What is kept of a filled site. Events and functions under way are not in it: it is taken when there are none. */
const savedShape = v.strictObject({
  format: v.literal(FORMAT),
  /** Where the clock stood. */
  instant: v.number(),
  store: v.record(v.string(), v.unknown()),
  forge: v.strictObject({
    since: v.number(),
    sql: v.custom<Uint8Array>((value) => value instanceof Uint8Array),
    messages: v.array(v.custom<KeptForge['messages'][number]>((value) => typeof value === 'object')),
  }),
  /** What the app had asked for in vain until then. */
  unmodelled: v.array(v.string()),
});

type Saved = v.InferInput<typeof savedShape>;

/** A site that was saved, and runs on from there. */
export interface RestoredSite extends Running {
  readonly unmodelledBefore: readonly string[];
}

/** The filled site as an earlier start kept it in the folder; without such a one, the site is filled and kept first. */
export async function openSaved(folder: string, ground: Ground, sample: Sample): Promise<RestoredSite> {
  const { progress } = ground;
  const saved = await cached({
    folder,
    key: keyOf(ground, sample),
    build: () => fillAndSave(ground, sample),
    read: readSaved,
    waiting: () => progress.say('Another start fills the site: waiting for it'),
  });
  progress.say('Opening the filled site');
  return restoreSite(ground, saved, (on) => scheduleIncidents({ ...on, ...sample, after: saved.instant }));
}

async function fillAndSave(ground: Ground, sample: Sample): Promise<Uint8Array> {
  const running = await fillSite({ ...ground, eventDelayMs: undefined, quota: undefined }, sample);
  try {
    ground.progress.say('Keeping the filled site for the next start');
    return saveSite(running);
  } finally {
    await stop(running);
  }
}

/** To be called when nothing is under way. */
export function saveSite({ clock, jira, forge }: Running): Uint8Array {
  const { messages, ...kept } = forge.keep();
  const saved: Saved = {
    format: FORMAT,
    instant: clock.now(),
    store: dumpStore(jira.store),
    forge: { ...kept, messages: [...messages] },
    unmodelled: [...jira.unmodelled, ...forge.unmodelled()],
  };
  return serialize(saved);
}

/** @throws Error when these bytes are not what {@link saveSite} gives. */
export function readSaved(bytes: Uint8Array): Saved {
  return v.parse(savedShape, deserialize(bytes));
}

/** @param coming puts onto the clock what is to happen beside what the app does. */
export async function restoreSite(
  ground: Ground,
  saved: Saved,
  coming?: (on: RunningJira) => void,
): Promise<RestoredSite> {
  const on = startJira(ground, saved.instant, restoreStore(saved.store));
  coming?.(on);
  const forge = await startForge(ground, on, saved.forge);
  return { ...on, forge, unmodelledBefore: saved.unmodelled };
}

/** Changes whenever a filled site could come out differently. */
export function keyOf(
  { root, bundleDir }: Pick<Ground, 'root' | 'bundleDir'>,
  { opening, incidents }: Pick<Sample, 'opening' | 'incidents'>,
): string {
  const hash = createHash('sha256');
  hash.update(JSON.stringify([FORMAT, process.versions.v8, opening, incidents.length]));
  const sources = filesIn(join(root, 'test/site')).filter((file) => isSource(relative(root, file)));
  const others = ['manifest.yml', 'package-lock.json'].map((name) => join(root, name));
  for (const file of [...sources, ...others, ...filesIn(bundleDir)]) {
    const content = readFileSync(file);
    hash.update(JSON.stringify([relative(root, file), content.length])).update(content);
  }
  return hash.digest('hex').slice(0, 32);
}

/** Pages show the site and texts explain it: neither fills it. */
function isSource(path: string): boolean {
  return !path.startsWith(join('test', 'site', 'pages')) && !path.endsWith('.md');
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
