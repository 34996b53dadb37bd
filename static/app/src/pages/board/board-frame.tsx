import { useId, type ReactElement, type ReactNode } from 'react';
import type { useBoard } from '../../data/use-board';
import { FailureNotice } from '../../parts/failure-notice';
import { Notice } from '../../parts/notice';
import { useReader } from '../../parts/reader-context';
import { useNow } from '../../parts/use-now';
import { CallFailure } from '../../platform/call-failure';
import { asOfText } from '../../text/when';
import { DefinitionsSkeleton } from '../project-settings/definitions-skeleton';
import styles from './board.module.css';
import { NothingPromised } from './nothing-promised';

interface Props {
  readonly title: string;
  readonly watched: Pick<ReturnType<typeof useBoard>, 'board' | 'failure' | 'retry'>;
  /** Shown where something is promised. */
  readonly children: ReactNode;
}

/** A section that shows open timers as they change: how old they are, and what stands there while there are none. */
export function BoardFrame({ title, watched: { board, failure, retry }, children }: Props): ReactElement {
  const reader = useReader();
  const { messages } = reader;
  const id = useId();
  const now = useNow();
  if (failure instanceof CallFailure && failure.reason === 'not-allowed') {
    return <Notice tone="warning">{messages.text('board.noRights')}</Notice>;
  }
  const time = board && asOfText(board.asOf, now, reader);
  return (
    <section className={styles['section']} aria-labelledby={id}>
      <div className="section-head">
        <h2 id={id} className="heading">
          {title}
        </h2>
        {time !== undefined && <p className="note figure">{messages.text('panel.asOf', { time })}</p>}
      </div>
      {failure && time !== undefined && (
        <FailureNotice error={failure} retry={retry} tone="warning">
          {messages.text('panel.stale', { time })}
        </FailureNotice>
      )}
      {failure && !board && (
        <FailureNotice error={failure} retry={retry} title={messages.text('board.failed')} />
      )}
      {!board && !failure && <DefinitionsSkeleton label={messages.text('board.loading')} />}
      {board && (board.hasAgreements ? children : <NothingPromised />)}
    </section>
  );
}
