import { useState, type ReactElement } from 'react';
import { useRepairs } from '../../../data/use-repairs';
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
              applied={() => setApplied(true)}
            />
          )}
          <RepairForm
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
