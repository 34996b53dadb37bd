import type { WallInterval } from '../../../../../src/domain/calendar/calendar';
import { wallSpanOf, type WallSpan } from '../../../../../src/domain/calendar/hours-rules';
import { DAY } from '../../../../../src/domain/time/wall-clock';

/** What one stroke of the brush covers. */
const CELL = DAY / 48;
export const cells: readonly number[] = Array.from({ length: 48 }, (_, index) => index);

type CellState = 'open' | 'closed' | 'part';

/** How much of a half hour is open; hours that came over from the day before count too. */
export function cellState(spans: readonly WallSpan[], cell: number): CellState {
  const from = cell * CELL;
  const open = spans.reduce(
    (sum, { start, end }) => sum + Math.max(0, Math.min(end, from + CELL) - Math.max(start, from)),
    0,
  );
  if (open <= 0) return 'closed';
  return open >= CELL ? 'open' : 'part';
}

/** Where a day's hours lie; those without a time that exists are left out. */
export function spansOf(hours: readonly WallInterval[]): WallSpan[] {
  return hours.flatMap((interval) => wallSpanOf(interval) ?? []);
}

/** What a day's hours leave for the day after it. */
export function overhang(spans: readonly WallSpan[]): WallSpan[] {
  return spans.filter(({ end }) => end > DAY).map(({ end }) => ({ start: 0, end: end - DAY }));
}

/**
 * The hours of a day after the half hours `first` to `last` were opened or closed. Hours that meet become one. Those that
 * run over midnight keep doing so until their last half hour before it is closed.
 */
export function painted(
  hours: readonly WallInterval[],
  [first, last]: readonly [first: number, last: number],
  isOpen: boolean,
): WallInterval[] {
  const brush = { start: first * CELL, end: (last + 1) * CELL };
  const spans = spansOf(hours);
  const kept = isOpen ? joined([...spans, brush]) : spans.flatMap((span) => without(span, brush));
  return kept.map(({ start, end }) => [wallText(start), wallText(Math.min(end, start + DAY))]);
}

function joined(spans: readonly WallSpan[]): WallSpan[] {
  const result: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else result.push({ start, end });
  }
  return result;
}

function without(span: WallSpan, brush: WallSpan): WallSpan[] {
  const before = { start: span.start, end: Math.min(span.end, brush.start) };
  const after = { start: Math.max(span.start, brush.end), end: span.end };
  // What would begin on the next day belongs to that one.
  return [before, after].filter(({ start, end }) => start < end && start < DAY);
}

/** `24:00` for the midnight that ends the day, `06:00` for six hours later. */
function wallText(time: number): string {
  const ofDay = time > DAY ? time - DAY : time;
  const pad = (value: number): string => String(value).padStart(2, '0');
  const [hour, minute, second] = [
    Math.floor(ofDay / 3_600_000),
    Math.floor(ofDay / 60_000) % 60,
    Math.floor(ofDay / 1_000) % 60,
  ];
  return `${pad(hour)}:${pad(minute)}${second > 0 ? `:${pad(second)}` : ''}`;
}
