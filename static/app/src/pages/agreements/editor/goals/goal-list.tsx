import Button from '@atlaskit/button/new';
import type { ReactElement } from 'react';
import type { GoalDraft } from '../../../../../../../src/domain/agreement/draft';
import { InputField } from '../../../../parts/field';
import { useStartingValues } from '../../../../data/use-starting-values';
import { useReader } from '../../../../parts/reader-context';
import { TextButton } from '../../../../parts/text-button';
import { fieldName } from '../../../../text/field-name';
import { Adding } from '../adding';
import { ConditionField } from '../condition/condition-field';
import { newState } from '../condition/condition-kinds';
import { valuesOf } from '../draft-values';
import { useEditor, useMistake } from '../editor-context';
import styles from '../editor.module.css';
import { moved } from '../entries';
import { withCondition } from '../goal-matrix';
import { OrderButtons } from '../order-buttons';
import { useKeptFocus, useRowFocus } from '../use-row-focus';
import { GoalFields } from './goal-fields';
import { splitBy } from './matrix-edits';

interface Props {
  readonly goals: readonly GoalDraft[];
  readonly change: (goals: readonly GoalDraft[]) => void;
  readonly path: string;
}

/** Goals in the order in which they are tried, each with a condition of its own: the first that fits wins. */
export function GoalList({ goals, change, path }: Props): ReactElement {
  const { messages } = useReader();
  const { shape, calendars } = useEditor();
  const starting = useStartingValues('project');
  const rows = useRowFocus<HTMLDivElement>(goals.length);
  const calendar =
    goals.at(-1)?.calendar ?? calendars.calendars.find(({ record }) => !record.archived)?.record.id ?? '';
  const [only] = goals;
  const fields = shape.fields.filter(({ values }) => values && values.length > 0);
  return (
    <div ref={rows} className={styles['list']} data-rows>
      {goals.map((goal, index) => (
        <GoalRow
          key={index}
          goal={goal}
          path={`${path}[${index}]`}
          change={(changed) => change(goals.with(index, changed))}
          remove={() => change(goals.toSpliced(index, 1))}
          place={{ index, count: goals.length, move: (by) => change(moved(goals, index, by)) }}
        />
      ))}
      <div className={styles['actions']} data-adds>
        <Button
          spacing="compact"
          onClick={() =>
            change([...goals, { name: String(goals.length + 1), within: '', calendar, ...starting?.goal }])
          }
        >
          {messages.text('agreement.edit.goal.add')}
        </Button>
        {goals.length === 1 && only && !only.when && (
          <Adding
            label={messages.text('agreement.edit.goal.splitBy')}
            choices={fields.map(({ id }) => ({ value: id, label: fieldName(id, messages) }))}
            add={(field) => change(splitBy(only, field, valuesOf(field, shape) ?? []))}
          />
        )}
      </div>
    </div>
  );
}

interface RowProps {
  readonly goal: GoalDraft;
  readonly path: string;
  readonly change: (goal: GoalDraft) => void;
  readonly remove: () => void;
  readonly place: Parameters<typeof OrderButtons>[0]['place'];
}

function GoalRow({ goal, path, change, remove, place }: RowProps): ReactElement {
  const { messages } = useReader();
  const { shape } = useEditor();
  const name = useMistake(`${path}.name`);
  const condition = useKeptFocus<HTMLDivElement>(goal.when !== undefined);
  const label = messages.text('agreement.edit.goal.row', { number: place.index + 1, name: goal.name });
  return (
    <div role="group" aria-label={label} className={styles['row']} data-row>
      <div className={styles['line']}>
        <InputField
          label={messages.text('agreement.edit.goal.name')}
          isLabelHidden
          value={goal.name}
          change={(text) => change({ ...goal, name: text })}
          mistake={name}
          autoComplete="off"
        />
        <OrderButtons name={label} place={place} />
      </div>
      <div ref={condition}>
        {goal.when ? (
          <ConditionField
            label={messages.text('agreement.edit.goal.when')}
            condition={goal.when}
            change={(when) => change({ ...goal, when })}
            want="state"
            path={`${path}.when`}
            remove={() => change(withCondition(goal, undefined))}
          />
        ) : (
          <p className={styles['line']}>
            <span>{messages.text('agreement.edit.goal.forAll')}</span>
            <TextButton onClick={() => change({ ...goal, when: newState(shape) })}>
              {messages.text('agreement.edit.goal.addWhen')}
            </TextButton>
          </p>
        )}
      </div>
      <GoalFields goal={goal} change={change} path={path} about={label} remove={remove} isConditionShown />
    </div>
  );
}
