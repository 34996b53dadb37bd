import { createClock } from './clock';
import type { ManagedClock } from './clock';
import { createForge } from './forge/forge';
import type { ForgeOptions, KeptForge, RunningForge } from './forge/forge';
import { createJira } from './jira/jira';
import type { JiraOptions, JiraSite } from './jira/jira';
import { scopesOf } from './jira/rest/api';
import { Store } from './jira/store';
import type { Progress } from './progress';
import { sampleZone } from './sample/days';
import { appUser } from './sample/people';
import type { SiteIdentity } from './seams';

/** What every part of a site is made with. */
export interface Ground {
  /** The app's folder. */
  readonly root: string;
  readonly bundleDir: string;
  readonly identity: SiteIdentity;
  readonly progress: Progress;
  /** Keeps problems of scheduled tasks off the console. */
  readonly quiet: boolean;
  readonly eventDelayMs?: ForgeOptions['eventDelayMs'] | undefined;
  readonly quota?: ForgeOptions['quota'] | undefined;
  readonly searchLagMs?: JiraOptions['searchLagMs'] | undefined;
  readonly onExchange?: JiraOptions['onExchange'] | undefined;
}

/** A Jira on its clock. */
export interface RunningJira {
  readonly clock: ManagedClock;
  readonly jira: JiraSite;
}

/** With the app installed. */
export interface Running extends RunningJira {
  readonly forge: RunningForge;
}

/** A Jira whose clock stands at `start`. */
export function startJira(ground: Ground, start: number, store = new Store(appUser.accountId)): RunningJira {
  const { identity, searchLagMs, onExchange } = ground;
  const clock = createClock({ start, rate: 0, ...(ground.quiet ? { report: () => undefined } : {}) });
  const given = {
    ...(searchLagMs === undefined ? {} : { searchLagMs }),
    ...(onExchange === undefined ? {} : { onExchange }),
  };
  return { clock, jira: createJira({ store, clock, identity, timeZone: sampleZone, ...given }) };
}

/** @param kept What the app has left there when it is installed already. */
export function startForge(ground: Ground, on: RunningJira, kept?: KeptForge): Promise<RunningForge> {
  const { root, bundleDir, identity, eventDelayMs, quota } = ground;
  return createForge({
    root,
    bundleDir,
    identity,
    scopesOf,
    ...on,
    ...(eventDelayMs === undefined ? {} : { eventDelayMs }),
    ...(quota === undefined ? {} : { quota }),
    ...(kept === undefined ? {} : { kept }),
  });
}

export async function stop({ forge, clock }: Running): Promise<void> {
  await forge.close();
  clock.close();
}
