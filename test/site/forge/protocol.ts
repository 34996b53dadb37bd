/**
 * What the site and the process of the app's functions say to each other. Values of the app cross as JSON text, as
 * they do on Forge: what JSON cannot carry does not arrive.
 */

import type { LicenceDetails } from './licence';

export interface WorkerStart {
  readonly bundleDir: string;
  /** Files of the bundle to load, without ending. */
  readonly files: readonly string[];
  /** See worker/site-clock.mjs. */
  readonly clock: SharedArrayBuffer;
}

/** What the SDK finds in the runtime of an invocation; see local-site facts on `__forge_runtime__`. */
export interface RuntimeFacts {
  readonly appId: string;
  readonly appVersion: string;
  readonly environmentId: string;
  readonly environmentType: string;
  readonly invocationId: string;
  readonly installationId: string;
  readonly installation: { readonly ari: string; readonly contexts: readonly string[] };
  readonly functionKey: string;
  readonly moduleKey: string;
  readonly moduleType: string;
  readonly permissions: { readonly scopes: readonly string[]; readonly external: Record<string, never> };
  /** Absent for a free app. */
  readonly license?: LicenceDetails;
  readonly contextAri: string;
  readonly accountId: string | undefined;
}

export interface InvokeMessage {
  readonly type: 'invoke';
  readonly id: number;
  readonly file: string;
  readonly exportName: string;
  /** JSON of the handler's two arguments. */
  readonly payload: string;
  readonly context: string;
  readonly runtime: RuntimeFacts;
  readonly limitMs: number;
}

/** The answer to a `fetch`; `failure` instead of a response when the platform itself broke. */
export interface FetchedMessage {
  readonly type: 'fetched';
  readonly id: number;
  readonly failure?: string;
  readonly status: number;
  readonly statusText: string;
  readonly headers: [string, string][];
  readonly body: ArrayBuffer | null;
}

export type ToWorker = InvokeMessage | FetchedMessage;

/** How the SDK says where a request goes and as whom. */
export interface Descriptor {
  readonly type: string;
  readonly provider?: string;
  readonly remote?: string;
  readonly accountId?: string;
  readonly contextAri?: string;
}

export interface FetchMessage {
  readonly type: 'fetch';
  readonly id: number;
  readonly invocation: number;
  /** How many calls of the invocation had been answered when it made this one. */
  readonly answered: number;
  readonly descriptor: Descriptor;
  readonly path: string;
  readonly method: string;
  readonly headers: [string, string][];
  readonly body: ArrayBuffer | null;
}

export type FromWorker =
  | { readonly type: 'ready' }
  | { readonly type: 'unusable'; readonly message: string }
  | FetchMessage
  | {
      readonly type: 'log';
      readonly invocation?: number;
      readonly level: 'info' | 'warn' | 'error';
      readonly text: string;
    }
  /** How large the heap is; told at each call of the platform and when an invocation ends. */
  | { readonly type: 'heap'; readonly invocation: number; readonly bytes: number }
  | { readonly type: 'done'; readonly id: number; readonly result?: string }
  | { readonly type: 'failed'; readonly id: number; readonly message: string; readonly stack: string };
