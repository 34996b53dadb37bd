// @ts-check
/**
 * The process in which the app's functions run. Plain JavaScript, so that nothing but Node itself loads the app.
 * It puts up what Forge puts up around an app, loads the bundle, and then does as it is told (see ../protocol.ts).
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { format } from 'node:util';
import { getHeapStatistics } from 'node:v8';
import { parentPort, workerData } from 'node:worker_threads';
import { forbidEgress } from './egress.mjs';
import { runtimeOf } from './runtime.mjs';
import { followSharedClock } from './site-clock.mjs';

/** @typedef {{ id: number, ended: boolean, answered: number, runtime: ReturnType<typeof runtimeOf> }} Running */

/** @type {import('../protocol').WorkerStart} */
const start = workerData;
if (parentPort === null) throw new Error('This file runs as a worker only');
const port = parentPort;

/** @type {AsyncLocalStorage<Running>} */
const current = new AsyncLocalStorage();
/** @type {Map<number, { running: Running, resolve(response: Response): void, reject(error: Error): void }>} */
const fetches = new Map();
/** @type {Map<string, Record<string, unknown>>} */
const loaded = new Map();
let lastFetch = 0;

/** @param {import('../protocol').FromWorker} message */
const send = (message) => port.postMessage(message);

followSharedClock(start.clock);
forbidEgress();
captureConsole();
Object.defineProperties(globalThis, {
  __forge_runtime__: { configurable: true, get: () => current.getStore()?.runtime },
  __forge_fetch__: { value: platformFetch },
});
load();

port.on('message', (/** @type {import('../protocol').ToWorker} */ message) => {
  if (message.type === 'invoke') void invoke(message);
  else fetched(message);
});

function load() {
  try {
    const require = createRequire(join(start.bundleDir, 'index.cjs'));
    for (const file of start.files) loaded.set(file, require(join(start.bundleDir, `${file}.cjs`)));
    send({ type: 'ready' });
  } catch (error) {
    send({
      type: 'unusable',
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
  }
}

/** @param {import('../protocol').InvokeMessage} message */
async function invoke(message) {
  /** @type {Running} */
  const running = { id: message.id, ended: false, answered: 0, runtime: runtimeOf(message, start.bundleDir) };
  try {
    const handler = loaded.get(message.file)?.[message.exportName];
    if (typeof handler !== 'function')
      throw new Error(`${message.file}.${message.exportName} is not a function`);
    const result = await current.run(running, () =>
      handler(JSON.parse(message.payload), JSON.parse(message.context)),
    );
    const text = JSON.stringify(result);
    sendHeap(message.id);
    send({ type: 'done', id: message.id, result: text });
  } catch (error) {
    sendHeap(message.id);
    const { message: text, stack } = error instanceof Error ? error : new Error(String(error));
    send({ type: 'failed', id: message.id, message: text, stack: stack ?? text });
  } finally {
    running.ended = true;
  }
}

/**
 * @param {import('../protocol').Descriptor} descriptor
 * @param {string} path
 * @param {RequestInit} [init]
 * @returns {Promise<Response>}
 */
async function platformFetch(descriptor, path, init) {
  const running = current.getStore();
  if (running === undefined) throw new Error(`A call of ${path} outside of an invocation`);
  if (running.ended) {
    console.error(
      `A call of ${path} after its function had ended: on Forge it may never happen. Await everything.`,
    );
    throw new Error(`A call of ${path} after its function had ended`);
  }
  const request = new Request(new URL(path, 'https://forge.invalid'), init);
  request.signal.throwIfAborted();
  const body = request.body === null ? null : await request.arrayBuffer();
  const id = (lastFetch += 1);
  return new Promise((resolve, reject) => {
    fetches.set(id, { running, resolve, reject });
    request.signal.addEventListener('abort', () => reject(request.signal.reason));
    const headers = [...request.headers.entries()];
    sendHeap(running.id);
    send({
      type: 'fetch',
      id,
      invocation: running.id,
      answered: running.answered,
      descriptor,
      path,
      method: request.method,
      headers,
      body,
    });
  });
}

/** @param {import('../protocol').FetchedMessage} message */
function fetched({ id, failure, status, statusText, headers, body }) {
  const waiting = fetches.get(id);
  fetches.delete(id);
  if (waiting !== undefined) waiting.running.answered += 1;
  if (failure !== undefined) waiting?.reject(new Error(failure));
  else waiting?.resolve(new Response(body, { status, statusText, headers }));
}

/** @param {number} invocation */
function sendHeap(invocation) {
  const { used_heap_size: used, external_memory: external } = getHeapStatistics();
  send({ type: 'heap', invocation, bytes: used + external });
}

function captureConsole() {
  /** @type {[keyof Console, 'info' | 'warn' | 'error'][]} */
  const methods = [
    ['debug', 'info'],
    ['log', 'info'],
    ['info', 'info'],
    ['warn', 'warn'],
    ['error', 'error'],
    ['trace', 'info'],
  ];
  for (const [method, level] of methods) {
    /** @param {unknown[]} args */
    const capture = (...args) => {
      const invocation = current.getStore()?.id;
      send({
        type: 'log',
        level,
        text: format(...args),
        ...(invocation === undefined ? {} : { invocation }),
      });
    };
    Object.defineProperty(console, method, { value: capture });
  }
}
