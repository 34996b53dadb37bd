import { useState, type ReactElement } from 'react';
import { useDefinitions, useImport } from '../../data/use-definitions';
import { useProjectShape } from '../../data/use-project-shape';
import { useStartingValues } from '../../data/use-starting-values';
import { FailureNotice } from '../../parts/failure-notice';
import { Notice } from '../../parts/notice';
import { useReader } from '../../parts/reader-context';
import { CallFailure } from '../../platform/call-failure';
import { DefinitionsSkeleton } from '../project-settings/definitions-skeleton';
import { StartForm } from './start-form';
import { Started } from './started';

/** An empty project gets hours, goals and timers at once; a project that has them is told what comes next. */
export function StartSection(): ReactElement {
  const { messages } = useReader();
  const definitions = useDefinitions();
  const shape = useProjectShape();
  const starting = useStartingValues('project');
  const importing = useImport();
  const [wasFirst, setWasFirst] = useState(true);
  const error = definitions.error ?? shape.error;
  if (error instanceof CallFailure && error.reason === 'not-allowed') {
    return <Notice tone="warning">{messages.text('start.noRights')}</Notice>;
  }
  const isMissing = !definitions.data || !shape.data || !starting;
  const retry = (): void => {
    if (definitions.error) void definitions.refetch();
    if (shape.error) void shape.refetch();
  };
  /** Whoever was first has put something into force, and nobody puts another set beside it. */
  const putIntoForce = async (file: string): Promise<void> => {
    const { data, isError } = await definitions.refetch();
    if (!data || isError) return;
    if (data.agreements.length > 0) setWasFirst(false);
    else importing.mutate(file);
  };
  if (definitions.data && definitions.data.agreements.length > 0) {
    return <Started definitions={definitions.data} imported={importing.data} isLate={!wasFirst} />;
  }
  return (
    <>
      {isMissing && error && (
        <FailureNotice error={error} retry={retry} title={messages.text('start.failed')} />
      )}
      {isMissing && !error && <DefinitionsSkeleton label={messages.text('start.loading')} />}
      {definitions.data && shape.data && starting && (
        <StartForm
          shape={shape.data}
          taken={definitions.data.calendars.map(({ id }) => id)}
          starting={starting}
          isBusy={importing.isPending || definitions.isRefetching}
          failure={importing.error ?? definitions.error}
          putIntoForce={(file) => void putIntoForce(file)}
        />
      )}
    </>
  );
}
