import type { ReactElement, ReactNode } from 'react';
import type { Held } from '../../../../../src/domain/review/review';
import { usePersons } from '../../data/use-rights';
import { useReader } from '../../parts/reader-context';
import { Table } from '../../parts/table';
import { personName } from '../rights/person-name';
import { questions } from './held-draft';
import { dayText } from './review-text';
import styles from './reviews.module.css';

/** What was said of a review that was held. */
export function HeldFacts({ held }: { readonly held: Held }): ReactElement {
  const reader = useReader();
  const { messages } = reader;
  const { participants, customers, responsible, minutes, changedNeeds, satisfaction, decisions } = held;
  const persons = usePersons([...participants, responsible].filter((account) => account !== ''));
  const nameOf = (account: string): string => personName(persons.get(account), messages);
  const none = messages.text('reviews.none');
  const facts: readonly (readonly [label: string, value: string])[] = [
    [messages.text('reviews.held.on'), dayText(held.on, reader)],
    [messages.text('reviews.held.method'), messages.text(`reviews.method.${held.method}`)],
    [messages.text('reviews.held.participants'), participants.map(nameOf).join(', ') || none],
    [messages.text('reviews.held.customers'), customers || none],
    [messages.text('reviews.held.responsible'), responsible ? nameOf(responsible) : none],
    [messages.text('reviews.held.minutes'), minutes || none],
    [messages.text('reviews.held.changedNeeds'), changedNeeds || none],
    [
      messages.text('reviews.held.satisfaction'),
      satisfaction === undefined
        ? messages.text('reviews.held.notAsked')
        : messages.text('reviews.held.score', { score: satisfaction }),
    ],
  ];
  const answers: Readonly<Record<string, { readonly answer: string; readonly remark: string } | undefined>> =
    {
      ...Object.fromEntries(
        Object.entries(held.checklist).map(([item, said]) => [`checklist.${item}`, said]),
      ),
      ...Object.fromEntries(Object.entries(held.keeps).map(([item, said]) => [`keeps.${item}`, said])),
    };
  return (
    <>
      <dl className={styles['facts']}>
        {facts.map(([label, value]) => (
          <Fact key={label} label={label}>
            {value}
          </Fact>
        ))}
        <Fact label={messages.text('reviews.held.decisions')}>
          {decisions.length === 0 ? (
            none
          ) : (
            <ol className={styles['list']}>
              {decisions.map((decision, index) => (
                <li key={index}>{decision}</li>
              ))}
            </ol>
          )}
        </Fact>
      </dl>
      <Table label={messages.text('reviews.question.title')}>
        <thead>
          <tr>
            {(['question', 'answer', 'remark'] as const).map((column) => (
              <th key={column} scope="col">
                {messages.text(`reviews.question.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {questions.map(({ path, answers: possible }) => {
            const said = answers[path];
            const answer = possible.find((each) => each === said?.answer);
            return (
              <tr key={path}>
                <th scope="row">{messages.text(`reviews.question.${path}`)}</th>
                <td>{answer ? messages.text(`reviews.answer.${answer}`) : '—'}</td>
                <td>{said?.remark}</td>
              </tr>
            );
          })}
        </tbody>
      </Table>
    </>
  );
}

interface FactProps {
  readonly label: string;
  readonly children: ReactNode;
}

function Fact({ label, children }: FactProps): ReactElement {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}
