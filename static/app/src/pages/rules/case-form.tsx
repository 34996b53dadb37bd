import Button from '@atlaskit/button/new';
import { useState, type FormEvent, type ReactElement } from 'react';
import type { CaseShown, CaseTried } from '../../../../../src/contract/cases';
import type { CaseIssue } from '../../../../../src/domain/agreement/saved-case';
import { useSaveCase } from '../../data/use-cases';
import { useUnsaved } from '../../parts/address';
import { ChoiceField, InputField } from '../../parts/field';
import { useReader } from '../../parts/reader-context';
import { elsewhereIn, mistakeIn } from '../agreements/cases/case-mistakes';
import { NotSaved } from '../agreements/not-saved';
import { expectedOf, writtenExpectations, type Expectation } from './expectation';
import { ExpectationField } from './expectation-field';
import styles from './rules.module.css';

interface Props {
  readonly issue: CaseIssue;
  readonly opened: CaseShown | undefined;
  /** What each agreement makes of it; at least one. */
  readonly tried: CaseTried;
  readonly kept: (agreement: { readonly id: string; readonly name: string }) => void;
  readonly close: () => void;
  readonly reload: () => void;
}

/** With which agreement a case is kept, what it is called, and what is expected of it. */
export function CaseForm({ issue, opened, tried, kept, close, reload }: Props): ReactElement {
  const { messages, zone } = useReader();
  const saving = useSaveCase();
  const own = tried.filter(({ agreement }) => !opened || agreement.id === opened.doc.agreement);
  const hasTimer = ({ found }: CaseTried[number]) => found.some(({ outcome }) => outcome.kind !== 'no-timer');
  const [chosen, setChosen] = useState((own.find(hasTimer) ?? own[0])?.agreement.id ?? '');
  const [name, setName] = useState(opened?.doc.name ?? '');
  const writtenFor = (id: string): readonly Expectation[] =>
    writtenExpectations(own.find(({ agreement }) => agreement.id === id)?.found ?? [], zone);
  const [expectations, setExpectations] = useState(() => writtenFor(chosen));
  const [wasSaved, setWasSaved] = useState(false);
  useUnsaved(name !== (opened?.doc.name ?? ''));
  const expected = expectedOf(expectations, zone);
  const agreement = own.find((each) => each.agreement.id === chosen)?.agreement;

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setWasSaved(true);
    if (saving.isPending || !expected || !agreement) return;
    const id = opened && { id: opened.doc.id };
    saving.mutate(
      { doc: { ...id, agreement: chosen, name, issue, expected }, seen: opened?.revision ?? 0 },
      { onSuccess: () => kept(agreement) },
    );
  };

  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      <div className={styles['short']}>
        <InputField
          label={messages.text('case.name')}
          help={messages.text('case.nameHelp')}
          value={name}
          change={setName}
          maxLength={120}
          autoFocus
          autoComplete="off"
          mistake={mistakeIn(saving.error, 'doc.name', messages)}
        />
      </div>
      {own.length > 1 && (
        <div className={styles['short']}>
          <ChoiceField
            label={messages.text('case.agreement')}
            value={chosen}
            choices={own.map((each) => ({ value: each.agreement.id, label: each.agreement.name }))}
            change={(id) => {
              setChosen(id);
              setExpectations(writtenFor(id));
            }}
          />
        </div>
      )}
      <fieldset className={styles['group']}>
        <legend className="subheading">{messages.text('case.expects')}</legend>
        {expectations.map((each, index) => (
          <ExpectationField
            key={each.metric.id}
            expectation={each}
            change={(next) => setExpectations(expectations.map((old, at) => (at === index ? next : old)))}
            wasSaved={wasSaved}
          />
        ))}
      </fieldset>
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
  );
}
