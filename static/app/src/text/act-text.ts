import type { Act, ShownChange } from '../platform/jira-acts';
import type { Messages } from './messages';

/** What is longer than this is no status or name but a text, and would drown the rest. */
const LONGEST_VALUE = 60;

/** What somebody did to an issue, in a line. */
export function actText(act: Act, messages: Messages): string {
  const who = act.who ?? messages.text('ledger.act.somebody');
  switch (act.kind) {
    case 'created':
    case 'commented':
      return messages.text(`ledger.act.${act.kind}`, { who });
    case 'changed': {
      const changes = act.changes.map((change) => changeText(change, messages)).join(', ');
      return messages.text('ledger.act.changed', { who, changes });
    }
  }
}

function changeText({ field, from, to }: ShownChange, messages: Messages): string {
  if (from.length > LONGEST_VALUE || to.length > LONGEST_VALUE) return field;
  const nothing = messages.text('ledger.act.nothing');
  return messages.text('ledger.act.change', { field, from: from || nothing, to: to || nothing });
}
