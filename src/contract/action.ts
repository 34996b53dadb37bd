import * as v from 'valibot';
import { recipientRoles, type ActionOf } from '../domain/alert/action';
import { byKey } from './by-key';

const text = (most: number) => v.pipe(v.string(), v.maxLength(most));
/** What stands on one line. */
const line = v.pipe(text(200), v.regex(/^\P{Cc}*$/u));
const numericId = v.pipe(v.string(), v.regex(/^\d{1,15}$/));
const accountId = v.pipe(v.string(), v.regex(/^[\w:-]{1,128}$/));
const label = v.pipe(v.string(), v.regex(/^\S{1,255}$/));

const recipient = v.union([
  v.picklist(recipientRoles),
  v.strictObject({ user: accountId }),
  v.strictObject({ group: accountId }),
]);

/** What is done when a threshold is passed, one of seven kinds. */
export function actionOf<Value>(
  priority: v.GenericSchema<unknown, Value>,
): v.GenericSchema<unknown, ActionOf<Value>> {
  return byKey(
    {
      label: v.strictObject({ label }),
      comment: v.strictObject({ comment: text(2_000), public: v.exactOptional(v.literal(true)) }),
      notify: v.strictObject({ notify: v.array(recipient), subject: line, text: text(2_000) }),
      assign: v.strictObject({ assign: accountId }),
      priority: v.strictObject({ priority }),
      watcher: v.strictObject({ watcher: accountId }),
      linkedIssue: v.strictObject({
        linkedIssue: v.strictObject({ project: numericId, issueType: numericId, linkType: numericId }),
        summary: line,
      }),
    },
    'action.one-kind',
  );
}
