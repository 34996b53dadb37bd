import type { ReactElement } from 'react';
import type { ProjectShape } from '../../../../../src/domain/agreement/project-shape';
import {
  issueKinds,
  stages,
  valuesOf,
  type IssueKind,
  type Stage,
  type Ways,
} from '../../../../../src/domain/agreement/presets/ways';
import { Disclosure } from '../../parts/disclosure';
import { ChoiceField } from '../../parts/field';
import { useReader } from '../../parts/reader-context';
import { Tick } from '../../parts/tick';
import styles from './start.module.css';

interface Props {
  readonly shape: ProjectShape;
  readonly ways: Ways;
  readonly change: (ways: Ways) => void;
}

/** What the project's statuses, issue types and priorities mean, as it was guessed and as the reader corrects it. */
export function WaysFields({ shape, ways, change }: Props): ReactElement {
  const { messages } = useReader();
  const stageChoices = stages.map((value) => ({ value, label: messages.text(`start.ways.stage.${value}`) }));
  const kindChoices = issueKinds.map((value) => ({
    value,
    label: messages.text(`start.ways.kind.${value}`),
  }));
  const setUrgent = (id: string, isUrgent: boolean): void =>
    change({ ...ways, urgent: [...ways.urgent.filter((each) => each !== id), ...(isUrgent ? [id] : [])] });
  return (
    <Disclosure summary={messages.text('start.ways.title')}>
      <p className="note">{messages.text('start.ways.note')}</p>
      <fieldset className={styles['group']}>
        <legend className={styles['legend']}>{messages.text('start.ways.statuses')}</legend>
        <div className={styles['fields']}>
          {valuesOf(shape, 'status').map(({ id, name }) => (
            <ChoiceField
              key={id}
              label={name}
              value={ways.stages[id] ?? 'in-work'}
              choices={stageChoices}
              change={(stage) => change({ ...ways, stages: { ...ways.stages, [id]: stage as Stage } })}
            />
          ))}
        </div>
      </fieldset>
      <fieldset className={styles['group']}>
        <legend className={styles['legend']}>{messages.text('start.ways.types')}</legend>
        <div className={styles['fields']}>
          {valuesOf(shape, 'issuetype').map(({ id, name }) => (
            <ChoiceField
              key={id}
              label={name}
              value={ways.kinds[id] ?? 'request'}
              choices={kindChoices}
              change={(kind) => change({ ...ways, kinds: { ...ways.kinds, [id]: kind as IssueKind } })}
            />
          ))}
        </div>
      </fieldset>
      <fieldset className={styles['group']}>
        <legend className={styles['legend']}>{messages.text('start.ways.urgent')}</legend>
        <div className={styles['ticks']}>
          {valuesOf(shape, 'priority').map(({ id, name }) => (
            <Tick
              key={id}
              label={name}
              isChecked={ways.urgent.includes(id)}
              change={(isUrgent) => setUrgent(id, isUrgent)}
            />
          ))}
        </div>
      </fieldset>
    </Disclosure>
  );
}
