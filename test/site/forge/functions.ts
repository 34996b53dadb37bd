import type { ForgeLogLine, SiteClock } from '../seams';
import { pause, type Faults } from './faults';
import type { FunctionLog } from './function-log';
import { FunctionFailure, startProcess, timedOut, type FunctionProcess } from './function-process';
import type { Installation } from './installation';
import type { InvocationLimits } from './invocation-limits';
import { nameOf, runtimeFacts, type FunctionKind, type Invocation } from './invocation';
import { INVOKE_RESPONSE_BYTES } from './limits';
import { createLogLimit, type LogLimit } from './log-limit';
import type { AppFunction, Manifest } from './manifest';
import type { MeterInput } from './meter';
import type { FetchMessage } from './protocol';
import { shareClock } from './shared-clock';

/** What stands in the place of Forge's limits, in milliseconds of machine time. For tests. */
export type FunctionLimits = Readonly<Partial<Record<FunctionKind, number>>>;

/** A call of the platform by a function that is under way. */
export interface PlatformCall extends FetchMessage {
  readonly by: Invocation;
  /** Ends the process, and with it all that runs there. */
  die(): void;
  /** Ends it because the time of this function is over. */
  overrun(): void;
}

export interface Functions {
  /**
   * Runs a function to its end and gives what it returned, as JSON would carry it. One that somebody starts who has started
   * too many fails.
   * @throws FunctionFailure
   */
  invoke(invocation: Invocation): Promise<unknown>;
  readonly stats: { readonly processes: number; readonly invocations: number; readonly running: number };
  /** Ends what runs; the next invocation starts a process of its own. */
  end(why: string): Promise<void>;
  close(): Promise<void>;
}

export interface FunctionsOptions {
  readonly manifest: Manifest;
  readonly bundleDir: string;
  readonly installation: Installation;
  readonly clock: SiteClock;
  readonly log: FunctionLog;
  readonly meter: MeterInput;
  readonly faults: Faults;
  readonly rates: InvocationLimits;
  readonly limits?: FunctionLimits;
  /** A number that no other invocation on the site has. */
  nextId(): number;
  platform(call: PlatformCall): Promise<Response>;
}

const NOT_KEPT = 'What this invocation logs from here on is more than Forge keeps';
const ENDED = 'The process was ended on demand';

type Order = Pick<AppFunction, 'file' | 'exportName'> & { readonly limitMs: number };

/** Runs the app's functions in one warm process, which is started with the first and anew after it had to be ended. */
export function createFunctions(options: FunctionsOptions): Functions {
  const { manifest, installation, log, meter, faults } = options;
  const files = [...new Set([...manifest.functions.values()].map((one) => one.file))];
  const clock = shareClock(options.clock);
  const running = new Map<number, Invocation>();
  /** When each one began, in machine time; it has not while its process is being started. */
  const began = new Map<number, number>();
  const logs = new Map<number, LogLimit>();
  let process: FunctionProcess | undefined;
  let processes = 0;
  let invocations = 0;
  let closed = false;

  function warmProcess(): FunctionProcess {
    if (closed) throw new FunctionFailure('died', 'The site is closed');
    if (process !== undefined) return process;
    processes += 1;
    const started: FunctionProcess = startProcess({
      start: { bundleDir: options.bundleDir, files, clock: clock.memory },
      memoryMB: manifest.memoryMB,
      async fetch(call) {
        const by = running.get(call.invocation);
        if (by === undefined) throw new Error('The invocation has ended');
        return options.platform({
          ...call,
          by,
          die: () => void started.stop(ENDED),
          overrun: () => started.overrun(call.invocation),
        });
      },
      began: (id) => began.set(id, performance.now()),
      heap: (id, bytes) => meter.heap(id, bytes),
      log: (id, level, text) => {
        const by = id === undefined ? undefined : running.get(id);
        // What comes after the end is no part of the invocation's log any more.
        const limit = id === undefined ? undefined : logs.get(id);
        const fate =
          id === undefined || limit === undefined ? 'keep' : limit.take(Buffer.byteLength(text), ranFor(id));
        if (fate === 'keep') write(by?.functionKey ?? '', level, text, id);
        if (fate === 'last') log.write(by?.functionKey ?? '', 'warn', NOT_KEPT);
      },
      ended: () => {
        if (process === started) process = undefined;
      },
    });
    process = started;
    return started;
  }

  const ranFor = (id: number): number => performance.now() - (began.get(id) ?? performance.now());

  function write(
    functionKey: string,
    level: ForgeLogLine['level'],
    text: string,
    id: number | undefined,
  ): void {
    log.write(functionKey, level, text);
    if (id !== undefined) meter.log(id, Buffer.byteLength(text));
  }

  /** How an invocation fails on demand. */
  const spoilers = (limitMs: number) => ({
    answer(status: number): never {
      throw new FunctionFailure('thrown', `The invocation was answered with ${status}`);
    },
    async hang(atOnce: boolean): Promise<never> {
      if (!atOnce) await pause(limitMs);
      throw timedOut(limitMs);
    },
    async die(): Promise<never> {
      await process?.stop(ENDED);
      throw new FunctionFailure('died', ENDED);
    },
  });

  async function run(
    id: number,
    invocation: Invocation,
    { file, exportName, limitMs }: Order,
  ): Promise<unknown> {
    const license = installation.license();
    const result = await warmProcess().run({
      id,
      file,
      exportName,
      payload: JSON.stringify(invocation.payload),
      context: JSON.stringify({
        installContext: installation.siteAri,
        installation: { ari: installation.ari, contexts: [installation.siteAri] },
        ...(license && { license }),
        ...(invocation.accountId === undefined ? {} : { principal: { accountId: invocation.accountId } }),
      }),
      runtime: runtimeFacts(manifest, installation, invocation, id),
      limitMs,
    });
    if (result === undefined) return undefined;
    if (Buffer.byteLength(result) > INVOKE_RESPONSE_BYTES) {
      throw new FunctionFailure('thrown', `The response is larger than ${INVOKE_RESPONSE_BYTES} bytes`);
    }
    return JSON.parse(result);
  }

  return {
    get stats() {
      return { processes, invocations, running: running.size };
    },
    async invoke(invocation) {
      const one = manifest.functions.get(invocation.functionKey);
      if (one === undefined) throw new Error(`The manifest has no function ${invocation.functionKey}`);
      const { accountId } = invocation;
      if (accountId !== undefined && !options.rates.admit(accountId))
        throw new FunctionFailure('refused', 'Too many requests: the limit of invocations is reached');
      const id = options.nextId();
      invocations += 1;
      const name = nameOf(invocation);
      const limitMs = options.limits?.[invocation.kind] ?? one.limitSeconds * 1000;
      running.set(id, invocation);
      logs.set(id, createLogLimit());
      meter.started(id, name, invocation.kind);
      let failed = true;
      try {
        const subject = { what: 'invoke', name } as const;
        const result = await faults.call(
          subject,
          () => run(id, invocation, { ...one, limitMs }),
          spoilers(limitMs),
        );
        failed = false;
        return result;
      } catch (error) {
        const text = error instanceof FunctionFailure ? error.detail : String(error);
        write(invocation.functionKey, 'error', text, id);
        throw error;
      } finally {
        meter.ended(id, { machineMs: ranFor(id), limitMs, failed });
        running.delete(id);
        logs.delete(id);
        began.delete(id);
      }
    },
    async end(why) {
      await process?.stop(why);
    },
    async close() {
      closed = true;
      clock.stop();
      await process?.stop('The site is closed');
    },
  };
}
