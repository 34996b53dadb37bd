import type { SiteClock } from '../seams';
import type { FunctionLog } from './function-log';
import { FunctionFailure, startProcess, type FunctionProcess } from './function-process';
import type { Installation } from './installation';
import { INVOKE_RESPONSE_BYTES } from './limits';
import type { AppFunction, Manifest } from './manifest';
import type { FetchMessage, RuntimeFacts } from './protocol';
import { shareClock } from './shared-clock';

/** What stands in the place of Forge's limits, in milliseconds of machine time. For tests. */
export type FunctionLimits = Readonly<Partial<Record<FunctionKind, number>>>;

export type FunctionKind = 'resolver' | 'trigger' | 'consumer' | 'schedule';

export interface Invocation {
  readonly kind: FunctionKind;
  readonly functionKey: string;
  readonly moduleKey: string;
  readonly moduleType: string;
  /** Whoever caused it; undefined for what the platform starts by itself. */
  readonly accountId: string | undefined;
  readonly payload: unknown;
}

/** A call of the platform by a function that is under way. */
export interface PlatformCall extends FetchMessage {
  readonly by: Invocation;
}

export interface Functions {
  /**
   * Runs a function to its end and gives what it returned, as JSON would carry it.
   * @throws FunctionFailure
   */
  invoke(invocation: Invocation): Promise<unknown>;
  readonly stats: { readonly processes: number; readonly invocations: number; readonly running: number };
  close(): Promise<void>;
}

export interface FunctionsOptions {
  readonly manifest: Manifest;
  readonly bundleDir: string;
  readonly installation: Installation;
  readonly clock: SiteClock;
  readonly log: FunctionLog;
  readonly limits?: FunctionLimits;
  platform(call: PlatformCall): Promise<Response>;
}

/** Runs the app's functions in one warm process, which is started with the first and anew after it had to be ended. */
export function createFunctions(options: FunctionsOptions): Functions {
  const { manifest, installation, log } = options;
  const files = [...new Set([...manifest.functions.values()].map((one) => one.file))];
  const clock = shareClock(options.clock);
  const running = new Map<number, Invocation>();
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
        return options.platform({ ...call, by });
      },
      log: (id, level, text) => {
        const by = id === undefined ? undefined : running.get(id);
        log.write(by?.functionKey ?? '', level, text);
      },
      ended: () => {
        if (process === started) process = undefined;
      },
    });
    process = started;
    return started;
  }

  async function run(id: number, invocation: Invocation, one: AppFunction): Promise<unknown> {
    const result = await warmProcess().run({
      id,
      file: one.file,
      exportName: one.exportName,
      payload: JSON.stringify(invocation.payload),
      context: JSON.stringify({
        installContext: installation.siteAri,
        installation: { ari: installation.ari, contexts: [installation.siteAri] },
        ...(invocation.accountId === undefined ? {} : { principal: { accountId: invocation.accountId } }),
      }),
      runtime: runtimeFacts(manifest, installation, invocation, id),
      limitMs: options.limits?.[invocation.kind] ?? one.limitSeconds * 1000,
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
      const id = (invocations += 1);
      running.set(id, invocation);
      try {
        return await run(id, invocation, one);
      } catch (error) {
        const text = error instanceof FunctionFailure ? error.detail : String(error);
        log.write(invocation.functionKey, 'error', text);
        throw error;
      } finally {
        running.delete(id);
      }
    },
    async close() {
      closed = true;
      clock.stop();
      await process?.stop('The site is closed');
    },
  };
}

function runtimeFacts(
  manifest: Manifest,
  installation: Installation,
  by: Invocation,
  id: number,
): RuntimeFacts {
  return {
    appId: manifest.appId,
    appVersion: installation.appVersion,
    environmentId: installation.environmentId,
    environmentType: installation.environmentType,
    invocationId: `00000000-0000-4000-8000-${id.toString(16).padStart(12, '0')}`,
    installationId: installation.id,
    installation: { ari: installation.ari, contexts: [installation.siteAri] },
    functionKey: by.functionKey,
    moduleKey: by.moduleKey,
    moduleType: by.moduleType,
    permissions: { scopes: [...manifest.scopes], external: {} },
    contextAri: installation.siteAri,
    accountId: by.accountId,
  };
}
