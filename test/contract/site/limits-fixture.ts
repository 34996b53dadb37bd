import { createClock, type ManagedClock } from '../../site/clock';
import { createFaults } from '../../site/forge/faults';
import { createFunctionLog, type FunctionLog } from '../../site/forge/function-log';
import type { Invocation } from '../../site/forge/invocation';
import { readManifest } from '../../site/forge/manifest';
import { createPace } from '../../site/forge/pace';
import { createQueue, type Queue } from '../../site/forge/queue';
import { createWork } from '../../site/forge/work';
import type { ForgeOptions } from '../../site/forge/forge';
import { APP, START, startSite, type Site } from './forge-fixture';

/** A site on a machine whose time passes only when a test says so, for as long as `run` takes. */
export async function onSite(
  run: (site: Site, machine: { now: number }) => Promise<void>,
  options: Partial<ForgeOptions> = {},
): Promise<void> {
  const machine = { now: 0 };
  const site = await startSite({ machineNow: () => machine.now, ...options });
  try {
    await run(site, machine);
  } finally {
    await site.close();
  }
}

interface QueueBench {
  readonly queue: Queue;
  readonly clock: ManagedClock;
  readonly log: FunctionLog;
  /** When, after the start, and with what the consumer ran. */
  readonly runs: { readonly afterMs: number; readonly payload: unknown }[];
  /** Status of one push of one event by this invocation. */
  push(by: Invocation, at?: number): number;
  settled(): Promise<void>;
}

export const SOMEBODY: Invocation = {
  kind: 'resolver',
  functionKey: 'resolver',
  moduleKey: 'panel',
  moduleType: 'jira:issueContext',
  accountId: 'ann',
  payload: {},
};

/** A queue whose consumer does as told, without a process. */
export function queueBench(consume: (bench: QueueBench, invocation: Invocation) => unknown): QueueBench {
  const clock = createClock({ start: START, rate: 0 });
  const pace = createPace(clock, () => 0);
  const log = createFunctionLog(clock);
  const work = createWork(clock);
  const runs: QueueBench['runs'] = [];
  const functions = {
    stats: { processes: 0, invocations: 0, running: 0 },
    async invoke(invocation: Invocation) {
      runs.push({ afterMs: clock.now() - START, payload: invocation.payload });
      return consume(bench, invocation);
    },
    end: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
  const manifest = readManifest(APP);
  const queue = createQueue({ manifest, functions, clock, work, log, faults: createFaults(clock), pace });
  let jobs = 0;
  const bench: QueueBench = {
    queue,
    clock,
    log,
    runs,
    push(by, at = 0) {
      const request = { queueName: 'worker', jobId: `job-${(jobs += 1)}`, payload: [{ body: {} }] };
      return queue.publish(request, by, at).status;
    },
    settled: () => work.settled(),
  };
  return bench;
}
