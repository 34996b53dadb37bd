import { useEffect, useRef, type ReactElement } from 'react';
import Button from '@atlaskit/button/new';
import type { useReviewedImport } from '../../data/use-transfer';
import { Notice } from '../../parts/notice';
import { useReader } from '../../parts/reader-context';
import { CallFailure } from '../../platform/call-failure';
import { failureText } from '../../text/failure-text';
import { ProblemList } from '../project-settings/problem-list';

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
  again,
}: {
  readonly importing: ReturnType<typeof useReviewedImport>;
  /** Has the file reviewed anew. */
  readonly again: () => void;
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
        <Notice
          tone={data.warnings.length > 0 ? 'warning' : 'success'}
          title={messages.text('transfer.import.done')}
        >
          {messages.text('transfer.import.result', { changed: data.changed, unchanged: data.unchanged })}
          {data.warnings.length > 0 && (
            <>
              <p>{messages.text('transfer.import.warnings', { count: data.warnings.length })}</p>
              <ProblemList problems={data.warnings} />
            </>
          )}
        </Notice>
      )}
      {error && (
        <Notice
          tone="error"
          title={messages.text(`transfer.import.${title}`)}
          action={
            <Button spacing="compact" onClick={again}>
              {messages.text('transfer.import.again')}
            </Button>
          }
        >
          {problems.length === 0 && failureText(error, messages)}
          {problems.length > 0 && (
            <>
              <p>{messages.text('transfer.import.problems', { count: problems.length })}</p>
              <ProblemList problems={problems} />
            </>
          )}
        </Notice>
      )}
    </div>
  );
}
