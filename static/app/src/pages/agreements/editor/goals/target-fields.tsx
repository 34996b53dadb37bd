import type { ReactElement } from 'react';
import type { GoalDraft } from '../../../../../../../src/domain/agreement/draft';
import { ABLE } from '../../../../../../../src/domain/agreement/known-field';
import { fieldUnits } from '../../../../../../../src/domain/timer/goal';
import { InputField } from '../../../../parts/field';
import { useReader } from '../../../../parts/reader-context';
import { FieldChoice } from '../condition/field-choice';
import { WordChoice } from '../condition/word-choice';
import { useEditor, useMistake } from '../editor-context';
import styles from '../editor.module.css';
import { kindOf, newTerms, promising, termKinds } from './goal-terms';
import { WholeField } from './whole-field';

interface Props {
  readonly goal: GoalDraft;
  readonly change: (goal: GoalDraft) => void;
  readonly path: string;
}

/** What a goal promises: which kind of promise, and how much (engine rules 6, 7). */
export function TargetFields({ goal, change, path }: Props): ReactElement {
  const { messages } = useReader();
  const { shape } = useEditor();
  const kind = kindOf(goal);
  return (
    <div className={styles['target']}>
      <Amount goal={goal} change={change} path={path} />
      <WordChoice
        label={messages.text('agreement.edit.goal.kind.label')}
        value={kind}
        choices={termKinds.map((value) => ({
          value,
          label: messages.text(`agreement.edit.goal.kind.${value}`),
        }))}
        change={(chosen) => change(promising(goal, newTerms(chosen, shape)))}
      />
    </div>
  );
}

function Amount({ goal, change, path }: Props): ReactElement {
  const { messages } = useReader();
  const within = useMistake(`${path}.within`);
  const by = useMistake(`${path}.by`);
  const days = useMistake(`${path}.businessDays`);
  const onDay = useMistake(`${path}.onBusinessDay`);
  if ('within' in goal) {
    return (
      <InputField
        label={messages.text('agreement.edit.goal.within')}
        isLabelHidden
        value={goal.within}
        change={(text) => change({ ...goal, within: text })}
        placeholder="4h 30m"
        // Whoever has written nothing yet is helped, not blamed.
        mistake={goal.within.trim() === '' ? undefined : within}
        help={goal.within.trim() === '' && messages.text('agreement.edit.goal.howWritten')}
        autoComplete="off"
        spellCheck={false}
      />
    );
  }
  if ('businessDays' in goal) {
    return (
      <WholeField
        label={messages.text('agreement.edit.goal.businessDays')}
        value={goal.businessDays}
        change={(businessDays) => change({ ...goal, businessDays })}
        mistake={days}
      />
    );
  }
  if ('by' in goal) {
    return (
      <>
        <InputField
          label={messages.text('agreement.edit.goal.by')}
          isLabelHidden
          type="time"
          value={goal.by}
          change={(text) => change({ ...goal, by: text })}
          mistake={by}
        />
        <WholeField
          label={messages.text('agreement.edit.goal.onBusinessDay')}
          value={goal.onBusinessDay}
          change={(onBusinessDay) => change({ ...goal, onBusinessDay })}
          mistake={onDay}
        />
      </>
    );
  }
  if ('until' in goal) {
    return (
      <FieldChoice
        label={messages.text('agreement.edit.goal.until')}
        field={goal.until}
        change={(until) => change({ ...goal, until })}
        kinds={ABLE.date}
      />
    );
  }
  return (
    <>
      <FieldChoice
        label={messages.text('agreement.edit.goal.withinField')}
        field={goal.withinField}
        change={(withinField) => change({ ...goal, withinField })}
        kinds={ABLE.length}
      />
      <WordChoice
        label={messages.text('agreement.edit.goal.unit.label')}
        value={goal.unit}
        choices={fieldUnits.map((value) => ({
          value,
          label: messages.text(`agreement.edit.goal.unit.${value}`),
        }))}
        change={(unit) => change({ ...goal, unit })}
      />
    </>
  );
}
