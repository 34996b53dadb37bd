import type { ReactElement } from 'react';
import type { Refused } from '../../../../../src/contract/answer';
import { Disclosure } from '../../parts/disclosure';
import { useReader } from '../../parts/reader-context';
import { problemText } from '../../text/failure-text';
import styles from './project-settings.module.css';

/** As many as leave the rest of the page in sight. */
const MOST_SHOWN = 10;

interface Props {
  readonly problems: readonly Refused['problems'][number][];
  /** A place in words that the reader knows; the place in the file when left out. */
  readonly placeOf?: (path: string) => string;
}

/** What is wrong or worth a look, each with its place. */
export function ProblemList({ problems, ...places }: Props): ReactElement {
  const { messages } = useReader();
  const more = problems.slice(MOST_SHOWN);
  return (
    <>
      <List problems={problems.slice(0, MOST_SHOWN)} start={1} {...places} />
      {more.length > 0 && (
        <Disclosure summary={messages.text('settings.moreProblems', { count: more.length })}>
          <List problems={more} start={MOST_SHOWN + 1} {...places} />
        </Disclosure>
      )}
    </>
  );
}

function List({ problems, start, placeOf }: Props & { readonly start: number }): ReactElement {
  const { messages } = useReader();
  return (
    <ol className={styles['problems']} start={start}>
      {problems.map((problem, index) => (
        <li key={index}>
          {problem.path && (placeOf ? <b>{placeOf(problem.path)}</b> : <code>{problem.path}</code>)}
          <span>{problemText(problem, messages)}</span>
        </li>
      ))}
    </ol>
  );
}
