import { useState, type ReactElement } from 'react';
import { useProject, useProjectsFound } from '../../data/use-gadget';
import { FailureNotice } from '../../parts/failure-notice';
import { ChoiceField, InputField } from '../../parts/field';
import { useReader } from '../../parts/reader-context';
import type { ProjectName } from '../../platform/projects';

interface Props {
  readonly chosen: string | undefined;
  readonly mistake: string | undefined;
  readonly choose: (id: string | undefined) => void;
}

/** A choice of one of the projects that the reader may see; with many of them they can be looked for by name. */
export function ProjectField({ chosen, mistake, choose }: Props): ReactElement {
  const { messages } = useReader();
  const [text, setText] = useState('');
  const { data, error, refetch } = useProjectsFound(text.trim());
  const found = data?.projects ?? [];
  const isListed = chosen === undefined || found.some(({ id }) => id === chosen);
  const { data: kept } = useProject(isListed ? undefined : chosen);
  return (
    <>
      {(data?.hasMore || text !== '') && (
        <InputField
          type="search"
          label={messages.text('gadgets.findProject')}
          value={text}
          change={setText}
        />
      )}
      <ChoiceField
        label={messages.text('gadgets.setting.project')}
        mistake={mistake}
        value={chosen ?? ''}
        choices={[
          { value: '', label: messages.text('gadgets.chooseProject') },
          ...found.map((project) => ({ value: project.id, label: nameOf(project) })),
          ...(isListed ? [] : [{ value: chosen, label: kept ? nameOf(kept) : chosen }]),
        ]}
        change={(id) => choose(id || undefined)}
      />
      {error && <FailureNotice error={error} retry={() => void refetch()} tone="warning" />}
    </>
  );
}

const nameOf = ({ name, key }: ProjectName): string => `${name} (${key})`;
