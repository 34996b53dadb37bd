import type { CaseOutcome, Expected } from '../../../../src/domain/agreement/saved-case';
import type { Timer } from '../../../../src/domain/timer/cycle';
import type { Reader } from './reader';
import { dayAndTimeText } from './when';

/** What becomes of a target of a case, such as `due Mon, Nov 23, 2026, 9:00 AM`. */
export function outcomeText(outcome: CaseOutcome, reader: Reader): string {
  const at = 'at' in outcome ? dayAndTimeText(outcome.at, reader) : '';
  return reader.messages.text(`case.outcome.${outcome.kind}`, { at });
}

/** The same, after what the target is called. */
export function targetOutcomeText({ kind }: Timer['metric'], outcome: CaseOutcome, reader: Reader): string {
  const target = reader.messages.text(`timer.kind.${kind}`);
  return reader.messages.text('case.found', { target, outcome: outcomeText(outcome, reader) });
}

/** Those of the targets that have a timer; all of them where none has. */
export function tellingOf(expected: readonly Expected[]): readonly Expected[] {
  const timed = expected.filter(({ outcome }) => outcome.kind !== 'no-timer');
  return timed.length > 0 ? timed : expected;
}
