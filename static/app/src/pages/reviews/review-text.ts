import type { FrozenTarget } from '../../../../../src/domain/review/frozen-figures';
import type { ReviewPeriod } from '../../../../../src/domain/review/review-period';
import { datesText } from '../../text/day-text';
import type { Messages } from '../../text/messages';
import type { Reader } from '../../text/reader';
import { periodText } from '../reports/report-text';

/** A period with what its review is called, such as `October 2026 · Monthly evaluation`. */
export const reviewText = (period: ReviewPeriod, reader: Reader): string =>
  `${periodText(period, reader)} · ${reader.messages.text(`reviews.rhythm.${period.kind}`)}`;

/** A civil date as the reader's locale writes it. */
export const dayText = (date: string, reader: Reader): string => datesText({ date }, reader);

/** A target among those of its agreement. */
export function targetText(
  { kind, metric }: Pick<FrozenTarget, 'kind' | 'metric'>,
  targets: readonly FrozenTarget[],
  messages: Messages,
): string {
  const timer = messages.text(`timer.kind.${kind}`);
  const isAlone = targets.every((other) => other.kind !== kind || other.metric === metric);
  return isAlone ? timer : messages.text('reports.timerNamed', { timer, metric });
}

/** A cause as it was called when it was frozen; a ready-made one in the reader's language. */
export function causeText(
  { id, name }: { readonly id: string; readonly name: string },
  messages: Messages,
): string {
  const ready = `breaches.cause.${id}`;
  return name === id && messages.knows(ready) ? messages.text(ready) : name;
}
