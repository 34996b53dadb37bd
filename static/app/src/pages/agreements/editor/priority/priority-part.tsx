import Button from '@atlaskit/button/new';
import { useId, useState, type ReactElement } from 'react';
import type { AgreementDraft } from '../../../../../../../src/domain/agreement/draft';
import { ChoiceField } from '../../../../parts/field';
import { useReader } from '../../../../parts/reader-context';
import { TextButton } from '../../../../parts/text-button';
import { Tick } from '../../../../parts/tick';
import { fieldName } from '../../../../text/field-name';
import { ROOT } from '../check-draft';
import { useEditor, useMistake } from '../editor-context';
import styles from '../editor.module.css';
import { withEntry } from '../entries';
import { useKeptFocus } from '../use-row-focus';
import { choiceFields, newMatrix, type Axis, type MatrixDraft } from './priority-grid';
import { PriorityTable } from './priority-table';
import { compareNames } from '../../../../text/names';

interface Props {
  readonly text: AgreementDraft;
  readonly change: (text: AgreementDraft) => void;
}

const PATH = `${ROOT}.priorityMatrix`;

/** Which priority issues have by their impact and urgency, where the agreement says so (A13). */
export function PriorityPart({ text, change }: Props): ReactElement {
  const { messages } = useReader();
  const { shape } = useEditor();
  const id = useId();
  /** Fields were chosen just now: a proposal is made as soon as their values are known. */
  const [isFresh, setFresh] = useState(false);
  const { priorityMatrix: matrix } = text;
  const place = useKeptFocus<HTMLElement>(matrix !== undefined);
  const set = (next: MatrixDraft | undefined): void => change(withEntry(text, 'priorityMatrix', next));
  const choose = (next: MatrixDraft): void => {
    setFresh(true);
    set(next);
  };
  const propose = (next: MatrixDraft): void => {
    setFresh(false);
    set(next);
  };
  const isPossible = choiceFields(shape).length > 1;
  return (
    <section ref={place} className={styles['part']} aria-labelledby={id}>
      <div className={styles['line']}>
        <h3 id={id} className="subheading">
          {messages.text('priority.title')}
        </h3>
        {matrix && <TextButton onClick={() => set(undefined)}>{messages.text('priority.remove')}</TextButton>}
      </div>
      <p className="note">{messages.text('priority.note')}</p>
      {!matrix && !isPossible && <p className="note">{messages.text('priority.noFields')}</p>}
      {!matrix && isPossible && (
        <div>
          <Button onClick={() => choose(newMatrix(shape))}>{messages.text('priority.add')}</Button>
        </div>
      )}
      {matrix && (
        <>
          <div className={styles['fields']}>
            <AxisField axis="impact" matrix={matrix} change={choose} />
            <AxisField axis="urgency" matrix={matrix} change={choose} />
          </div>
          <PriorityTable matrix={matrix} change={set} path={PATH} propose={isFresh ? propose : undefined} />
          <Tick
            label={messages.text('priority.sets')}
            help={messages.text('priority.setsHelp')}
            isChecked={matrix.sets}
            change={(sets) => set({ ...matrix, sets })}
          />
        </>
      )}
    </section>
  );
}

interface AxisProps {
  readonly axis: Axis;
  readonly matrix: MatrixDraft;
  readonly change: (matrix: MatrixDraft) => void;
}

/** The field of one side. With another one, nothing of what was said by the old one holds. */
function AxisField({ axis, matrix, change }: AxisProps): ReactElement {
  const { messages, locale } = useReader();
  const { shape } = useEditor();
  const field = matrix[axis];
  const mistake = useMistake(`${PATH}.${axis}`);
  const offered = choiceFields(shape)
    .map(({ id }) => ({ value: id, label: fieldName(id, messages) }))
    .sort((a, b) => compareNames(a.label, b.label, locale));
  const isOffered = field === '' || offered.some(({ value }) => value === field);
  return (
    <ChoiceField
      label={messages.text(`priority.${axis}`)}
      value={field}
      choices={[
        { value: '', label: messages.text('priority.chooseField') },
        ...(isOffered
          ? []
          : [{ value: field, label: messages.text('agreement.edit.unknown', { name: field }) }]),
        ...offered,
      ]}
      change={(chosen) => {
        const { names: _names, ...rest } = matrix;
        change({ ...rest, [axis]: chosen, cells: [] });
      }}
      mistake={mistake}
    />
  );
}
