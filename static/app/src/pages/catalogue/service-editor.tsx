import Button from '@atlaskit/button/new';
import { useEffect, useRef, useState, type FocusEvent, type FormEvent, type ReactElement } from 'react';
import type { CatalogueView, ServiceView } from '../../../../../src/contract/catalogue';
import { fieldsChanged } from '../../../../../src/domain/catalogue/service-changes';
import { useCalendars } from '../../data/use-calendars';
import { useSaveService } from '../../data/use-catalogue';
import { useAddress, useUnsaved } from '../../parts/address';
import { Notice } from '../../parts/notice';
import { useReader } from '../../parts/reader-context';
import { TextButton } from '../../parts/text-button';
import { Tick } from '../../parts/tick';
import { CallFailure } from '../../platform/call-failure';
import { problemText } from '../../text/failure-text';
import { problemAt } from '../calendars/draft';
import styles from './catalogue.module.css';
import { ConfirmRetiring } from './confirm-retiring';
import { ServiceFields } from './service-fields';
import { formOf, formProblems, groupsWith, newForm, textOf, type FormGroup } from './service-form-model';
import { ServiceHistory } from './service-history';
import { ServiceNotSaved } from './service-not-saved';

interface Props {
  readonly view: CatalogueView;
  /** What is edited; undefined for a new service. */
  readonly kept: ServiceView | undefined;
  /** Called when a new service has been saved. */
  readonly created: (service: string) => void;
  readonly reload: () => void;
}

/** Edits a service, and shows what it was before. */
export function ServiceEditor({ view, kept, created, reload }: Props): ReactElement {
  const { messages } = useReader();
  const { go } = useAddress();
  const saving = useSaveService();
  const { data: calendars } = useCalendars('project');
  const form = useRef<HTMLFormElement>(null);
  const [base, setBase] = useState(() => (kept ? formOf(kept.record) : newForm()));
  const [revision, setRevision] = useState(kept?.revision ?? 0);
  const [draft, setDraft] = useState(base);
  const [isCapabilityChanged, setCapabilityChanged] = useState(false);
  const [open, setOpen] = useState<ReadonlySet<FormGroup>>(new Set());
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [wasTried, setWasTried] = useState(false);
  const [isRetiring, setRetiring] = useState(false);
  const [wasNew] = useState(!kept);

  const others = view.services.filter(({ id }) => id !== draft.id);
  const taken = others.map(({ id }) => id);
  const known = calendars?.calendars ?? [];
  const calendarIds = calendars ? known.map(({ record }) => record.id) : [draft.hours];
  const before = revision > 0 ? base.state : undefined;
  const problems = formProblems(draft, others, calendarIds, before);
  const refused = saving.error instanceof CallFailure ? saving.error.problems : [];
  const isChanged =
    isCapabilityChanged ||
    fieldsChanged(textOf(draft, taken), textOf(base, taken)).length > 0 ||
    draft.groups.length !== base.groups.length;
  useUnsaved(isChanged);
  const savedAs = revision > 0 ? base.id : '';
  useEffect(() => {
    // What was new has an address of its own from now on, once it is nothing that could be lost.
    if (wasNew && savedAs) created(savedAs);
  }, [wasNew, savedAs, created]);

  const mistakeAt = (field: string): string | undefined => {
    const isShown = wasTried || left.has(field) || field === 'doc.restsOn';
    const found = (isShown && problemAt(problems, field)) || problemAt(refused, field);
    return found && problemText(found, messages);
  };
  const leave = ({ target, relatedTarget }: FocusEvent): void => {
    // A message that appears would move the button away from under the pointer that presses it.
    if (relatedTarget instanceof HTMLButtonElement) return;
    const field = target.closest<HTMLElement>('[data-field]')?.dataset['field'];
    if (field !== undefined) setLeft(new Set([...left, field]));
  };
  const openWith = (found: Parameters<typeof groupsWith>[0]): void =>
    setOpen(new Set([...open, ...groupsWith(found)]));

  const save = (): void => {
    setRetiring(false);
    const doc = textOf(draft, taken);
    saving.mutate(
      { doc, seen: revision, ...(isCapabilityChanged && { isCapabilityChanged }) },
      {
        onSuccess: ({ services }) => {
          const saved = formOf(doc);
          setBase(saved);
          // What was typed while it was being saved stays, to be saved next.
          setDraft((typed) => (typed === draft ? saved : { ...typed, id: saved.id }));
          setRevision(services.find(({ id }) => id === doc.id)?.revision ?? revision + 1);
          setCapabilityChanged(false);
          setWasTried(false);
        },
        onError: (error) => openWith(error instanceof CallFailure ? error.problems : []),
      },
    );
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (saving.isPending) return;
    setWasTried(true);
    if (problems.length > 0) {
      openWith(problems);
      // When the mistakes have come to stand at their fields.
      setTimeout(() => {
        form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-mistake] select')?.focus();
      });
    } else if (draft.state === 'retired' && base.state !== 'retired') setRetiring(true);
    else save();
  };

  return (
    <section className="section" aria-labelledby="service">
      <div>
        <TextButton onClick={() => go('catalogue')}>{messages.text('service.back')}</TextButton>
      </div>
      <h2 id="service" className="heading">
        {base.name || messages.text('service.new')}
      </h2>
      <form ref={form} className={styles['form']} onSubmit={submit} onBlur={leave} noValidate>
        <ServiceFields
          draft={draft}
          change={(changed) => {
            setDraft(changed);
            if (!saving.isPending) saving.reset();
          }}
          before={before}
          others={others}
          calendars={known}
          open={open}
          toggle={(group, isOpen) =>
            setOpen(new Set(isOpen ? [...open, group] : [...open].filter((each) => each !== group)))
          }
          mistakeAt={mistakeAt}
        />
        {revision > 0 && (
          <Tick
            label={messages.text('service.capability')}
            help={messages.text('service.help.capability')}
            isChecked={isCapabilityChanged}
            change={setCapabilityChanged}
          />
        )}
        {saving.error && <ServiceNotSaved error={saving.error} reload={reload} />}
        {wasTried && problems.length > 0 && (
          <Notice tone="error">{messages.text('service.mend', { count: problems.length })}</Notice>
        )}
        {!isChanged && saving.isSuccess && (
          <Notice tone="success">{messages.text('service.saved', { revision })}</Notice>
        )}
        <div className="buttons">
          <Button type="submit" appearance="primary" isLoading={saving.isPending}>
            {messages.text('service.save')}
          </Button>
          <Button onClick={() => go('catalogue')}>
            {messages.text(isChanged ? 'service.cancel' : 'service.close')}
          </Button>
        </div>
      </form>
      {kept && <ServiceHistory kept={kept} services={view.services} calendars={known} />}
      {isRetiring && <ConfirmRetiring name={draft.name} retire={save} cancel={() => setRetiring(false)} />}
    </section>
  );
}
