import Button from '@atlaskit/button/new';
import { useState, type FormEvent, type ReactElement } from 'react';
import type { NoticesView } from '../../../../../src/contract/notices';
import { noticeLanguages, type NoticeLanguage } from '../../../../../src/domain/review/notices';
import { useNotices, useSaveNotices } from '../../data/use-notices';
import { FailureNotice } from '../../parts/failure-notice';
import { ChoiceField, InputField } from '../../parts/field';
import { NotSavedNotice } from '../../parts/not-saved-notice';
import { Notice } from '../../parts/notice';
import { useReader } from '../../parts/reader-context';
import { CallFailure } from '../../platform/call-failure';
import { languageOf } from '../../text/reader';
import { dayAndTimeText } from '../../text/when';
import styles from '../breaches/breaches.module.css';
import { mistakesIn } from '../breaches/mistakes';
import { DefinitionsSkeleton } from '../project-settings/definitions-skeleton';

/** From which issues people are told of reviews and service reports (R3). */
export function NoticesSection(): ReactElement {
  const { messages } = useReader();
  const { data, error, refetch } = useNotices();
  if (error instanceof CallFailure && error.reason === 'not-allowed') {
    return <Notice tone="warning">{messages.text('notices.noRights')}</Notice>;
  }
  const reload = (): void => void refetch();
  return (
    <section className={styles['section']} aria-labelledby="notices">
      <h2 id="notices" className="heading">
        {messages.text('notices.title')}
      </h2>
      <p>{messages.text('notices.intro')}</p>
      {error && !data && (
        <FailureNotice error={error} retry={reload} title={messages.text('notices.failed')} />
      )}
      {!error && !data && <DefinitionsSkeleton label={messages.text('notices.loading')} />}
      {data?.agreements.length === 0 && <Notice tone="information">{messages.text('notices.none')}</Notice>}
      {data && data.agreements.length > 0 && <Form key={data.revision} view={data} reload={reload} />}
    </section>
  );
}

interface Props {
  readonly view: NoticesView;
  readonly reload: () => void;
}

function Form({ view, reload }: Props): ReactElement {
  const { messages, locale } = useReader();
  const saving = useSaveNotices();
  const [language, setLanguage] = useState<NoticeLanguage>(view.language ?? languageOf(locale));
  const [keys, setKeys] = useState<Readonly<Record<string, string>>>(
    Object.fromEntries(view.agreements.map(({ id, key }) => [id, key ?? ''])),
  );
  const places = view.agreements.flatMap(({ id: agreement }) => {
    const key = (keys[agreement] ?? '').trim().toUpperCase();
    return key === '' ? [] : [{ agreement, key }];
  });
  const pathOf = (agreement: string): string =>
    `places[${places.findIndex((place) => place.agreement === agreement)}].key`;
  const paths = places.map(({ agreement }) => pathOf(agreement));
  const mistakes = mistakesIn(saving.error, paths, 'doc.', messages);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!saving.isPending) saving.mutate({ doc: { language, places }, seen: view.revision });
  };
  const isOfFields = mistakes.others.length === 0 && paths.some((path) => mistakes.at(path));
  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      {view.agreements.every(({ key }) => key === null) && (
        <Notice tone="information">{messages.text('notices.nowhere')}</Notice>
      )}
      <ChoiceField
        label={messages.text('notices.language')}
        help={messages.text('notices.languageHelp')}
        value={language}
        choices={noticeLanguages.map((value) => ({ value, label: messages.text(`notices.in.${value}`) }))}
        change={(value) => setLanguage(value as NoticeLanguage)}
      />
      <fieldset>
        <legend className="label">{messages.text('notices.places')}</legend>
        <div className={styles['form']}>
          <p className="note">{messages.text('notices.keyHelp')}</p>
          {view.agreements.map(({ id, name, last }) => (
            <InputField
              key={id}
              label={name}
              help={last && <LastSent last={last} />}
              value={keys[id] ?? ''}
              change={(key) => {
                setKeys({ ...keys, [id]: key });
                saving.reset();
              }}
              mistake={mistakes.at(pathOf(id))}
            />
          ))}
        </div>
      </fieldset>
      {saving.error && !isOfFields && (
        <NotSavedNotice
          error={saving.error}
          title={messages.text('breaches.notSaved')}
          reload={messages.text('agreements.reload')}
          onReload={reload}
        />
      )}
      <div className="buttons">
        <Button type="submit" appearance="primary" isLoading={saving.isPending}>
          {messages.text('notices.save')}
        </Button>
      </div>
    </form>
  );
}

type Last = NonNullable<NoticesView['agreements'][number]['last']>;

function LastSent({
  last: { at, issue, matters: count, state, reason = '' },
}: {
  readonly last: Last;
}): ReactElement {
  const reader = useReader();
  const when = dayAndTimeText(at, reader);
  return <>{reader.messages.text(`notices.last.${state}`, { when, issue, count, reason })}</>;
}
