import { useEffect, useRef, type ReactElement } from 'react';
import type { Refused } from '../../../../../src/contract/answer';
import type { useImport } from '../../data/use-definitions';
import { Notice } from '../../parts/notice';
import { useReader } from '../../parts/reader-context';
import { CallFailure } from '../../platform/call-failure';
import { failureText, problemText } from '../../text/failure-text';
import styles from './project-settings.module.css';

/** Where the app itself says that it has changed nothing; otherwise only its answer may be lost. */
const refusedAsAWhole: ReadonlySet<CallFailure['reason']> = new Set([
  'not-allowed',
  'bad-input',
  'busy',
  'jira-unavailable',
]);

/** What became of an import, brought into view. */
export function ImportOutcome({
  importing,
}: {
  readonly importing: ReturnType<typeof useImport>;
}): ReactElement {
  const { messages } = useReader();
  const { data, error } = importing;
  const outcome = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (data || error) outcome.current?.scrollIntoView({ block: 'nearest' });
  }, [data, error]);

  const problems = error instanceof CallFailure ? error.problems : [];
  const title = error instanceof CallFailure && refusedAsAWhole.has(error.reason) ? 'failed' : 'uncertain';
  return (
    <div ref={outcome}>
      {data && (
        <Notice tone="success" title={messages.text('settings.import.done')}>
          {messages.text('settings.import.result', { ...data })}
        </Notice>
      )}
      {error && (
        <Notice tone="error" title={messages.text(`settings.import.${title}`)}>
          {problems.length > 0 ? <Problems problems={problems} /> : failureText(error, messages)}
        </Notice>
      )}
    </div>
  );
}

function Problems({ problems }: Pick<Refused, 'problems'>): ReactElement {
  const { messages } = useReader();
  return (
    <>
      <p>{messages.text('settings.import.problems', { count: problems.length })}</p>
      <ol className={styles['problems']}>
        {problems.map((problem, index) => (
          <li key={index}>
            {problem.path && <code>{problem.path}</code>}
            <span>{problemText(problem, messages)}</span>
          </li>
        ))}
      </ol>
    </>
  );
}
