import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge/lozenge';
import type { ReactElement } from 'react';
import type { ProcessReviewView } from '../../../../../src/contract/reviews';
import { useProcessReview } from '../../data/use-reviews';
import { useAddress } from '../../parts/address';
import { FailureNotice } from '../../parts/failure-notice';
import { useReader } from '../../parts/reader-context';
import { Table } from '../../parts/table';
import { TextButton } from '../../parts/text-button';
import { dateText, dayAndTimeText } from '../../text/when';
import { IMPROVEMENT } from '../improvement/improvement-address';
import { DefinitionsSkeleton } from '../project-settings/definitions-skeleton';
import { REVIEWS } from './reviews-address';
import styles from './reviews.module.css';

/** Whether service level management itself is in order, on one page (R7). */
export function ProcessPart(): ReactElement {
  const { messages } = useReader();
  const { data, error, refetch } = useProcessReview();
  return (
    <>
      <div className="section-head">
        <h2 id="reviews" className="heading">
          {messages.text('reviews.part.process')}
        </h2>
        <div className="buttons unprinted">
          <Button onClick={() => window.print()}>{messages.text('reports.print')}</Button>
        </div>
      </div>
      {error && (
        <FailureNotice error={error} retry={() => void refetch()} title={messages.text('reviews.failed')} />
      )}
      {!data && !error && <DefinitionsSkeleton label={messages.text('reviews.loading')} />}
      {data && <Answers view={data} />}
    </>
  );
}

interface Answer {
  readonly question: 'services' | 'inForce' | 'inTerm' | 'planned' | 'held' | 'done';
  /** How many there are in all. */
  readonly count: number;
  /** What is not in order: its names where they tell more than their number. */
  readonly failing: number;
  readonly names: readonly string[];
}

function Answers({ view }: { readonly view: ProcessReviewView }): ReactElement {
  const reader = useReader();
  const { messages } = reader;
  const { go } = useAddress();
  const { services, agreements, reviews, actions, asOf } = view;
  const named = (list: readonly { readonly name: string }[]): Pick<Answer, 'failing' | 'names'> => ({
    failing: list.length,
    names: list.map(({ name }) => name),
  });
  const answers: readonly Answer[] = [
    { question: 'services', count: services.count, ...named(services.uncovered) },
    { question: 'inForce', count: agreements.count, ...named(agreements.notInForce) },
    {
      question: 'inTerm',
      count: agreements.count,
      failing: agreements.ending.length,
      names: agreements.ending.map(({ name, endsAt }) => `${name} (${dateText(endsAt, asOf, reader)})`),
    },
    { question: 'planned', count: agreements.count, ...named(reviews.withoutPlan) },
    { question: 'held', count: reviews.count, failing: reviews.late, names: [] },
    { question: 'done', count: actions.count, failing: actions.late, names: [] },
  ];
  return (
    <>
      <p className="note">{messages.text('panel.asOf', { time: dayAndTimeText(asOf, reader) })}</p>
      <Table label={messages.text('reviews.part.process')}>
        <thead>
          <tr>
            {(['question', 'answer', 'numbers', 'which'] as const).map((column) => (
              <th key={column} scope="col">
                {messages.text(`reviews.process.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {answers.map(({ question, count, failing, names }) => (
            <tr key={question}>
              <th scope="row">{messages.text(`reviews.process.${question}`)}</th>
              <td>
                {count === 0 ? (
                  <Lozenge>{messages.text('reviews.process.none')}</Lozenge>
                ) : (
                  <Lozenge appearance={failing === 0 ? 'success' : 'danger'}>
                    {messages.text(failing === 0 ? 'reviews.answer.yes' : 'reviews.answer.no')}
                  </Lozenge>
                )}
              </td>
              <td className="figure">
                {messages.text('reports.cases', { met: count - Math.min(failing, count), of: count })}
              </td>
              <td>
                {names.join(', ')}
                {question === 'held' && failing > 0 && (
                  <TextButton onClick={() => go(REVIEWS)}>{messages.text('reviews.process.open')}</TextButton>
                )}
                {question === 'done' && failing > 0 && (
                  <TextButton onClick={() => go(IMPROVEMENT)}>
                    {messages.text('reviews.process.openActions')}
                  </TextButton>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
      <p className={`note ${styles['line']}`}>{messages.text('reviews.process.mend')}</p>
    </>
  );
}
