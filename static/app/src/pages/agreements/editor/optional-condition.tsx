import type { ReactElement } from 'react';
import { useReader } from '../../../parts/reader-context';
import { TextButton } from '../../../parts/text-button';
import { ConditionField } from './condition/condition-field';
import { newState } from './condition/condition-kinds';
import type { ConditionDraft } from './draft-values';
import { useEditor } from './editor-context';
import styles from './editor.module.css';
import { useKeptFocus } from './use-row-focus';

interface Props {
  readonly label: string;
  readonly help: string;
  readonly condition: ConditionDraft | undefined;
  readonly change: (condition: ConditionDraft | undefined) => void;
  readonly want: 'state' | 'event';
  readonly path: string;
}

/** A condition that is added when it is wanted. */
export function OptionalCondition({ condition, ...props }: Props): ReactElement {
  const { label, help, change, want } = props;
  const { messages } = useReader();
  const { shape } = useEditor();
  const place = useKeptFocus<HTMLDivElement>(condition !== undefined);
  if (condition) {
    return (
      <div ref={place}>
        <ConditionField {...props} condition={condition} remove={() => change(undefined)} />
      </div>
    );
  }
  const fresh = newState(shape);
  return (
    <div ref={place} className={styles['offer']}>
      <span className="label">{label}</span>
      <span className="note">{help}</span>
      <span className={styles['actions']}>
        <TextButton
          aria-label={messages.text('agreement.edit.addNamed', { name: label })}
          onClick={() => change(want === 'event' ? { begins: fresh } : fresh)}
        >
          {messages.text('agreement.edit.add')}
        </TextButton>
      </span>
    </div>
  );
}
