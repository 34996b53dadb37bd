import type { ReactElement } from 'react';
import type { Refused } from '../../../../../src/contract/answer';
import { useReader } from '../../parts/reader-context';
import { problemText } from '../../text/failure-text';
import styles from './project-settings.module.css';

interface Props {
  readonly problems: readonly Refused['problems'][number][];
  /** A place in words that the reader knows; the place in the file when left out. */
  readonly placeOf?: (path: string) => string;
}

/** What is wrong or worth a look, each with its place. */
export function ProblemList({ problems, placeOf }: Props): ReactElement {
  const { messages } = useReader();
  return (
    <ol className={styles['problems']}>
      {problems.map((problem, index) => (
        <li key={index}>
          {problem.path && (placeOf ? <b>{placeOf(problem.path)}</b> : <code>{problem.path}</code>)}
          <span>{problemText(problem, messages)}</span>
        </li>
      ))}
    </ol>
  );
}
