export const DAY = 86_400_000;

/** A time of day as people write it: `HH:MM` or `HH:MM:SS`, `24:00` for the midnight that ends the day. */
export type WallTime = string;

/** Milliseconds from the day's first midnight on the wall, at most {@link DAY}; undefined when it is no time of day. */
export function wallTimeOfDay(text: WallTime): number | undefined {
  const match = /^(\d{2}):(\d{2})(?::(\d{2}))?$/.exec(text);
  if (!match) return undefined;
  const [hour, minute, second] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)];
  const time = ((hour * 60 + minute) * 60 + second) * 1_000;
  return minute < 60 && second < 60 && time <= DAY ? time : undefined;
}
