import type { ForgeLogLine, SiteClock } from '../seams';

const MOST_LINES = 5_000;
const MOST_CHARACTERS = 10_000;

/** What functions wrote and threw, and what the platform did to them. Bounded: the oldest lines go first. */
export interface FunctionLog {
  readonly lines: readonly ForgeLogLine[];
  write(functionKey: string, level: ForgeLogLine['level'], text: string): void;
}

export function createFunctionLog(clock: SiteClock): FunctionLog {
  const lines: ForgeLogLine[] = [];
  return {
    lines,
    write(functionKey, level, text) {
      lines.push({ at: clock.now(), functionKey, level, text: text.slice(0, MOST_CHARACTERS) });
      if (lines.length > MOST_LINES) lines.splice(0, lines.length - MOST_LINES);
    },
  };
}
