import type { ReactElement } from 'react';
import type { GoalDraft } from '../../../../../../../src/domain/agreement/draft';
import { useStartingValues } from '../../../../data/use-starting-values';
import { useReader } from '../../../../parts/reader-context';
import { TextButton } from '../../../../parts/text-button';
import { useEditor } from '../editor-context';
import { GoalFields } from './goal-fields';

interface Props {
  /** Whom it is for. */
  readonly about: string;
  readonly goal: GoalDraft | undefined;
  readonly path: string;
  readonly change: (goal: GoalDraft | undefined) => void;
}

/** What is promised in one row and column; nothing is a promise not made, and can be made. */
export function MatrixCell({ about, goal, path, change }: Props): ReactElement {
  const { messages } = useReader();
  const { calendars } = useEditor().calendars;
  const starting = useStartingValues('project');
  const calendar = calendars.find(({ record }) => !record.archived)?.record.id ?? '';
  return (
    <td>
      {goal ? (
        <div role="group" aria-label={about}>
          <GoalFields
            goal={goal}
            change={change}
            path={path}
            about={about}
            remove={() => change(undefined)}
          />
        </div>
      ) : (
        <span className="note">
          {messages.text('agreement.edit.goal.nothing')}{' '}
          <TextButton
            aria-label={messages.text('agreement.edit.goal.promiseNamed', { name: about })}
            onClick={() => change({ name: about, within: '', calendar, ...starting?.goal })}
          >
            {messages.text('agreement.edit.goal.addPromise')}
          </TextButton>
        </span>
      )}
    </td>
  );
}
