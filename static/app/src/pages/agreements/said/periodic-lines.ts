import type { AgreementDraft } from '../../../../../../src/domain/agreement/draft';
import { ruleOf } from '../../../../../../src/domain/monitoring/measures';
import type { Reader } from '../../../text/reader';
import type { Known, Line } from './lines';

/** What an agreement promises for periods, each target in a line of its own. */
export function periodicLines(
  { periodicTargets = [], metrics }: AgreementDraft,
  { calendars, services, people }: Known,
  { messages }: Reader,
): Line[] {
  return periodicTargets.map((target) => {
    const { id, measure, period, metric, service, calendar, base, name, byHand, responsible } = target;
    const kind = metrics.find((each) => each.id === metric)?.kind;
    const what =
      (kind && messages.text(`timer.kind.${kind}`)) ??
      (service === undefined ? undefined : (services.get(service) ?? service)) ??
      base ??
      name;
    const measured = messages.text(`measure.${measure}`);
    const amount = messages.text(`measure.bound.${ruleOf(measure).bound}`, { amount: target.target });
    return {
      key: `periodic ${id}`,
      group: messages.text('agreements.said.periodic'),
      label: what === undefined ? measured : messages.text('measure.of', { measure: measured, what }),
      value: [
        `${amount} ${messages.text(`measure.each.${period}`)}`,
        ...(calendar === undefined ? [] : [calendars.get(calendar) ?? calendar]),
        ...(byHand ? [messages.text('measure.source.hand')] : []),
        ...(responsible === undefined
          ? []
          : [messages.text('agreements.said.responsible', { name: people.get(responsible) ?? responsible })]),
      ].join('\n'),
    };
  });
}
