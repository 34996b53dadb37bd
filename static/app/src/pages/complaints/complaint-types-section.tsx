import Button from '@atlaskit/button/new';
import { useState, type FormEvent, type ReactElement } from 'react';
import type { ComplaintTypesView } from '../../../../../src/contract/complaint-issues';
import { useComplaintTypes, useSaveComplaintTypes } from '../../data/use-complaint-issues';
import { FailureNotice } from '../../parts/failure-notice';
import { NotSavedNotice } from '../../parts/not-saved-notice';
import { useReader } from '../../parts/reader-context';
import { Tick } from '../../parts/tick';
import styles from '../breaches/breaches.module.css';
import { mistakesIn } from '../breaches/mistakes';
import { DefinitionsSkeleton } from '../project-settings/definitions-skeleton';

/** Which types of issues are complaints (M7). */
export function ComplaintTypesSection(): ReactElement {
  const { messages } = useReader();
  const { data, error, refetch } = useComplaintTypes();
  const reload = (): void => void refetch();
  return (
    <section className={styles['section']} aria-labelledby="complaint-types">
      <h2 id="complaint-types" className="heading">
        {messages.text('complaints.types.title')}
      </h2>
      <p>{messages.text('complaints.types.intro')}</p>
      {error && !data && (
        <FailureNotice error={error} retry={reload} title={messages.text('complaints.types.failed')} />
      )}
      {!error && !data && <DefinitionsSkeleton label={messages.text('complaints.types.loading')} />}
      {data && <Form key={data.revision} view={data} reload={reload} />}
    </section>
  );
}

interface Props {
  readonly view: ComplaintTypesView;
  readonly reload: () => void;
}

function Form({ view: { types, known, revision }, reload }: Props): ReactElement {
  const { messages } = useReader();
  const saving = useSaveComplaintTypes();
  const [chosen, setChosen] = useState(types);
  const gone = types.filter((type) => !known.some(({ id }) => id === type));
  const mistake = mistakesIn(saving.error, ['types'], '', messages).at('types');
  const choose = (type: string, isChosen: boolean): void => {
    setChosen(isChosen ? [...chosen, type] : chosen.filter((each) => each !== type));
    saving.reset();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!saving.isPending) saving.mutate({ types: chosen, seen: revision });
  };
  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      <fieldset aria-describedby="complaint-types-mistake">
        <legend className="label">{messages.text('complaints.types.label')}</legend>
        {known.map(({ id, name }) => (
          <Tick
            key={id}
            label={name}
            isChecked={chosen.includes(id)}
            change={(isChosen) => choose(id, isChosen)}
          />
        ))}
        {gone.map((id) => (
          <Tick
            key={id}
            label={messages.text('complaints.types.gone', { id })}
            isChecked={chosen.includes(id)}
            change={(isChosen) => choose(id, isChosen)}
            isUnknown
          />
        ))}
        <p id="complaint-types-mistake" className="mistake" role="alert">
          {mistake}
        </p>
      </fieldset>
      {saving.error && (
        <NotSavedNotice
          error={saving.error}
          title={messages.text('breaches.notSaved')}
          reload={messages.text('agreements.reload')}
          onReload={reload}
        />
      )}
      <div className="buttons">
        <Button type="submit" appearance="primary" isLoading={saving.isPending}>
          {messages.text('complaints.types.save')}
        </Button>
      </div>
    </form>
  );
}
