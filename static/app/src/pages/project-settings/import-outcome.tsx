import { useEffect, useRef, type ReactElement } from 'react';
import type { useImport } from '../../data/use-definitions';
import { Notice } from '../../parts/notice';
import { useReader } from '../../parts/reader-context';
import { CallFailure } from '../../platform/call-failure';
import { failureText } from '../../text/failure-text';
import { ProblemList } from './problem-list';

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
        <Notice
          tone={data.warnings.length > 0 ? 'warning' : 'success'}
          title={messages.text('settings.import.done')}
        >
          {messages.text('settings.import.result', { changed: data.changed, unchanged: data.unchanged })}
          {data.warnings.length > 0 && (
            <>
              <p>{messages.text('settings.import.warnings', { count: data.warnings.length })}</p>
              <ProblemList problems={data.warnings} />
            </>
          )}
        </Notice>
      )}
      {error && (
        <Notice tone="error" title={messages.text(`settings.import.${title}`)}>
          {problems.length === 0 && failureText(error, messages)}
          {problems.length > 0 && (
            <>
              <p>{messages.text('settings.import.problems', { count: problems.length })}</p>
              <ProblemList problems={problems} />
            </>
          )}
        </Notice>
      )}
    </div>
  );
}
