import Button from '@atlaskit/button/new';
import type { ReactElement } from 'react';
import type { RulesPreviewSum } from '../../data/rules-preview-sum';
import type { RulesPreview } from '../../data/use-rules-preview';
import { FailureNotice } from '../../parts/failure-notice';
import { Notice } from '../../parts/notice';
import { ProgressBar } from '../../parts/progress-bar';
import { useReader } from '../../parts/reader-context';
import { CallFailure } from '../../platform/call-failure';
import { ProblemList } from '../project-settings/problem-list';
import { LateTimers } from './late-timers';
import styles from './start.module.css';

/** What the choice would mean for the open issues, while they are read. */
export function PreviewFigures({ preview }: { readonly preview: RulesPreview }): ReactElement {
  const { messages } = useReader();
  const { state, sum, error, stop, goOn } = preview;
  const isAtWork = state === 'waiting' || state === 'reading';
  return (
    <>
      {isAtWork && (
        <div className={styles['reading']}>
          <span id="reading">{messages.text('start.preview.reading')}</span>
          <ProgressBar done={sum?.read ?? 0} total={sum?.total ?? null} labelledBy="reading" />
          {state === 'reading' && (
            <Button spacing="compact" onClick={stop}>
              {messages.text('start.preview.stop')}
            </Button>
          )}
        </div>
      )}
      <div role="status" className={styles['figures']}>
        {sum && (!isAtWork || sum.read > 0) && <Figures sum={sum} isWhole={state === 'done'} />}
      </div>
      {error && <Failed error={error} retry={goOn} />}
      {state === 'stopped' && (
        <div>
          <Button spacing="compact" onClick={goOn}>
            {messages.text('start.preview.goOn')}
          </Button>
        </div>
      )}
      {sum && sum.lateTimers.length > 0 && <LateTimers timers={sum.lateTimers} count={sum.late} />}
    </>
  );
}

function Figures({
  sum,
  isWhole,
}: {
  readonly sum: RulesPreviewSum;
  readonly isWhole: boolean;
}): ReactElement {
  const { messages } = useReader();
  const { read, total, covered, timers, late, atRisk } = sum;
  if (isWhole && read === 0) return <p>{messages.text('start.preview.none')}</p>;
  return (
    <>
      <p className="subheading">
        {isWhole
          ? messages.text('start.preview.covered', { read, covered })
          : messages.text('start.preview.coveredSoFar', {
              read,
              covered,
              total: Math.max(total ?? read, read),
            })}
      </p>
      <dl className={styles['numbers']}>
        {(
          [
            ['timers', timers],
            ['late', late],
            ['atRisk', atRisk],
          ] as const
        ).map(([name, count]) => (
          <div key={name} data-tone={count > 0 ? name : undefined}>
            <dt>{messages.text(`start.preview.${name}`)}</dt>
            <dd>{messages.text('start.preview.count', { count })}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Failed({ error, retry }: { readonly error: Error; readonly retry: () => void }): ReactElement {
  const { messages } = useReader();
  const { reason, problems } =
    error instanceof CallFailure ? error : { reason: undefined, problems: [] as CallFailure['problems'] };
  if (reason === 'busy') {
    return (
      <Notice
        tone="warning"
        title={messages.text('start.preview.failed')}
        action={
          <Button spacing="compact" onClick={retry}>
            {messages.text('failure.retry')}
          </Button>
        }
      >
        {messages.text('start.preview.busy')}
      </Notice>
    );
  }
  if (problems.length > 0) {
    return (
      <Notice tone="error" title={messages.text('start.preview.refused')}>
        <ProblemList problems={problems} />
      </Notice>
    );
  }
  return (
    <FailureNotice error={error} retry={retry} tone="warning" title={messages.text('start.preview.failed')}>
      {messages.text('start.preview.without')}
    </FailureNotice>
  );
}
