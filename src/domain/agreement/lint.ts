import type { Problem } from '../problem';
import type { Instant } from '../time/instant';
import type { Definitions } from './draft';
import { lintAgreement } from './lint-agreement';
import { lintCalendars } from './lint-calendars';
import { tiesAmong } from './ties';

/** Something that definitions say and that somebody should look at, though each record by itself may be saved. */
export type Finding = Problem & {
  /** An error may not come into force; a warning may, but hardly means what it says. */
  readonly severity: 'error' | 'warning';
};

/**
 * What a service level manager would want to be told before definitions come into force (g7, T13). A finding is certain:
 * what cannot be proven is not told, but for `agreement.may-tie`, which is told unless the opposite is proven.
 *
 * @param definitions read without a problem; see `readDefinitions`.
 * @param today for what depends on the date, such as holidays that run out.
 * @param most only the first so many agreements are looked at; the others are what they may clash with.
 */
export function lint(definitions: Definitions, today: Instant, most = Infinity): Finding[] {
  const agreements = definitions.agreements.slice(0, most);
  const ties = tiesAmong(definitions.agreements, most);
  const warnings = [
    ...lintCalendars(definitions, today),
    ...agreements.flatMap((agreement, index) =>
      lintAgreement(agreement, `agreements[${index}]`, definitions),
    ),
    ...ties.possible,
  ];
  return [
    ...ties.certain.map((found): Finding => ({ ...found, severity: 'error' })),
    ...warnings.map((found): Finding => ({ ...found, severity: 'warning' })),
  ];
}
