import type { Messages } from '../../text/messages';

/** The kind of an agreement in words; one that this page does not know, as it is. */
export function agreementKindText(kind: string, messages: Messages): string {
  const key = `settings.agreementKind.${kind}`;
  return messages.knows(key) ? messages.text(key) : kind;
}
