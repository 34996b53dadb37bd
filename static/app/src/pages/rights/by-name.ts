import { THE_APP } from '../../../../../src/domain/review/review';
import type { Person } from '../../platform/site-names';
import type { Messages } from '../../text/messages';
import { personName } from './person-name';

/** Who did something: somebody, or the app by itself. */
export const byName = (account: string, persons: ReadonlyMap<string, Person>, messages: Messages): string =>
  account === THE_APP ? messages.text('reviews.byApp') : personName(persons.get(account), messages);
