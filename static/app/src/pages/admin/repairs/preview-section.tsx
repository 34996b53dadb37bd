import Button from '@atlaskit/button/new';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import type { PreviewView, RepairsView } from '../../../../../../src/contract/repairs';
import { useDiscardPreview, usePreviewChange, type useApplyRepair } from '../../../data/use-repairs';
import { FailureNotice } from '../../../parts/failure-notice';
import { Notice } from '../../../parts/notice';
import { ProgressBar } from '../../../parts/progress-bar';
import { useReader } from '../../../parts/reader-context';
import { jobState, type JobState } from '../../../text/job-state';
import { styles } from '../styles';
import { ConfirmRepair } from './confirm-repair';
import { DifferenceTable } from './difference-table';
import { PreviewSaid } from './preview-said';
import { ProposalText } from './proposal-text';

interface Props {
  readonly project: string;
  readonly preview: PreviewView;
  readonly agreements: RepairsView['agreements'];
  /** Whether somebody has just asked for it. */
  readonly takesFocus: boolean;
  readonly apply: ReturnType<typeof useApplyRepair>;
}

/** What a preview offers beside discarding it, by how it stands. */
const acts: Readonly<Record<JobState, 'pause' | 'resume' | 'retry' | undefined>> = {
  none: undefined,
  counting: 'pause',
  running: 'pause',
  late: 'resume',
  paused: 'resume',
  failed: 'retry',
  done: undefined,
};

/** How far the search for what a repair would change is, what it has found, and what can be done about it. */
export function PreviewSection({ project, preview, agreements, takesFocus, apply }: Props): ReactElement {
  const { messages } = useReader();
  const heading = useRef<HTMLHeadingElement>(null);
  const [isConfirming, setConfirming] = useState(false);
  const change = usePreviewChange();
  const discard = useDiscardPreview();
  const state = jobState(preview);
  const act = preview.spent ? undefined : acts[state];
  const isReady = preview.state === 'done' && !preview.spent;
  const pending = change.isPending || discard.isPending || apply.isPending;
  const failed = [change, discard].find(({ error }) => error);

  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, [takesFocus]);

  return (
    <div className={styles['part']}>
      <h3 ref={heading} id="preview" tabIndex={-1} className="subheading">
        {messages.text('admin.repairs.preview.title')}
      </h3>
      <ProposalText proposal={preview.proposal} agreements={agreements} />
      <p className="note">
        {messages.text('admin.repairs.preview.reason', { reason: preview.proposal.reason })}
      </p>
      {preview.state !== 'done' && !preview.spent && (
        <ProgressBar done={preview.done} total={preview.total} labelledBy="preview" />
      )}
      <PreviewSaid preview={preview} state={state} />
      {preview.spent && (
        <Notice tone="warning">{messages.text(`admin.repairs.preview.spent.${preview.spent}`)}</Notice>
      )}
      {failed?.error && <FailureNotice error={failed.error} retry={() => failed.reset()} />}
      <div className="buttons">
        {isReady && (
          <Button appearance="primary" isDisabled={pending} onClick={() => setConfirming(true)}>
            {messages.text('admin.repairs.preview.apply')}
          </Button>
        )}
        {act && (
          <Button
            isLoading={change.isPending}
            isDisabled={pending}
            onClick={() => change.mutate({ project, change: act === 'pause' ? 'pause' : 'resume' })}
          >
            {messages.text(`admin.repairs.preview.${act}`)}
          </Button>
        )}
        <Button
          isLoading={discard.isPending}
          isDisabled={pending}
          onClick={() => discard.mutate({ project, preview: preview.id })}
        >
          {messages.text('admin.repairs.preview.discard')}
        </Button>
      </div>
      {isConfirming && (
        <ConfirmRepair
          preview={preview}
          applying={apply}
          confirm={() => apply.mutate({ project, preview: preview.id })}
          close={() => {
            apply.reset();
            setConfirming(false);
          }}
        />
      )}
      {preview.kept > 0 && <DifferenceTable project={project} preview={preview} />}
    </div>
  );
}
