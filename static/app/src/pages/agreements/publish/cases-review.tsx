import type { ReactElement } from 'react';
import type { CasesReview as Review } from '../../../../../../src/contract/cases';
import { useReader } from '../../../parts/reader-context';
import { Table } from '../../../parts/table';
import { Tick } from '../../../parts/tick';
import { outcomeText } from '../../../text/case-text';
import styles from '../agreements.module.css';

interface Props {
  /** Of the agreement that is to be published. */
  readonly id: string;
  readonly review: Review;
  readonly isAccepted: boolean;
  readonly accept: (isAccepted: boolean) => void;
  readonly mistake: string | undefined;
}

/** Whether the cases come out as expected; where they do not, publishing needs a tick that says so is right. */
export function CasesReview({ id, review, isAccepted, accept, mistake }: Props): ReactElement | null {
  const reader = useReader();
  const { messages } = reader;
  const { total, differing } = review;
  if (total === 0) return null;
  return (
    <div className={styles['part']}>
      <h3 className="subheading">{messages.text('case.review.title')}</h3>
      <p>
        {differing.length === 0
          ? messages.text('case.review.good', { total })
          : messages.text('case.review.count', { total, good: total - differing.length })}
      </p>
      {differing.length > 0 && (
        <>
          <Table label={messages.text('case.review.title')}>
            <thead>
              <tr>
                {(['name', 'target', 'expected', 'found'] as const).map((column) => (
                  <th key={column} scope="col">
                    {messages.text(`case.column.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {differing.flatMap((each) =>
                each.differences.map(({ metric, expected, found }, index) => (
                  <tr key={`${each.id} ${metric.id}`}>
                    {index === 0 && (
                      <th scope="rowgroup" rowSpan={each.differences.length} className={styles['value']}>
                        {each.name}
                        {each.agreement !== id && (
                          <div className="note">{messages.text('case.review.ofOther')}</div>
                        )}
                      </th>
                    )}
                    <td className={styles['target']}>{messages.text(`timer.kind.${metric.kind}`)}</td>
                    <td className={styles['outcome']}>{outcomeText(expected, reader)}</td>
                    <td className={styles['outcome']}>{outcomeText(found, reader)}</td>
                  </tr>
                )),
              )}
            </tbody>
          </Table>
          <Tick
            label={messages.text('case.review.accept')}
            help={messages.text('case.review.acceptHelp')}
            isChecked={isAccepted}
            change={accept}
            mistake={mistake}
          />
        </>
      )}
    </div>
  );
}
