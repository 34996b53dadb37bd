import { span, type Span } from './instant';

/**
 * The span that people write as `4h`, `30m` or `1h 30m 15s`, each unit at most once and in this order; undefined for
 * anything else. Days are not a unit here, because a day may mean 24 hours or a working day (engine rule 6).
 */
export function parseSpan(text: string): Span | undefined {
  const match = /^(?:(\d+)h)?\s*(?:(\d+)m)?\s*(?:(\d+)s)?$/.exec(text.trim());
  if (!match || !text.trim()) return undefined;
  const [h, m, s] = [match[1], match[2], match[3]].map((n) => Number(n ?? 0));
  const ms = (h ?? 0) * 3_600_000 + (m ?? 0) * 60_000 + (s ?? 0) * 1_000;
  return Number.isSafeInteger(ms) ? span(ms) : undefined;
}
