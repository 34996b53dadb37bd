import { useEffect, useRef, type ReactElement } from 'react';
import { PRIORITY } from '../../../../../../../src/domain/agreement/priority-matrix';
import type { ProjectShape } from '../../../../../../../src/domain/agreement/project-shape';
import { useFieldValues } from '../../../../data/use-choices';
import { Notice } from '../../../../parts/notice';
import { useReader } from '../../../../parts/reader-context';
import { Table } from '../../../../parts/table';
import { WordChoice } from '../condition/word-choice';
import { means, valuesOf, type WrittenValue } from '../draft-values';
import { useEditor, useFindings } from '../editor-context';
import { Said } from '../said';
import { axisOf, priorityAt, proposed, withPriority, type Axis, type MatrixDraft } from './priority-grid';

interface Props {
  readonly matrix: MatrixDraft;
  readonly change: (matrix: MatrixDraft) => void;
  readonly path: string;
  /** Takes a first proposal, as soon as the values are known; left out where none is wanted. */
  readonly propose: ((matrix: MatrixDraft) => void) | undefined;
}

/** The priorities themselves: impact down, urgency across. */
export function PriorityTable({ matrix, change, path, propose }: Props): ReactElement | null {
  const { messages } = useReader();
  const { shape } = useEditor();
  const findings = useFindings(`${path}.cells`);
  const impacts = useAxis(matrix, 'impact', shape);
  const urgencies = useAxis(matrix, 'urgency', shape);
  const priorities = valuesOf(PRIORITY, shape) ?? [];
  const isReading = impacts.isReading || urgencies.isReading;
  const areFields = matrix.impact !== '' && matrix.urgency !== '' && matrix.impact !== matrix.urgency;
  const isThere = areFields && !isReading && impacts.values.length > 0 && urgencies.values.length > 0;

  // What is handed on comes back only after other effects of it, between which nothing may be handed on again.
  const isProposed = useRef(false);
  useEffect(() => {
    const isDue = isThere && propose !== undefined;
    if (isDue && !isProposed.current) {
      propose(proposed(matrix, impacts.values, urgencies.values, priorities));
    }
    isProposed.current = isDue;
  });

  if (!areFields) return null;
  if (isReading) return <p role="status">{messages.text('priority.reading')}</p>;
  if (impacts.isUnread || urgencies.isUnread) {
    return <Notice tone="warning">{messages.text('priority.unread')}</Notice>;
  }
  if (!isThere) return <Notice tone="information">{messages.text('priority.nothingSeen')}</Notice>;
  return (
    <>
      <Table label={messages.text('priority.table')}>
        <thead>
          <tr>
            <th scope="col">{messages.text('priority.corner')}</th>
            {urgencies.values.map((urgency) => (
              <th key={urgency.id} scope="col">
                {urgency.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {impacts.values.map((impact) => (
            <tr key={impact.id}>
              <th scope="row">{impact.name}</th>
              {urgencies.values.map((urgency) => (
                <td key={urgency.id}>
                  <PriorityChoice
                    label={messages.text('priority.cell', { impact: impact.name, urgency: urgency.name })}
                    priorities={priorities}
                    text={priorityAt(matrix, impact, urgency)}
                    change={(priority) => change(withPriority(matrix, impact, urgency, priority))}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
      {(impacts.isSeen || urgencies.isSeen) && <p className="note">{messages.text('priority.seen')}</p>}
      <Said findings={findings} />
    </>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly priorities: readonly WrittenValue[];
  /** As it is written; undefined for none. */
  readonly text: string | undefined;
  readonly change: (priority: string | undefined) => void;
}

/** The priority for two values. One that the site does not have stays while it is chosen. */
function PriorityChoice({ label, priorities, text, change }: ChoiceProps): ReactElement {
  const { messages } = useReader();
  const chosen = priorities.find((priority) => text !== undefined && means(text, priority));
  const isUnknown = text !== undefined && !chosen;
  return (
    <WordChoice
      label={label}
      value={chosen?.text ?? text ?? ''}
      isWrong={isUnknown}
      choices={[
        { value: '', label: messages.text('priority.none') },
        ...(isUnknown
          ? [{ value: text, label: messages.text('agreement.edit.unknown', { name: text }) }]
          : []),
        ...priorities.map((priority) => ({ value: priority.text, label: priority.name })),
      ]}
      change={(value) => change(value === '' ? undefined : value)}
    />
  );
}

interface AxisValues {
  readonly values: readonly WrittenValue[];
  readonly isReading: boolean;
  readonly isUnread: boolean;
  /** They are only what some issues have. */
  readonly isSeen: boolean;
}

function useAxis(matrix: MatrixDraft, axis: Axis, shape: ProjectShape): AxisValues {
  const field = shape.fields.find(({ id }) => id === matrix[axis]);
  const isSeen = field !== undefined && !field.values;
  const seen = useFieldValues(matrix[axis], isSeen);
  return {
    values: axisOf(matrix, axis, shape, seen.data ?? []),
    isReading: isSeen && seen.isPending,
    isUnread: isSeen && seen.isError,
    isSeen,
  };
}
