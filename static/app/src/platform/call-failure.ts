import type { Refusal, Refused } from '../../../../src/contract/answer';

type Reason =
  | Refusal
  /** The call itself failed: no network, or the platform did not run the app. */
  | 'unreachable'
  /** The app answered something that this page does not know: one of the two is newer. */
  | 'outdated';

/** Why a call to the app brought no value. */
export class CallFailure extends Error {
  override readonly name = 'CallFailure';

  constructor(
    readonly reason: Reason,
    readonly problems: Refused['problems'] = [],
  ) {
    super(reason);
  }
}
