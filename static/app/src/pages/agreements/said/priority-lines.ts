import type { AgreementDraft } from '../../../../../../src/domain/agreement/draft';
import { fieldName } from '../../../text/field-name';
import type { Reader } from '../../../text/reader';
import type { Line } from './lines';

/** Which priorities an agreement gives by impact and urgency, each pair in a line of its own. */
export function priorityLines({ priorityMatrix }: AgreementDraft, { messages }: Reader): Line[] {
  if (!priorityMatrix) return [];
  const { impact, urgency, names = {}, cells, sets } = priorityMatrix;
  const group = messages.text('priority.title');
  return [
    {
      key: 'priority fields',
      group,
      label: messages.text('priority.said.fields'),
      value: messages.text('priority.cell', {
        impact: fieldName(impact, messages),
        urgency: fieldName(urgency, messages),
      }),
    },
    ...cells.map((cell) => ({
      key: `priority ${cell.impact} × ${cell.urgency}`,
      group,
      label: messages.text('priority.cell', {
        impact: names[cell.impact] ?? cell.impact,
        urgency: names[cell.urgency] ?? cell.urgency,
      }),
      value: cell.priority,
    })),
    {
      key: 'priority sets',
      group,
      label: messages.text('priority.said.sets'),
      value: messages.text(sets ? 'priority.said.isSet' : 'priority.said.isShown'),
    },
  ];
}
