import type { Recipient } from '../../../../src/domain/alert/action';
import type { ActionSummary } from '../../../../src/domain/alert/action-summary';
import { useGroupNames, usePeople } from '../data/use-names';
import { useReader } from './reader-context';

/** Says of these actions what each does and to whom, people and groups by the names that Jira shows the reader. */
export function useActionText(actions: readonly ActionSummary[]): (action: ActionSummary) => string {
  const { messages, locale } = useReader();
  const recipients = actions.flatMap(({ to }) => to);
  const people = usePeople(recipients.flatMap((each) => userOf(each) ?? []));
  const groups = useGroupNames(recipients.flatMap((each) => groupOf(each) ?? []));
  const nameOf = (each: Recipient): string => {
    if (typeof each === 'string') return messages.text(`agreement.edit.alert.role.${each}`);
    if ('user' in each) return people.get(each.user) ?? messages.text('person.unknown');
    return messages.text('escalations.group', { name: groups.get(each.group) ?? each.group });
  };
  return ({ kind, to, word, isPublic }) => {
    const key = kind === 'comment' && isPublic ? 'publicComment' : kind;
    return messages.text(`escalations.action.${key}`, {
      to: new Intl.ListFormat(locale).format(to.map(nameOf)),
      word,
    });
  };
}

const userOf = (each: Recipient): string | undefined =>
  typeof each !== 'string' && 'user' in each ? each.user : undefined;
const groupOf = (each: Recipient): string | undefined =>
  typeof each !== 'string' && 'group' in each ? each.group : undefined;
