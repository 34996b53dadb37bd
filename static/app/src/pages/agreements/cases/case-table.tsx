import Lozenge from '@atlaskit/lozenge/lozenge';
import type { ReactElement } from 'react';
import type { CaseShown } from '../../../../../../src/contract/cases';
import { useReader } from '../../../parts/reader-context';
import { Table } from '../../../parts/table';
import { TextButton } from '../../../parts/text-button';
import { targetOutcomeText, tellingOf } from '../../../text/case-text';
import { dayAndTimeText } from '../../../text/when';
import styles from '../agreements.module.css';

interface Props {
  readonly cases: readonly CaseShown[];
  readonly open: (shown: CaseShown) => void;
  readonly rename: (shown: CaseShown) => void;
  readonly throwAway: (shown: CaseShown) => void;
}

/** Each case with what it expects, and what comes instead where that is something else. */
export function CaseTable({ cases, open, rename, throwAway }: Props): ReactElement {
  const reader = useReader();
  const { messages } = reader;
  const acts = { open, rename, throwAway } as const;
  return (
    <Table label={messages.text('case.title')}>
      <thead>
        <tr>
          {(['name', 'expected', 'result', 'acts'] as const).map((column) => (
            <th key={column} scope="col">
              {messages.text(`case.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {cases.map((shown) => {
          const { doc, differences } = shown;
          return (
            <tr key={doc.id}>
              <th scope="row" className={styles['value']}>
                {doc.name}
                <div className="note">
                  {messages.text('case.opened', { at: dayAndTimeText(doc.issue.created, reader) })}
                </div>
              </th>
              <td className={styles['outcome']}>
                {tellingOf(doc.expected).map(({ metric, outcome }) => (
                  <div key={metric.id}>{targetOutcomeText(metric, outcome, reader)}</div>
                ))}
              </td>
              <td className={styles['outcome']}>
                {differences === null ? (
                  messages.text('agreements.nothing')
                ) : (
                  <Lozenge appearance={differences.length === 0 ? 'success' : 'danger'}>
                    {messages.text(differences.length === 0 ? 'case.as-expected' : 'case.differs')}
                  </Lozenge>
                )}
                {differences?.map(({ metric, found }) => (
                  <div key={metric.id}>{targetOutcomeText(metric, found, reader)}</div>
                ))}
              </td>
              <td>
                <div className="links">
                  {(['open', 'rename', 'throwAway'] as const).map((act) => (
                    <TextButton
                      key={act}
                      aria-label={messages.text(`case.${act}Named`, { name: doc.name })}
                      onClick={() => acts[act](shown)}
                    >
                      {messages.text(`case.${act}`)}
                    </TextButton>
                  ))}
                </div>
              </td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}
