import { useState, type ReactElement } from 'react';
import { useApplyRepair, useRepairs } from '../../../data/use-repairs';
import { FailureNotice } from '../../../parts/failure-notice';
import { Notice } from '../../../parts/notice';
import { useReader } from '../../../parts/reader-context';
import { DefinitionsSkeleton } from '../../project-settings/definitions-skeleton';
import { PreviewSection } from './preview-section';
import { RepairForm } from './repair-form';
import { RepairsMade } from './repairs-made';

/** One repair at a time: asked for, looked at, then applied or discarded; and those that were made. */
export function ProjectRepairs({ project }: { readonly project: string }): ReactElement {
  const { messages } = useReader();
  const { data, error, refetch } = useRepairs(project);
  const [isApplied, setApplied] = useState(false);
  /** How many were applied here: each next one is written on an empty form. */
  const [round, setRound] = useState(0);
  // Here, because the preview goes when its repair is applied.
  const apply = useApplyRepair(() => {
    setApplied(true);
    setRound((before) => before + 1);
  });
  // Somebody who has just asked for a preview is brought to it.
  const [hasAsked, setAsked] = useState(false);
  return (
    <>
      {error && (
        <FailureNotice
          error={error}
          retry={() => void refetch()}
          title={messages.text('admin.repairs.failed')}
        />
      )}
      {!data && !error && <DefinitionsSkeleton label={messages.text('admin.repairs.loading')} />}
      {data && (
        <>
          {isApplied && <Notice tone="success">{messages.text('admin.repairs.applied')}</Notice>}
          {data.preview && (
            <PreviewSection
              key={data.preview.id}
              project={project}
              preview={data.preview}
              agreements={data.agreements}
              takesFocus={hasAsked}
              apply={apply}
            />
          )}
          <RepairForm
            key={round}
            project={project}
            agreements={data.agreements}
            isHidden={data.preview !== null}
            asked={() => {
              setAsked(true);
              setApplied(false);
            }}
          />
          <RepairsMade made={data.made} agreements={data.agreements} />
        </>
      )}
    </>
  );
}
