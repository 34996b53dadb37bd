import { useId, useState, type ReactElement } from 'react';
import type { GoalDraft } from '../../../../../../../src/domain/agreement/draft';
import { useReader } from '../../../../parts/reader-context';
import { TextButton } from '../../../../parts/text-button';
import { useEditor, useFindings } from '../editor-context';
import styles from '../editor.module.css';
import { matrixOf } from '../goal-matrix';
import { Said } from '../said';
import { GoalList } from './goal-list';
import { MatrixTable } from './matrix-table';

interface Props {
  readonly goals: readonly GoalDraft[];
  readonly change: (goals: readonly GoalDraft[]) => void;
  readonly path: string;
}

/** The goals of a metric: a table where they are one, and else, or when the reader likes, a list in their order. */
export function GoalsPart({ goals, change, path }: Props): ReactElement {
  const { messages } = useReader();
  const { shape } = useEditor();
  const [isList, setList] = useState(false);
  const id = useId();
  const matrix = matrixOf(goals, shape);
  const loose = useFindings(path).filter((found) => found.path === path);
  return (
    <div role="group" className={styles['part']} aria-labelledby={id}>
      <div className={styles['line']}>
        <h4 id={id} className={styles['subheading']}>
          {messages.text('agreement.edit.goal.title')}
        </h4>
        {matrix && (
          <TextButton onClick={() => setList(!isList)}>
            {messages.text(isList ? 'agreement.edit.goal.asTable' : 'agreement.edit.goal.asList')}
          </TextButton>
        )}
      </div>
      {matrix && !isList ? (
        <MatrixTable matrix={matrix} change={change} path={path} goals={goals} />
      ) : (
        <>
          <p className="note">{messages.text('agreement.edit.goal.listNote')}</p>
          <GoalList goals={goals} change={change} path={path} />
        </>
      )}
      <Said findings={loose} />
    </div>
  );
}
