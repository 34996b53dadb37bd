import Button from '@atlaskit/button/new';
import { useState, type FormEvent, type ReactElement } from 'react';
import type { CaseShown } from '../../../../../../src/contract/cases';
import { useSaveCase } from '../../../data/use-cases';
import { Dialog } from '../../../parts/dialog';
import { InputField } from '../../../parts/field';
import { useReader } from '../../../parts/reader-context';
import styles from '../agreements.module.css';
import { NotSaved } from '../not-saved';
import { elsewhereIn, mistakeIn } from './case-mistakes';

interface Props {
  readonly shown: CaseShown;
  readonly close: () => void;
  readonly reload: () => void;
}

/** Gives a case another name. */
export function RenameCase({ shown: { doc, revision }, close, reload }: Props): ReactElement {
  const { messages } = useReader();
  const saving = useSaveCase();
  const [name, setName] = useState(doc.name);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (saving.isPending) return;
    saving.mutate({ doc: { ...doc, name }, seen: revision }, { onSuccess: close });
  };
  return (
    <Dialog title={messages.text('case.renaming')} close={() => !saving.isPending && close()}>
      <form className={styles['form']} onSubmit={submit} noValidate>
        <InputField
          label={messages.text('case.name')}
          help={messages.text('case.nameHelp')}
          value={name}
          change={setName}
          maxLength={120}
          autoComplete="off"
          mistake={mistakeIn(saving.error, 'doc.name', messages)}
        />
        <NotSaved error={elsewhereIn(saving.error, 'doc.name')} reload={reload} />
        <div className="buttons">
          <Button type="submit" appearance="primary" isLoading={saving.isPending}>
            {messages.text('case.save')}
          </Button>
          <Button isDisabled={saving.isPending} onClick={close}>
            {messages.text('case.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
