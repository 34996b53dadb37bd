import type { ReactElement } from 'react';
import type { CaseOutcome } from '../../../../../src/domain/agreement/saved-case';
import { ChoiceField, InputField } from '../../parts/field';
import { useReader } from '../../parts/reader-context';
import { instantOf } from '../../text/wall-input';
import { isTimed, outcomeChoices, type Expectation } from './expectation';
import styles from './rules.module.css';

interface Props {
  readonly expectation: Expectation;
  readonly change: (expectation: Expectation) => void;
  /** Somebody has tried to save it, so that what is missing is told. */
  readonly wasSaved: boolean;
}

/** What is expected of one target: what becomes of it, and when where that has a time. */
export function ExpectationField({ expectation, change, wasSaved }: Props): ReactElement {
  const { messages, zone } = useReader();
  const { metric, kind, at } = expectation;
  const target = messages.text(`timer.kind.${metric.kind}`);
  return (
    <div className={styles['expectation']} role="group" aria-label={target}>
      <ChoiceField
        label={target}
        value={kind}
        choices={outcomeChoices.map((value) => ({ value, label: messages.text(`case.choice.${value}`) }))}
        change={(value) => change({ ...expectation, kind: value as CaseOutcome['kind'] })}
      />
      {isTimed(kind) && (
        <InputField
          type="datetime-local"
          label={messages.text('case.when')}
          value={at}
          change={(value) => change({ ...expectation, at: value })}
          mistake={wasSaved && instantOf(at, zone) === undefined ? messages.text('case.noTime') : undefined}
        />
      )}
    </div>
  );
}
