import Button from '@atlaskit/button/new';
import { useState, type FormEvent, type ReactElement } from 'react';
import { useSaveService } from '../../data/use-catalogue';
import { useAddress } from '../../parts/address';
import { InputField } from '../../parts/field';
import { useReader } from '../../parts/reader-context';
import { problemText } from '../../text/failure-text';
import styles from './catalogue.module.css';
import { formProblems, newForm, textOf } from './service-form-model';
import { problemAt } from '../calendars/draft';
import { ServiceNotSaved } from './service-not-saved';

/** Says what a catalogue is for, and makes its first service in one step. */
export function FirstService(): ReactElement {
  const { messages } = useReader();
  const { go } = useAddress();
  const saving = useSaveService();
  const [name, setName] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const form = { ...newForm(), name };
  const mistake = problemAt(formProblems(form, [], [], undefined), 'doc.name');

  const create = (event: FormEvent): void => {
    event.preventDefault();
    setWasTried(true);
    if (mistake || saving.isPending) return;
    const doc = textOf(form, []);
    saving.mutate({ doc, seen: 0 }, { onSuccess: () => go('catalogue', doc.id) });
  };
  return (
    <section className="section" aria-labelledby="catalogue">
      <h2 id="catalogue" className="heading">
        {messages.text('catalogue.title')}
      </h2>
      <div className={styles['first']}>
        <h3 className="subheading">{messages.text('catalogue.empty.title')}</h3>
        <p>{messages.text('catalogue.empty.text')}</p>
        <form className={styles['oneLine']} onSubmit={create} noValidate>
          <InputField
            label={messages.text('catalogue.empty.name')}
            value={name}
            change={setName}
            autoComplete="off"
            mistake={wasTried && mistake ? problemText(mistake, messages) : undefined}
          />
          <Button type="submit" appearance="primary" isLoading={saving.isPending}>
            {messages.text('catalogue.empty.create')}
          </Button>
        </form>
        {saving.error && <ServiceNotSaved error={saving.error} reload={undefined} />}
      </div>
    </section>
  );
}
