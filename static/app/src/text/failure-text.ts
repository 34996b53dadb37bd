import type { Refused } from '../../../../src/contract/answer';
import { CallFailure } from '../platform/call-failure';
import type { Messages } from './messages';

/** Why a call failed, in the reader's language. */
export function failureText(error: unknown, messages: Messages): string {
  if (!(error instanceof CallFailure)) return messages.text('failure.page');
  const { reason } = error;
  return reason === 'unreachable' || reason === 'outdated'
    ? messages.text(`failure.${reason}`)
    : messages.text(`refusal.${reason}`);
}

/** What is wrong with something that was sent and how to mend it, in the reader's language. */
export function problemText({ code, details }: Refused['problems'][number], messages: Messages): string {
  const key = `problem.${code}`;
  if (!messages.knows(key)) return messages.text('problem.other', { code });
  try {
    return messages.text(key, { position: 'none', ...details });
  } catch {
    // A newer server may send other details than this text needs.
    return messages.text('problem.other', { code });
  }
}
