import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { FetchMessage, FromWorker, InvokeMessage, ToWorker, WorkerStart } from './protocol';

/** How an invocation failed: the app threw, the platform ended the process for it, or never started it. */
export class FunctionFailure extends Error {
  override readonly name = 'FunctionFailure';
  constructor(
    readonly reason: 'thrown' | 'timeout' | 'memory' | 'died' | 'refused',
    message: string,
    /** Where the app threw; for the log, never for a page. */
    readonly detail: string = message,
  ) {
    super(message);
  }
}

/** One process of the app: warm between invocations, and gone when one of them overruns. */
export interface FunctionProcess {
  /** JSON of what the handler returned. @throws FunctionFailure */
  run(order: Omit<InvokeMessage, 'type'>): Promise<string | undefined>;
  /** Ends the process because the time of this invocation is over. */
  overrun(invocation: number): void;
  /** Ends the process; what still runs in it fails. */
  stop(why: string): Promise<void>;
}

export interface ProcessOptions {
  readonly start: WorkerStart;
  readonly memoryMB: number;
  /** An invocation begins, now that the process is there: a cold start is not its time. */
  began(invocation: number): void;
  /** How large the process's heap was while this invocation ran. */
  heap(invocation: number, bytes: number): void;
  /** Answers a call of the platform. */
  fetch(call: FetchMessage): Promise<Response>;
  log(invocation: number | undefined, level: 'info' | 'warn' | 'error', text: string): void;
  /** Called once when the process is gone, for whatever reason. */
  ended(): void;
}

interface Pending {
  readonly limitMs: number;
  resolve(result: string | undefined): void;
  reject(failure: FunctionFailure): void;
  limit: NodeJS.Timeout | undefined;
}

const WORKER_FILE = join(__dirname, 'worker', 'worker.mjs');

export function startProcess(options: ProcessOptions): FunctionProcess {
  const pending = new Map<number, Pending>();
  let gone: FunctionFailure | undefined;
  const worker = new Worker(WORKER_FILE, {
    workerData: options.start,
    resourceLimits: { maxOldGenerationSizeMb: options.memoryMB },
    // Forge's processes know nothing of this one's environment.
    env: { NODE_ENV: 'production' },
    execArgv: [],
  });
  // An idle process keeps nobody waiting.
  worker.unref();

  const ready = new Promise<void>((resolve, reject) => {
    worker.on('message', (message: FromWorker) => {
      if (message.type === 'ready') resolve();
      else if (message.type === 'unusable') {
        const failure = new FunctionFailure('died', `The bundle cannot be loaded: ${message.message}`);
        reject(failure);
        end(failure);
      } else receive(message);
    });
    worker.on('error', (error: Error) => {
      const outOfMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      const failure = outOfMemory
        ? new FunctionFailure('memory', `Out of memory: the limit is ${options.memoryMB} MB`)
        : new FunctionFailure('died', `The process died: ${error.message}`, error.stack);
      reject(failure);
      end(failure);
    });
    worker.on('exit', () => end(new FunctionFailure('died', 'The process exited')));
  });
  // Whoever invokes sees it; without an invocation nobody has to.
  ready.catch(() => undefined);

  function end(failure: FunctionFailure): void {
    if (gone !== undefined) return;
    gone = failure;
    for (const id of [...pending.keys()]) settle(id, (one) => one.reject(failure));
    void worker.terminate();
    options.ended();
  }

  function settle(id: number, how: (one: Pending) => void): void {
    const one = pending.get(id);
    if (one === undefined) return;
    pending.delete(id);
    clearTimeout(one.limit);
    if (pending.size === 0) worker.unref();
    how(one);
  }

  function receive(message: Exclude<FromWorker, { type: 'ready' | 'unusable' }>): void {
    // What an ended process had still asked for does not happen any more.
    if (gone !== undefined) return;
    switch (message.type) {
      case 'log':
        return options.log(message.invocation, message.level, message.text);
      case 'heap':
        return options.heap(message.invocation, message.bytes);
      case 'done':
        return settle(message.id, (one) => one.resolve(message.result));
      case 'failed':
        return settle(message.id, (one) =>
          one.reject(new FunctionFailure('thrown', message.message, message.stack)),
        );
      case 'fetch':
        return void answer(message);
    }
  }

  function overrun(id: number): void {
    settle(id, (one) => one.reject(timedOut(one.limitMs)));
    end(new FunctionFailure('died', 'The process was ended because another invocation in it timed out'));
  }

  async function answer(call: FetchMessage): Promise<void> {
    const empty = {
      type: 'fetched',
      id: call.id,
      status: 0,
      statusText: '',
      headers: [],
      body: null,
    } as const;
    let reply: ToWorker;
    try {
      const { status, statusText, headers, body, ...rest } = await readResponse(await options.fetch(call));
      reply = { ...empty, ...rest, status, statusText, headers, body };
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      options.log(call.invocation, 'error', `The site broke on ${call.method} ${call.path}: ${text}`);
      reply = { ...empty, headers: [], failure: text };
    }
    worker.postMessage(reply);
  }

  return {
    async run(order) {
      if (gone !== undefined) throw gone;
      const result = new Promise<string | undefined>((resolve, reject) => {
        pending.set(order.id, { limitMs: order.limitMs, resolve, reject, limit: undefined });
      });
      result.catch(() => undefined);
      worker.ref();
      await ready;
      const one = pending.get(order.id);
      if (one === undefined) return result;
      // The limit counts from here: a cold start is not the app's time.
      options.began(order.id);
      one.limit = setTimeout(() => overrun(order.id), order.limitMs);
      worker.postMessage({ type: 'invoke', ...order } satisfies ToWorker);
      return result;
    },
    overrun,
    async stop(why) {
      end(new FunctionFailure('died', why));
      await worker.terminate();
    },
  };
}

/** What Forge says of a function that overran. */
export function timedOut(limitMs: number): FunctionFailure {
  return new FunctionFailure('timeout', `Task timed out after ${(limitMs / 1000).toFixed(2)} seconds`);
}

async function readResponse(response: Response) {
  return {
    status: response.status,
    statusText: response.statusText,
    headers: [...response.headers.entries()],
    body: response.body === null ? null : await response.arrayBuffer(),
  };
}
