import type { SiteClock } from '../seams';
import { FunctionFailure } from './function-process';
import type { Functions } from './functions';
import type { Installation } from './installation';

/** A version of the app's functions that is deployed. */
export interface Release {
  /** Folder of what the bundler emitted. */
  readonly bundleDir: string;
  /** A major version: only these are told to the app. Default: a minor one. */
  readonly isMajor?: boolean;
  /** For so long, in milliseconds of the site, functions run in the version before just as often. Default: 0. */
  readonly overlapMs?: number;
}

/** The app's functions in the version that is deployed, or, while another one takes its place, in both. */
export interface Releases extends Functions {
  deploy(release: Release): void;
  /** Ends what runs. What is invoked later starts anew. */
  end(why: string): Promise<void>;
}

export function createReleases(
  clock: Pick<SiteClock, 'now'>,
  installation: Pick<Installation, 'release'>,
  functionsOf: (bundleDir: string) => Functions,
): Releases {
  const all: Functions[] = [];
  let [current, former]: readonly (Functions | undefined)[] = [];
  let overlapsUntil = -Infinity;
  let turn = 0;

  function next(): Functions {
    if (current === undefined) throw new FunctionFailure('refused', 'Nothing is deployed');
    const isBoth = former !== undefined && clock.now() < overlapsUntil;
    return isBoth && (turn += 1) % 2 === 0 ? (former ?? current) : current;
  }

  const sum = (of: (stats: Functions['stats']) => number): number =>
    all.reduce((total, { stats }) => total + of(stats), 0);

  return {
    deploy({ bundleDir, isMajor = false, overlapMs = 0 }) {
      if (current !== undefined) installation.release(isMajor);
      former = current;
      current = functionsOf(bundleDir);
      all.push(current);
      overlapsUntil = clock.now() + overlapMs;
    },
    invoke: (invocation) => next().invoke(invocation),
    get stats() {
      return {
        processes: sum(({ processes }) => processes),
        invocations: sum(({ invocations }) => invocations),
        running: sum(({ running }) => running),
      };
    },
    async end(why) {
      await Promise.all(all.map((one) => one.end(why)));
    },
    async close() {
      await Promise.all(all.map((one) => one.close()));
    },
  };
}
