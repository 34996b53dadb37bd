import { CallFailure } from '../../platform/call-failure';
import { problemText } from '../../text/failure-text';
import type { Messages } from '../../text/messages';

interface Mistakes {
  /** What is wrong at a field, in words. */
  readonly at: (path: string) => string | undefined;
  /** What no field says, each once. */
  readonly others: readonly string[];
  /** Whether somebody else has saved in the meantime. */
  readonly isOlder: boolean;
}

/**
 * What the app refused, told apart by where it is to be said.
 *
 * @param fields whose form shows what is wrong with it.
 * @param prefix what stands before the name of a field in the paths of the app, such as `said.`.
 */
export function mistakesIn(
  error: Error | null,
  fields: readonly string[],
  prefix: string,
  messages: Messages,
): Mistakes {
  const problems = error instanceof CallFailure ? error.problems : [];
  const isOfField = (path: string): boolean => fields.some((field) => path === prefix + field);
  const others = problems.filter(({ path }) => !isOfField(path));
  return {
    at: (path) => {
      const found = problems.find((each) => each.path === prefix + path);
      return found && problemText(found, messages);
    },
    others: [...new Set(others.map((each) => problemText(each, messages)))],
    isOlder: problems.some(({ code }) => code === 'record.newer'),
  };
}
