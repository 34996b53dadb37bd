// @ts-check

/**
 * What `__forge_runtime__` answers during one invocation: the fields that the official SDK packages read. A field that
 * is not here is one that the site does not model; the SDK then fails by name.
 *
 * @param {import('../protocol').InvokeMessage} message
 * @param {string} bundleDir
 */
export function runtimeOf({ runtime, limitMs }, bundleDir) {
  // Not Date: the limit is machine time, and the site's clock may stand still.
  const deadline = performance.now() + limitMs;
  return {
    proxy: { token: 'local', url: 'https://proxy.invalid' },
    contextAri: runtime.contextAri,
    container: { appCodeDir: bundleDir },
    appContext: runtime,
    aaid: runtime.accountId,
    lambdaContext: { getRemainingTimeInMillis: () => Math.max(0, Math.floor(deadline - performance.now())) },
    tracing: { traceId: runtime.invocationId, spanId: runtime.invocationId },
    metrics: {
      counter: () => ({ incr() {}, incrBy() {} }),
      timing: () => ({ measure: () => ({ stop() {} }) }),
    },
    externalAuth: [],
  };
}
