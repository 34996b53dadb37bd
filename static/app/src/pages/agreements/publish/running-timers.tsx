import Button from '@atlaskit/button/new';
import { useId, type ReactElement } from 'react';
import type { RulesPreview } from '../../../data/use-rules-preview';
import { ChangedTimers, VerdictChanges } from '../../../parts/changed-timers';
import { Disclosure } from '../../../parts/disclosure';
import { FailureNotice } from '../../../parts/failure-notice';
import { ProgressBar } from '../../../parts/progress-bar';
import { useReader } from '../../../parts/reader-context';
import { Tick } from '../../../parts/tick';
import styles from '../agreements.module.css';

/** As many as somebody looks through before they decide; all are counted. */
const MOST_SHOWN = 50;

interface Props {
  readonly preview: RulesPreview;
  readonly isLater: boolean;
  readonly isFirst: boolean;
  readonly appliesToRunning: boolean;
  readonly change: (appliesToRunning: boolean) => void;
}

/** Which timers of open issues a version would change, from what to what, and whether it shall (engine rule 15). */
export function RunningTimers({ preview, isLater, isFirst, appliesToRunning, change }: Props): ReactElement {
  const { messages } = useReader();
  const id = useId();
  const { state, sum, error, stop, goOn } = preview;
  const isAtWork = state === 'waiting' || state === 'reading';
  const isDone = state === 'done';
  const changed = sum?.verdicts.reduce((all, { count }) => all + count, 0) ?? 0;
  return (
    <div className={styles['part']}>
      <h3 className="subheading">{messages.text('agreements.running.title')}</h3>
      <p>{messages.text(isFirst ? 'agreements.running.first' : 'agreements.running.rule')}</p>
      {isAtWork && (
        <div className={styles['part']}>
          <span id={`${id}-reading`}>{messages.text('agreements.running.reading')}</span>
          <ProgressBar done={sum?.read ?? 0} total={sum?.total ?? null} labelledBy={`${id}-reading`} />
          {state === 'reading' && (
            <div>
              <Button spacing="compact" onClick={stop}>
                {messages.text('agreements.running.stop')}
              </Button>
            </div>
          )}
        </div>
      )}
      {error && (
        <FailureNotice error={error} retry={goOn} title={messages.text('agreements.running.failed')} />
      )}
      <div role="status">
        {sum && (
          <p>
            {messages.text(isDone ? 'agreements.running.found' : 'agreements.running.soFar', {
              read: sum.read,
              changed,
              timers: sum.timers,
            })}
          </p>
        )}
      </div>
      {state === 'stopped' && (
        <div>
          <Button spacing="compact" onClick={goOn}>
            {messages.text('agreements.running.goOn')}
          </Button>
        </div>
      )}
      {sum && <VerdictChanges verdicts={sum.verdicts} />}
      {sum && sum.differences.length > 0 && (
        <Disclosure
          summary={messages.text('agreements.running.list', {
            count: Math.min(sum.differences.length, MOST_SHOWN),
          })}
        >
          <ChangedTimers
            label={messages.text('agreements.running.title')}
            differences={sum.differences.slice(0, MOST_SHOWN)}
          />
        </Disclosure>
      )}
      {!isFirst && (
        <Tick
          label={messages.text('agreements.running.apply')}
          help={messages.text(
            !isDone
              ? 'agreements.running.applyNeedsPreview'
              : isLater
                ? 'agreements.running.applyLater'
                : 'agreements.running.applyHelp',
          )}
          isChecked={appliesToRunning && isDone}
          isDisabled={!isDone}
          change={change}
        />
      )}
    </div>
  );
}
