import type { ReactElement } from 'react';
import type { ThresholdDraft } from '../../../../../../../src/domain/agreement/draft';
import { InputField } from '../../../../parts/field';
import { useReader } from '../../../../parts/reader-context';
import { TextButton } from '../../../../parts/text-button';
import { lies } from '../check-draft';
import { WordChoice } from '../condition/word-choice';
import { useFindings, useMistake } from '../editor-context';
import styles from '../editor.module.css';
import { withEntry } from '../entries';
import { Said } from '../said';
import { ActionsPart } from './actions-part';

const marks = ['atShare', 'before', 'after'] as const;
type Mark = (typeof marks)[number];

interface Props {
  readonly threshold: ThresholdDraft;
  readonly number: number;
  readonly path: string;
  readonly change: (threshold: ThresholdDraft) => void;
  readonly remove: () => void;
}

/** One mark on the way of a timer, and what is done when it is passed. */
export function ThresholdRow({ threshold, number, path, change, remove }: Props): ReactElement {
  const { messages } = useReader();
  const mark = marks.find((each) => each in threshold) ?? 'atShare';
  const text = textOf(threshold);
  const mistake = useMistake(`${path}.${mark}`);
  const findings = useFindings(path).filter(
    ({ path: at }) => !lies(at, `${path}.${mark}`) && !lies(at, `${path}.actions`),
  );
  const label = messages.text('agreement.edit.alert.row', { number });
  return (
    <div role="group" aria-label={label} className={styles['row']} data-row>
      <div className={styles['line']}>
        <div className={styles['target']}>
          <InputField
            label={messages.text(`agreement.edit.alert.mark.${mark}`)}
            isLabelHidden
            value={text}
            change={(typed) => change(marked(threshold, mark, typed))}
            placeholder={mark === 'atShare' ? '75%' : '1h'}
            mistake={mistake}
            autoComplete="off"
          />
          <WordChoice
            label={messages.text('agreement.edit.alert.mark.label')}
            value={mark}
            choices={marks.map((value) => ({
              value,
              label: messages.text(`agreement.edit.alert.mark.${value}`),
            }))}
            change={(chosen) => change(marked(threshold, chosen, ''))}
          />
        </div>
        <TextButton
          aria-label={messages.text('agreement.edit.removeNamed', { name: label })}
          onClick={remove}
        >
          {messages.text('agreement.edit.remove')}
        </TextButton>
      </div>
      <ActionsPart
        actions={threshold.actions ?? []}
        change={(actions) =>
          change(withEntry(threshold, 'actions', actions.length > 0 ? actions : undefined))
        }
        path={`${path}.actions`}
      />
      <Said findings={findings} />
    </div>
  );
}

function textOf(threshold: ThresholdDraft): string {
  if ('atShare' in threshold) return threshold.atShare;
  return 'before' in threshold ? threshold.before : threshold.after;
}

function marked({ id, actions }: ThresholdDraft, mark: Mark, text: string): ThresholdDraft {
  const base = { id, ...(actions && { actions }) };
  if (mark === 'atShare') return { ...base, atShare: text };
  return mark === 'before' ? { ...base, before: text } : { ...base, after: text };
}
