import { useId, useState, type ReactElement } from 'react';
import { useReader } from '../../../../parts/reader-context';
import { TextButton } from '../../../../parts/text-button';
import { conditionText } from '../../../../text/condition-text';
import { readable, type ConditionDraft } from '../draft-values';
import { useEditor, useFindings } from '../editor-context';
import styles from '../editor.module.css';
import { Said } from '../said';
import { ConditionNode } from './condition-node';
import type { Want } from './condition-kinds';

interface Props {
  readonly label: string;
  /** What it does, in a sentence. */
  readonly help?: string;
  readonly condition: ConditionDraft;
  readonly change: (condition: ConditionDraft) => void;
  readonly want: 'state' | 'event';
  /** Where it stands in the draft. */
  readonly path: string;
  /** Where the agreement can do without it. */
  readonly remove?: () => void;
}

/** A condition as a sentence, which opens into a builder. */
export function ConditionField({ label, help, condition, change, want, path, remove }: Props): ReactElement {
  const reader = useReader();
  const { messages } = reader;
  const { shape } = useEditor();
  const findings = useFindings(path);
  const [isOpen, setOpen] = useState(findings.some(({ severity }) => severity === 'error'));
  const id = useId();
  return (
    <div role="group" aria-labelledby={`${id}-label`} className={styles['condition']}>
      <div className={styles['line']}>
        <span id={`${id}-label`} className="label">
          {label}
        </span>
        <span className={styles['actions']}>
          <TextButton
            aria-expanded={isOpen}
            aria-controls={id}
            aria-label={messages.text(
              isOpen ? 'agreement.edit.condition.closeNamed' : 'agreement.edit.condition.editNamed',
              { name: label },
            )}
            onClick={() => setOpen(!isOpen)}
          >
            {messages.text(isOpen ? 'agreement.edit.condition.close' : 'agreement.edit.condition.edit')}
          </TextButton>
          {remove && (
            <TextButton
              aria-label={messages.text('agreement.edit.removeNamed', { name: label })}
              onClick={remove}
            >
              {messages.text('agreement.edit.remove')}
            </TextButton>
          )}
        </span>
      </div>
      {help !== undefined && <p className="note">{help}</p>}
      <p>{sentenceOf(conditionText(readable(condition, shape), reader))}</p>
      <div id={id}>{isOpen && <Builder {...{ condition, change, want, path }} />}</div>
      <Said findings={findings} />
    </div>
  );
}

/** A clause with a capital, where the language has them. */
const sentenceOf = (clause: string): string => clause.slice(0, 1).toLocaleUpperCase() + clause.slice(1);

type BuilderProps = Pick<Props, 'condition' | 'change' | 'path'> & { readonly want: Want };

function Builder(props: BuilderProps): ReactElement {
  return (
    <div className={styles['builder']}>
      <ConditionNode {...props} isRoot />
    </div>
  );
}
