import { LOG_BYTES, LOG_LINES_PER_RUNTIME_MINUTE } from './limits';

/** What of an invocation's log is kept. */
export interface LogLimit {
  /** `last` for the first line that is not kept. */
  take(bytes: number, runtimeMs: number): 'keep' | 'last' | 'drop';
}

const MINUTE_MS = 60_000;

export function createLogLimit(): LogLimit {
  let lines = 0;
  let bytes = 0;
  let told = false;
  return {
    take(more, runtimeMs) {
      const minutes = Math.floor(runtimeMs / MINUTE_MS) + 1;
      if (lines < LOG_LINES_PER_RUNTIME_MINUTE * minutes && bytes + more <= LOG_BYTES) {
        lines += 1;
        bytes += more;
        return 'keep';
      }
      if (told) return 'drop';
      told = true;
      return 'last';
    },
  };
}
