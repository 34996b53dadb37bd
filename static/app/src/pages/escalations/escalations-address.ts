import type { EscalationsWanted } from '../../../../../src/contract/escalations';
import { stepOutcomes } from '../../../../../src/domain/alert/alert';
import { idIn, saidIn } from '../../parts/address-path';
import { periodIn, periodParts } from '../breaches/breaches-address';
import type { Period } from '../breaches/period';

export const ESCALATIONS = 'escalations';

/** What a reader has narrowed the log down to. */
export interface EscalationChoice extends Pick<EscalationsWanted, 'agreement' | 'outcome'> {
  readonly period: Period;
}

/** The address of the log so narrowed down, such as `escalations/period=last-month/outcome=refused`. */
export function addressOf({ period, agreement, outcome }: EscalationChoice): string[] {
  return [
    ESCALATIONS,
    ...periodParts(period),
    ...(agreement === undefined ? [] : [`agreement=${agreement}`]),
    ...(outcome === undefined ? [] : [`outcome=${outcome}`]),
  ];
}

/** What an address says. Somebody may have typed it: what cannot be is left out. */
export function choiceIn([, ...parts]: readonly string[]): EscalationChoice {
  const said = saidIn(parts);
  const agreement = idIn(said, 'agreement');
  const outcome = stepOutcomes.find((each) => each === said.get('outcome'));
  return {
    period: periodIn(said),
    ...(agreement !== undefined && { agreement }),
    ...(outcome !== undefined && { outcome }),
  };
}
