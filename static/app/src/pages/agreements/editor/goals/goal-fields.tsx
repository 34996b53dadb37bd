import { useState, type ReactElement } from 'react';
import type { GoalDraft } from '../../../../../../../src/domain/agreement/draft';
import { AT_RISK_AT } from '../../../../../../../src/domain/timer/goal';
import { InputField } from '../../../../parts/field';
import { useReader } from '../../../../parts/reader-context';
import { TextButton } from '../../../../parts/text-button';
import { whenText } from '../../../../text/when';
import { lies } from '../check-draft';
import { useEditor, useFindings, useMistake } from '../editor-context';
import styles from '../editor.module.css';
import { withEntry } from '../entries';
import { exampleDue } from '../example-due';
import { Said } from '../said';
import { CalendarChoice } from './calendar-choice';
import { TargetFields } from './target-fields';

interface Props {
  readonly goal: GoalDraft;
  readonly change: (goal: GoalDraft) => void;
  readonly path: string;
  /** Whom the goal is for, for those who hear the page. */
  readonly about: string;
  readonly remove: () => void;
  /** Which field its condition stands in, which tells what is wrong with it. */
  readonly isConditionShown?: boolean;
}

/** One goal: what is promised, on which calendar, when that would be, and the rest on demand. */
export function GoalFields({
  goal,
  change,
  path,
  about,
  remove,
  isConditionShown = false,
}: Props): ReactElement {
  const { messages } = useReader();
  const findings = useFindings(path);
  const isOdd = findings.some(({ path: at }) => lies(at, `${path}.name`) || lies(at, `${path}.atRiskAt`));
  const [isOpen, setOpen] = useState(isOdd);
  const taken = ['within', 'by', 'businessDays', 'onBusinessDay', 'name', 'atRiskAt'].map(
    (key) => `${path}.${key}`,
  );
  if (isConditionShown) taken.push(`${path}.when`);
  const others = findings.filter(
    ({ path: at, severity }) => severity === 'warning' || !taken.some((place) => lies(at, place)),
  );
  return (
    <div className={styles['goal']}>
      <TargetFields goal={goal} change={change} path={path} />
      <CalendarChoice
        calendar={goal.calendar}
        change={(calendar) => change({ ...goal, calendar })}
        mistake={findings.some(({ path: at }) => at === `${path}.calendar`)}
      />
      <Example goal={goal} />
      <span className={styles['actions']}>
        <TextButton
          aria-expanded={isOpen}
          aria-label={messages.text('agreement.edit.goal.moreNamed', { name: about })}
          onClick={() => setOpen(!isOpen)}
        >
          {messages.text('agreement.edit.goal.more')}
        </TextButton>
        <TextButton
          aria-label={messages.text('agreement.edit.removeNamed', { name: about })}
          onClick={remove}
        >
          {messages.text('agreement.edit.remove')}
        </TextButton>
      </span>
      {isOpen && <GoalMore goal={goal} change={change} path={path} />}
      <Said findings={others} />
    </div>
  );
}

function GoalMore({ goal, change, path }: Pick<Props, 'goal' | 'change' | 'path'>): ReactElement {
  const { messages } = useReader();
  const name = useMistake(`${path}.name`);
  const atRiskAt = useMistake(`${path}.atRiskAt`);
  return (
    <div className={styles['more']}>
      <InputField
        label={messages.text('agreement.edit.goal.name')}
        help={messages.text('agreement.edit.goal.nameHelp')}
        value={goal.name}
        change={(text) => change({ ...goal, name: text })}
        mistake={name}
        autoComplete="off"
      />
      <InputField
        label={messages.text('agreement.edit.goal.atRiskAt')}
        help={messages.text('agreement.edit.goal.atRiskAtHelp', { share: AT_RISK_AT / 100 })}
        value={goal.atRiskAt ?? ''}
        placeholder={`${AT_RISK_AT}%`}
        change={(text) => change(withEntry(goal, 'atRiskAt', text === '' ? undefined : text))}
        mistake={atRiskAt}
        autoComplete="off"
      />
    </div>
  );
}

/** When the goal would be due, if that can be said yet. */
function Example({ goal }: { readonly goal: GoalDraft }): ReactElement {
  const reader = useReader();
  const { calendars, now, startsAt } = useEditor();
  const due = exampleDue(goal, calendars, startsAt);
  return (
    <span className={styles['example']} role="status">
      {due !== undefined &&
        reader.messages.text('agreement.edit.goal.due', { due: whenText(due, now, reader) })}
    </span>
  );
}
