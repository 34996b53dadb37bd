import { useState, type ReactElement } from 'react';
import { useProjectNames } from '../../../data/use-names';
import { ChoiceField } from '../../../parts/field';
import { useReader } from '../../../parts/reader-context';
import { styles } from '../styles';
import { ProjectRepairs } from './project-repairs';

interface Props {
  /** Those that have agreements. */
  readonly projects: readonly string[];
}

/** Repairs of what was judged by the wrong version of an agreement (engine rule 16), project by project. */
export function RepairsSection({ projects }: Props): ReactElement {
  const { messages } = useReader();
  const names = useProjectNames(projects);
  const [chosen, setChosen] = useState<string>();
  // A project may be gone since it was chosen.
  const project = projects.find((each) => each === chosen) ?? projects[0];
  return (
    <section className={styles['section']} aria-labelledby="repairs">
      <h2 id="repairs" className="heading">
        {messages.text('admin.repairs.title')}
      </h2>
      <p>{messages.text('admin.repairs.note')}</p>
      <div className={styles['form']}>
        <ChoiceField
          label={messages.text('admin.repairs.project')}
          value={project ?? ''}
          choices={projects.map((id) => ({
            value: id,
            label: names.get(id) ?? messages.text('admin.projectUnnamed', { id }),
          }))}
          change={setChosen}
        />
      </div>
      {project !== undefined && <ProjectRepairs key={project} project={project} />}
    </section>
  );
}
