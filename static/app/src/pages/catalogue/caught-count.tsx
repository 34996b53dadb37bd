import Button from '@atlaskit/button/new';
import type { ReactElement } from 'react';
import type { Counting } from '../../data/use-caught';
import { FailureNotice } from '../../parts/failure-notice';
import { Notice } from '../../parts/notice';
import { ProgressBar } from '../../parts/progress-bar';
import { useReader } from '../../parts/reader-context';
import { CallFailure } from '../../platform/call-failure';
import styles from './catalogue.module.css';

/** Counts how many of the latest issues belong to which service, on demand, since each costs a little of Jira's time. */
export function CaughtCount({ counting }: { readonly counting: Counting }): ReactElement {
  const { messages } = useReader();
  const { count, start, stop, retry } = counting;
  const isLow = count?.error instanceof CallFailure && count.error.reason === 'busy';
  return (
    <section className={styles['count']} aria-labelledby="caught">
      <h3 id="caught" className="subheading">
        {messages.text('catalogue.caught.title')}
      </h3>
      <p className="note">{messages.text('catalogue.caught.note')}</p>
      {count?.state === 'running' ? (
        <>
          <p id="caught-progress" role="status">
            {messages.text('catalogue.caught.reading', { count: count.read })}
          </p>
          <ProgressBar labelledBy="caught-progress" done={count.read} total={null} />
          <div>
            <Button onClick={stop}>{messages.text('catalogue.caught.stop')}</Button>
          </div>
        </>
      ) : (
        <>
          {count && <Outcome {...count} />}
          {isLow && <Notice tone="warning">{messages.text('catalogue.caught.low')}</Notice>}
          {count?.error && !isLow && (
            <FailureNotice
              error={count.error}
              retry={retry}
              title={messages.text('catalogue.caught.failed')}
            />
          )}
          <div>
            <Button onClick={start}>
              {messages.text(count ? 'catalogue.caught.again' : 'catalogue.caught.start')}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

function Outcome({ state, read, none, uncaught }: NonNullable<Counting['count']>): ReactElement {
  const { messages } = useReader();
  return (
    <div role="status">
      <p>
        {messages.text(state === 'done' ? 'catalogue.caught.done' : 'catalogue.caught.stopped', {
          count: read,
        })}{' '}
        {read > 0 && messages.text('catalogue.caught.none', { count: none })}
      </p>
      {uncaught.length > 0 && (
        <p className="note">{messages.text('catalogue.caught.uncaught', { keys: uncaught.join(', ') })}</p>
      )}
    </div>
  );
}
