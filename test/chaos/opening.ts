import path from 'node:path';
import { createProgress } from '../site/progress';
import { stop, type Ground, type Running } from '../site/running';
import { readSaved, restoreSite, saveSite } from '../site/saved-site';
import { fillSite } from '../site/sample/fill';
import { readSample } from '../site/sample/sample';

const root = path.resolve(__dirname, '../..');
const INCIDENTS = 12;
/** The sample's site is filled long before; here the app is installed at two on a Tuesday afternoon. */
const FILLED = Date.parse('2026-11-17T20:00Z');
/** Office hours have begun in London, and the app's daily check comes in five hours. */
const OPENING = Date.parse('2026-11-18T09:00Z');

export const bundleDir = path.join(root, 'test/.cache/bundle');

const ground: Ground = {
  root,
  bundleDir,
  identity: { siteUrl: 'http://localhost', cloudId: '5ca1ab1e-0000-4000-8000-00000000c10d' },
  progress: createProgress(),
  quiet: true,
};

/** A site with the app on it, on a Wednesday morning; the function opens it anew each time it is called. */
export async function openingSite(): Promise<() => Promise<Running>> {
  const sample = await readSample(root, FILLED, INCIDENTS);
  const running = await fillSite(ground, { ...sample, opening: FILLED });
  try {
    await running.clock.moveTo(OPENING);
    await running.forge.settled();
    const image = saveSite(running);
    return () => restoreSite(ground, readSaved(image));
  } finally {
    await stop(running);
  }
}
