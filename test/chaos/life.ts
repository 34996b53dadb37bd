import { stop, type Running } from '../site/running';
import { bundleDir } from './opening';
import { People } from './people';
import { remainsOf, type Remains } from './remains';
import { SCRIPT_MS, type Act } from './script';
import type { Gust } from './storm';

const HOUR = 3_600_000;
/** From the opening, when all that was disturbed must be in order again: the hourly look and the daily check have run. */
const ALL_MS = 6 * HOUR;

/** Lives through a script on a site, then through hours of calm, and says what remains. The site is gone then. */
export async function live(site: Running, acts: readonly Act[], storm: readonly Gust[]): Promise<Remains> {
  try {
    const opening = site.clock.now();
    await liveThrough(site, acts, storm);
    return remainsOf(site, opening);
  } finally {
    await stop(site);
  }
}

async function liveThrough(site: Running, acts: readonly Act[], storm: readonly Gust[]): Promise<void> {
  const { clock, forge } = site;
  const opening = clock.now();
  const people = new People(site);
  const gusts = [...storm];
  for (const { at, deed } of acts) {
    await blow(site, opening, gusts, at);
    await clock.moveTo(opening + at);
    // Who publishes tries until it works: when that is, is not what is looked at here.
    if (deed.kind === 'publish') forge.faults.clear();
    await people.do(deed);
  }
  await blow(site, opening, gusts, SCRIPT_MS);
  await clock.moveTo(opening + SCRIPT_MS);
  forge.faults.clear();
  await clock.moveTo(opening + ALL_MS);
  await forge.settled();
}

/** Lets begin to go wrong what does until `at`. */
async function blow(site: Running, opening: number, gusts: Gust[], at: number): Promise<void> {
  for (let gust = gusts[0]; gust && gust.at <= at; gust = gusts[0]) {
    gusts.shift();
    await site.clock.moveTo(opening + gust.at);
    if ('rule' in gust) site.forge.faults.add(gust.rule);
    else await site.forge.upgrade({ bundleDir, ...gust.upgrade });
  }
}
