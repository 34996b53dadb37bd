import type { Span } from '../../../../src/domain/time/instant';
import type { Messages } from './messages';

/** A span in hours, minutes and seconds, without its sign, for those who add it up. */
export function exactDurationText(amount: Span, messages: Messages): string {
  const total = Math.floor(Math.abs(amount) / 1_000);
  const [hours, minutes, seconds] = [Math.floor(total / 3_600), Math.floor(total / 60) % 60, total % 60];
  const parts = [
    ...(hours > 0 ? [messages.text('duration.hours', { hours })] : []),
    ...(minutes > 0 ? [messages.text('duration.minutes', { minutes })] : []),
    ...(seconds > 0 || total === 0 ? [messages.text('duration.seconds', { seconds })] : []),
  ];
  return parts.join(' ');
}

/**
 * A span in hours and minutes, cut off rather than rounded, without its sign. Never in days, since a day may mean 24 hours
 * or a working day (engine rule 6).
 *
 * @param ticking whether the last hour shows its seconds.
 */
export function durationText(amount: Span, messages: Messages, ticking = false): string {
  const total = Math.floor(Math.abs(amount) / 1_000);
  const [hours, minutes, seconds] = [Math.floor(total / 3_600), Math.floor(total / 60) % 60, total % 60];
  if (hours > 0) {
    return minutes > 0
      ? messages.text('duration.hoursMinutes', { hours, minutes })
      : messages.text('duration.hours', { hours });
  }
  if (minutes === 0) return messages.text('duration.seconds', { seconds });
  return ticking
    ? messages.text('duration.minutesSeconds', { minutes, seconds })
    : messages.text('duration.minutes', { minutes });
}
