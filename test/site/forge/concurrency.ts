/** Runs tasks so that of one key never more run at the same time than the task that wants to start allows. */
export interface Gate {
  /** Without a key a task starts at once. Resolves or rejects as the task does. */
  pass<T>(
    slot: { readonly key: string; readonly limit: number } | undefined,
    task: () => Promise<T>,
  ): Promise<T>;
}

export function createGate(): Gate {
  const running = new Map<string, number>();
  const waiting = new Map<string, { readonly limit: number; readonly start: () => void }[]>();

  function leave(key: string): void {
    running.set(key, (running.get(key) ?? 1) - 1);
    const queue = waiting.get(key) ?? [];
    for (let next = queue[0]; next !== undefined && (running.get(key) ?? 0) < next.limit; next = queue[0]) {
      queue.shift();
      running.set(key, (running.get(key) ?? 0) + 1);
      next.start();
    }
    if (queue.length === 0) waiting.delete(key);
    if (running.get(key) === 0) running.delete(key);
  }

  async function enter(key: string, limit: number): Promise<void> {
    const now = running.get(key) ?? 0;
    if (now < limit) {
      running.set(key, now + 1);
      return;
    }
    const queue = waiting.get(key) ?? [];
    waiting.set(key, queue);
    await new Promise<void>((start) => queue.push({ limit, start }));
  }

  return {
    async pass(slot, task) {
      if (slot === undefined) return task();
      await enter(slot.key, slot.limit);
      try {
        return await task();
      } finally {
        leave(slot.key);
      }
    },
  };
}
