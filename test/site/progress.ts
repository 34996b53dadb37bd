/** What goes on until the site is open. */
export interface OpeningStep {
  /** Such as "Reading the incident log". */
  readonly text: string;
  /** Whole percent; absent where nobody can say how far it is. */
  readonly percent?: number;
  /** Such as "about 40 min of site time left". */
  readonly note?: string;
}

/** Where those who open the site say how far they are, for whoever waits at the door. */
export interface Progress {
  readonly step: OpeningStep;
  /** @param share 0 to 1; absent where nobody can say how far it is. */
  say(text: string, share?: number, note?: string): void;
}

/** @param listener is told of every step, also when only its percent changed. */
export function createProgress(listener: (step: OpeningStep) => void = () => undefined): Progress {
  let step: OpeningStep = { text: 'Starting' };
  return {
    get step() {
      return step;
    },
    say(text, share, note) {
      const percent = share === undefined ? undefined : Math.floor(Math.min(Math.max(share, 0), 1) * 100);
      step = { text, ...(percent === undefined ? {} : { percent }), ...(note === undefined ? {} : { note }) };
      listener(step);
    },
  };
}

/** "Living through 10 weeks of the log: 61 % (…)". */
export function stepLine({ text, percent, note }: OpeningStep): string {
  return `${text}${percent === undefined ? '' : `: ${percent} %`}${note === undefined ? '' : ` (${note})`}`;
}

const LINE_EVERY_MS = 3000;

/** Writes steps to a terminal as one line that changes, elsewhere as a line for each step and every few seconds. */
export function consoleProgress(out: NodeJS.WriteStream): {
  readonly show: (step: OpeningStep) => void;
  /** Clears the line that changes. */
  readonly end: () => void;
} {
  let last: { readonly text: string; readonly at: number } | undefined;
  return {
    show(step) {
      const line = stepLine(step);
      if (out.isTTY) {
        out.write(`\r\u001b[K${line.slice(0, out.columns - 1)}`);
      } else if (last?.text !== step.text || Date.now() - last.at >= LINE_EVERY_MS) {
        last = { text: step.text, at: Date.now() };
        out.write(`${line}\n`);
      }
    },
    end() {
      if (out.isTTY) out.write('\r\u001b[K');
    },
  };
}
