import { instant, type Instant } from '../../../../src/domain/time/instant';

/**
 * A time as Jira writes it, `2026-11-21T10:42:05.123+0000`. Not every browser reads an offset without its colon.
 *
 * @throws DomainError `time.instant` for anything else.
 */
export function jiraInstant(text: string): Instant {
  return instant(Date.parse(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2')));
}
