import type { ReactElement, ReactNode } from 'react';
import type { Instant } from '../../../../../src/domain/time/instant';
import { FailureNotice } from '../../parts/failure-notice';
import { Notice } from '../../parts/notice';
import { useReader } from '../../parts/reader-context';
import { TextButton } from '../../parts/text-button';
import { useNow } from '../../parts/use-now';
import { CallFailure } from '../../platform/call-failure';
import { goToProjectPage, type ProjectName } from '../../platform/projects';
import { asOfText } from '../../text/when';
import { DefinitionsSkeleton } from '../project-settings/definitions-skeleton';
import styles from './gadgets.module.css';
import type { GadgetSettings } from './settings';

/** What every gadget is shown from. */
export interface ShownProps {
  readonly project: ProjectName;
  readonly settings: Omit<GadgetSettings, 'project'>;
}

interface Props extends Pick<ShownProps, 'project'> {
  /** What else than the project its numbers are of, piece by piece. */
  readonly scope: readonly string[];
  /** What it shows; undefined while there is no answer. */
  readonly answer: { readonly asOf: Instant; readonly hasAgreements: boolean } | undefined;
  readonly error: Error | null;
  readonly retry: () => void;
  /** Where there is more, on the page of the project. */
  readonly more: { readonly text: string; readonly parts: readonly string[] };
  /** Shown where something is promised. */
  readonly children: ReactNode;
}

/** A gadget: of what its numbers are and how old, what stands there while there are none, and where there is more. */
export function GadgetFrame({ project, scope, answer, error, retry, more, children }: Props): ReactElement {
  const reader = useReader();
  const { messages } = reader;
  const now = useNow();
  if (error instanceof CallFailure && error.reason === 'not-allowed') return <NoAccess />;
  const time = answer && asOfText(answer.asOf, now, reader);
  return (
    <>
      <p className="note">{[`${project.name} (${project.key})`, ...scope].join(' · ')}</p>
      {error && (
        <FailureNotice
          error={error}
          retry={retry}
          {...(time === undefined
            ? { title: messages.text('gadgets.failed') }
            : { tone: 'warning' as const })}
        >
          {time !== undefined && messages.text('panel.stale', { time })}
        </FailureNotice>
      )}
      {!answer && !error && <DefinitionsSkeleton label={messages.text('gadgets.loading')} />}
      {answer && !answer.hasAgreements && (
        <Notice tone="information" title={messages.text('board.empty.title')}>
          {messages.text('board.empty.other')}
        </Notice>
      )}
      {answer?.hasAgreements && children}
      {answer && time !== undefined && (
        <div className={styles['foot']}>
          <TextButton onClick={() => void goToProjectPage(project.key, more.parts)}>{more.text}</TextButton>
          <span className="note figure">{messages.text('panel.asOf', { time })}</span>
        </div>
      )}
    </>
  );
}

/** Of what somebody may not see they get not even a name. */
export function NoAccess(): ReactElement {
  const { messages } = useReader();
  return (
    <Notice tone="warning" title={messages.text('gadgets.noAccess.title')}>
      {messages.text('gadgets.noAccess.text')}
    </Notice>
  );
}
