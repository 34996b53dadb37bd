import type { EscalationRow } from '../../../../../src/contract/escalations';
import { durationText } from '../../text/duration';
import type { Messages } from '../../text/messages';

/** Which threshold was passed, in words. */
export function markText(mark: EscalationRow['mark'], messages: Messages): string {
  if ('atShare' in mark) return messages.text('escalations.mark.atShare', { amount: `${mark.atShare}%` });
  return 'before' in mark
    ? messages.text('escalations.mark.before', { amount: durationText(mark.before, messages) })
    : messages.text('escalations.mark.after', { amount: durationText(mark.after, messages) });
}

/** Why an action was refused. */
export function reasonText(reason: string, messages: Messages): string {
  const key = `escalations.reason.${reason}`;
  return messages.knows(key) ? messages.text(key) : reason;
}
