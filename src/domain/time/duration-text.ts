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

/** The same way back, cut to whole minutes, or to whole seconds below a minute: `1h 30m`, `-5m`, `20s`. */
export function spanText(length: Span): string {
  const ms = Math.abs(length);
  const [h, m] = [Math.floor(ms / 3_600_000), Math.floor(ms / 60_000) % 60];
  const parts = [h && `${h}h`, m && `${m}m`].filter(Boolean);
  const text = parts.join(' ') || `${Math.floor(ms / 1_000)}s`;
  return length < 0 && text !== '0s' ? `-${text}` : text;
}
