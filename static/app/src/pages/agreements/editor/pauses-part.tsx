import Button from '@atlaskit/button/new';
import type { ReactElement } from 'react';
import type { MetricDraft } from '../../../../../../src/domain/agreement/draft';
import { InputField } from '../../../parts/field';
import { useReader } from '../../../parts/reader-context';
import { TextButton } from '../../../parts/text-button';
import { ConditionField } from './condition/condition-field';
import { newState } from './condition/condition-kinds';
import { useEditor, useFindings, useMistake } from './editor-context';
import styles from './editor.module.css';
import { Said } from './said';
import { useRowFocus } from './use-row-focus';

type Pause = MetricDraft['pause'][number];

interface Props {
  readonly pauses: readonly Pause[];
  readonly change: (pauses: readonly Pause[]) => void;
  readonly path: string;
}

/** When the clock waits, each reason with the name that people are shown. */
export function PausesPart({ pauses, change, path }: Props): ReactElement {
  const { messages } = useReader();
  const { shape } = useEditor();
  const rows = useRowFocus<HTMLDivElement>(pauses.length);
  return (
    <div ref={rows} className={styles['list']} data-rows>
      {pauses.map((pause, index) => (
        <PauseRow
          key={index}
          pause={pause}
          path={`${path}[${index}]`}
          change={(changed) => change(pauses.with(index, changed))}
          remove={() => change(pauses.toSpliced(index, 1))}
        />
      ))}
      <div className={styles['actions']} data-adds>
        <Button spacing="compact" onClick={() => change([...pauses, { name: '', while: newState(shape) }])}>
          {messages.text('agreement.edit.pause.add')}
        </Button>
        <span className="note">{messages.text('agreement.edit.pause.note')}</span>
      </div>
    </div>
  );
}

interface RowProps {
  readonly pause: Pause;
  readonly change: (pause: Pause) => void;
  readonly path: string;
  readonly remove: () => void;
}

function PauseRow({ pause, change, path, remove }: RowProps): ReactElement {
  const { messages } = useReader();
  const mistake = useMistake(`${path}.name`);
  const loose = useFindings(path).filter(({ path: at }) => at === path);
  return (
    <div className={styles['row']} data-row>
      <div className={styles['line']}>
        <InputField
          label={messages.text('agreement.edit.pause.name')}
          placeholder={messages.text('agreement.edit.pause.example')}
          value={pause.name}
          change={(name) => change({ ...pause, name })}
          mistake={mistake}
          autoComplete="off"
        />
        <span className={styles['actions']}>
          <TextButton
            aria-label={messages.text('agreement.edit.removeNamed', {
              name: pause.name || messages.text('agreement.edit.pause.while'),
            })}
            onClick={remove}
          >
            {messages.text('agreement.edit.remove')}
          </TextButton>
        </span>
      </div>
      <ConditionField
        label={messages.text('agreement.edit.pause.while')}
        condition={pause.while}
        change={(state) => change({ ...pause, while: state })}
        want="state"
        path={`${path}.while`}
      />
      <Said findings={loose} />
    </div>
  );
}
