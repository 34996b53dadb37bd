import {
  difference,
  NO_TIME,
  span,
  type Instant,
  type Span,
} from '../../../../../../src/domain/time/instant';
import type { LedgerStep } from '../../../../../../src/domain/timer/ledger';

/** A line of a ledger as it is read: a step, or all steps between two events, the hours out of service among them. */
export interface LedgerRow extends Pick<LedgerStep, 'from' | 'to' | 'by' | 'due' | 'because'> {
  readonly kind: LedgerStep['kind'] | 'in-hours';
  /** To the second, cut off so that the rows add up to the second. */
  readonly counted: Span;
  /** To the second. */
  readonly total: Span;
  /** The goal that holds from here on, where another one held before. */
  readonly goal: string | undefined;
  /** What an `in-hours` row is made of. */
  readonly parts: readonly Omit<LedgerRow, 'parts' | 'goal'>[];
}

type Part = LedgerRow['parts'][number];

/** The lines of a ledger: one for each thing that happened, however many days it lasted. */
export function ledgerRows(steps: readonly LedgerStep[]): LedgerRow[] {
  let goal: string | undefined;
  return runsOf(partsOf(steps), steps).map(({ parts, promise }) => {
    const isNew = promise !== null && promise.goal !== goal;
    if (promise) goal = promise.goal;
    return { ...joined(parts), goal: isNew ? goal : undefined };
  });
}

const toTheSecond = (amount: Span): Span => span(Math.trunc(amount / 1_000) * 1_000);

function partsOf(steps: readonly LedgerStep[]): Part[] {
  let before = NO_TIME;
  return steps.map(({ from, to, kind, by, due, because, total: exact }) => {
    const total = toTheSecond(exact);
    const counted = difference(total, before);
    before = total;
    return { from, to, kind, ...(by !== undefined && { by }), due, because, counted, total };
  });
}

interface Run {
  readonly parts: [Part, ...Part[]];
  readonly promise: LedgerStep['promise'];
}

/** Service hours and the time between them belong together as long as nothing happens. */
function runsOf(parts: readonly Part[], steps: readonly LedgerStep[]): Run[] {
  const runs: Run[] = [];
  parts.forEach((part, index) => {
    const run = runs.at(-1);
    const [first] = run?.parts ?? [];
    const goesOn = first && isClock(first) && isClock(part) && first.because === part.because;
    if (run && goesOn && first.due === part.due) run.parts.push(part);
    else runs.push({ parts: [part], promise: steps[index]?.promise ?? null });
  });
  return runs;
}

const isClock = ({ kind }: Part): boolean => kind === 'counted' || kind === 'out-of-hours';

function joined(parts: Run['parts']): Omit<LedgerRow, 'goal'> {
  const [first] = parts;
  const last = parts.at(-1) ?? first;
  if (parts.length === 1) return { ...first, parts: [] };
  const before = difference(first.total, first.counted);
  return {
    ...first,
    kind: 'in-hours',
    to: last.to,
    counted: difference(last.total, before),
    total: last.total,
    parts,
  };
}

/** The facts that a ledger refers to, each once. */
export function factsBehind(steps: readonly LedgerStep[]): string[] {
  return [...new Set(steps.map(({ because }) => because))];
}

/** The rows until now, of which the last one lasts. */
export const lasts = ({ to }: Pick<LedgerRow, 'to'>, now: Instant, isOpen: boolean): boolean =>
  isOpen && to >= now;
