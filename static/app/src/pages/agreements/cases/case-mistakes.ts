import { CallFailure } from '../../../platform/call-failure';
import { problemText } from '../../../text/failure-text';
import type { Messages } from '../../../text/messages';

/** What the server found wrong at a field. */
export function mistakeIn(error: Error | null, path: string, messages: Messages): string | undefined {
  const problems = error instanceof CallFailure ? error.problems : [];
  const found = problems.find((each) => each.path === path);
  return found && problemText(found, messages);
}

/** The same failure as far as that field does not say it; null when it says all. */
export function elsewhereIn(error: Error | null, path: string): Error | null {
  if (!(error instanceof CallFailure) || error.problems.length === 0) return error;
  const others = error.problems.filter((each) => each.path !== path);
  return others.length > 0 ? new CallFailure(error.reason, others) : null;
}
