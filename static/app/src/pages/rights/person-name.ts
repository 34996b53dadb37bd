import type { Person } from '../../platform/site-names';
import type { Messages } from '../../text/messages';

/** Whoever an account belongs to, and that they are no longer active or no person at all. */
export function personName(person: Person | undefined, messages: Messages): string {
  if (!person) return messages.text('person.unknown');
  const { name, isActive, isApp } = person;
  if (isApp) return messages.text('rights.app', { name });
  return isActive ? name : messages.text('rights.inactive', { name });
}
