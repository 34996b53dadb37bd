import { later, span, type Instant, type Span } from '../../../../src/domain/time/instant';
import { DAY } from '../../../../src/domain/time/wall-clock';
import { dayNumberOf } from '../../../../src/domain/time/local-date';
import { firstInstantAt } from '../../../../src/domain/time/offset-periods';
import type { Zone } from '../../../../src/domain/time/zone';
import type { Target, TermsOf } from '../../../../src/domain/timer/goal';
import { durationText } from './duration';
import { fieldName } from './field-name';
import type { Reader } from './reader';
import { dateText, whenText } from './when';

/** What a goal promises about any issue, such as `4 h`, `1 business day` or `by 16:00 on the next business day`. */
export function goalText(terms: TermsOf<Span>, reader: Reader): string {
  const { messages } = reader;
  if ('until' in terms) {
    return messages.text('goal.untilField', { field: fieldName(terms.until, messages) });
  }
  if ('withinField' in terms) {
    return messages.text('goal.withinField', { field: fieldName(terms.withinField, messages) });
  }
  return plainText(terms, reader);
}

/**
 * What was promised for one cycle: as {@link goalText}, with what the fields said in place of their names.
 *
 * @param zone the calendar's, in which a date without a time is meant.
 */
export function targetText(target: Target, zone: Zone, now: Instant, reader: Reader): string {
  if (!('until' in target)) return plainText(target, reader);
  const { until } = target;
  const when =
    typeof until === 'number'
      ? whenText(until, now, reader)
      : dateText(noonOf(until, zone), now, { ...reader, zone });
  return reader.messages.text('goal.until', { when });
}

function plainText(terms: Exclude<Target, { readonly until: unknown }>, { messages }: Reader): string {
  if ('within' in terms) return durationText(terms.within, messages);
  if ('businessDays' in terms) return messages.text('goal.businessDays', { count: terms.businessDays });
  return messages.text('goal.by', { time: terms.by, day: terms.onBusinessDay });
}

/** An instant that lies on the date whatever the zone's clock does at night. */
function noonOf(date: string, zone: Zone): Instant {
  return later(firstInstantAt(zone, (dayNumberOf(date) ?? 0) * DAY), span(DAY / 2));
}
