import Button from '@atlaskit/button/new';
import { useState, type FormEvent, type ReactElement } from 'react';
import type { OutageRow } from '../../../../../src/contract/outages';
import { degrees } from '../../../../../src/domain/outage/outage';
import { useChangeOutage } from '../../data/use-outages';
import { AreaField, ChoiceField, InputField } from '../../parts/field';
import { useReader } from '../../parts/reader-context';
import { Tick } from '../../parts/tick';
import { clockNow } from '../../platform/clock';
import { zoneText } from '../../text/when';
import { causeName } from '../breaches/breach-text';
import styles from '../breaches/breaches.module.css';
import { mistakesIn } from '../breaches/mistakes';
import { RefusedNotice } from '../breaches/refused-notice';
import { draftOf, outageOf, type OutageDraft } from './outage-draft';
import type { Known } from './outage-text';

interface Props extends Known {
  /** What is corrected; undefined for a new one. */
  readonly row: OutageRow | undefined;
  readonly close: () => void;
}

const FIELDS = [
  'service',
  'begin',
  'end',
  'cause',
  'issue',
  'explanation',
  'rpo.note',
  'lookBack.cause',
  'lookBack.measures',
];

/** Writes down an outage, or corrects one. */
export function OutageForm({ row, close, monitoring, services }: Props): ReactElement {
  const { messages, zone } = useReader();
  const saving = useChangeOutage('saveOutage');
  const kept = row?.doc;
  const offered = services.filter(({ id, isRetired }) => !isRetired || id === kept?.service);
  const [draft, setDraft] = useState(() => draftOf(kept, offered[0]?.id ?? '', zone));
  const [unreadable, setUnreadable] = useState<readonly string[]>([]);
  const mistakes = mistakesIn(saving.error, FIELDS, 'doc.', messages);
  const mistakeAt = (path: string): string | undefined =>
    unreadable.includes(path) ? messages.text('agreements.noTime') : mistakes.at(path);
  const edit = (change: Partial<OutageDraft>): void => {
    setDraft({ ...draft, ...change });
    setUnreadable([]);
    if (!mistakes.isOlder) saving.reset();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (saving.isPending) return;
    const doc = outageOf(draft, kept, zone);
    if ('unreadable' in doc) setUnreadable(doc.unreadable);
    else saving.mutate({ doc, seen: row?.revision ?? 0 }, { onSuccess: close });
  };
  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      {kept?.withdrawn && <p className="note">{messages.text('outages.form.reinstates')}</p>}
      <CourseFields draft={draft} edit={edit} mistakeAt={mistakeAt} offered={offered} />
      <div className={styles['pair']}>
        <ChoiceField
          label={messages.text('outages.column.cause')}
          value={draft.cause}
          choices={[
            { value: '', label: messages.text('breaches.said.none') },
            ...monitoring.causes
              .filter(({ id, retired }) => !retired || id === kept?.cause)
              .map(({ id }) => ({ value: id, label: causeName(id, monitoring, messages) })),
          ]}
          change={(cause) => edit({ cause })}
          mistake={mistakeAt('cause')}
        />
        {!kept?.derived && (
          <InputField
            label={messages.text('breaches.byHand.issue')}
            value={draft.issue}
            change={(issue) => edit({ issue })}
            mistake={mistakeAt('issue')}
          />
        )}
      </div>
      <AreaField
        label={messages.text('breaches.said.explanation')}
        value={draft.explanation}
        change={(explanation) => edit({ explanation })}
        mistake={mistakeAt('explanation')}
      />
      <FindingFields draft={draft} edit={edit} mistakeAt={mistakeAt} isMajor={row?.isMajor ?? false} />
      <RefusedNotice error={saving.error} others={mistakes.others} />
      <div className="buttons">
        <Button type="submit" appearance="primary" isLoading={saving.isPending}>
          {messages.text('breaches.save')}
        </Button>
        <Button isDisabled={saving.isPending} onClick={close}>
          {messages.text('agreements.cancel')}
        </Button>
      </div>
    </form>
  );
}

interface FieldsProps {
  readonly draft: OutageDraft;
  readonly edit: (change: Partial<OutageDraft>) => void;
  readonly mistakeAt: (path: string) => string | undefined;
}

/** What was out, from when to when. */
function CourseFields({
  draft,
  edit,
  mistakeAt,
  offered,
}: FieldsProps & { readonly offered: Known['services'] }): ReactElement {
  const reader = useReader();
  const { messages, zone } = reader;
  const byTheClock = messages.text('breaches.said.toldAtHelp', { zone: zoneText(zone, clockNow(), reader) });
  return (
    <>
      <div className={styles['pair']}>
        <ChoiceField
          label={messages.text('outages.service')}
          value={draft.service}
          choices={offered.map(({ id, name }) => ({ value: id, label: name }))}
          change={(service) => edit({ service })}
          mistake={mistakeAt('service')}
        />
        <ChoiceField
          label={messages.text('outages.form.degree')}
          value={draft.degree}
          choices={degrees.map((value) => ({ value, label: messages.text(`outages.degree.${value}`) }))}
          help={messages.text(`outages.form.degreeHelp.${draft.degree}`)}
          change={(value) => edit({ degree: degrees.find((each) => each === value) ?? draft.degree })}
        />
      </div>
      <div className={styles['pair']}>
        <InputField
          type="datetime-local"
          label={messages.text('outages.column.begin')}
          help={byTheClock}
          value={draft.begin}
          change={(begin) => edit({ begin })}
          mistake={mistakeAt('begin')}
        />
        <InputField
          type="datetime-local"
          label={messages.text('outages.column.end')}
          help={messages.text('outages.form.endHelp')}
          value={draft.end}
          change={(end) => edit({ end })}
          mistake={mistakeAt('end')}
        />
      </div>
      <Tick
        label={messages.text('outages.form.planned')}
        help={messages.text('outages.form.plannedHelp')}
        isChecked={draft.planned}
        change={(planned) => edit({ planned })}
      />
    </>
  );
}

/** What was found out afterwards: whether data was lost, and of a major one what was behind it. */
function FindingFields({
  draft,
  edit,
  mistakeAt,
  isMajor,
}: FieldsProps & { readonly isMajor: boolean }): ReactElement {
  const { messages } = useReader();
  const isLookedAt = draft.major || isMajor || draft.lookBackCause !== '' || draft.measures !== '';
  return (
    <>
      <ChoiceField
        label={messages.text('outages.rpo.label')}
        value={draft.rpo}
        choices={(['', 'kept', 'lost'] as const).map((value) => ({
          value,
          label: messages.text(value ? `outages.rpo.${value}` : 'outages.rpo.unsaid'),
        }))}
        change={(value) =>
          edit({
            rpo: value === 'kept' || value === 'lost' ? value : '',
            ...(value === '' && { rpoNote: '' }),
          })
        }
      />
      {draft.rpo && (
        <InputField
          label={messages.text('outages.rpo.note')}
          value={draft.rpoNote}
          change={(rpoNote) => edit({ rpoNote })}
          mistake={mistakeAt('rpo.note')}
        />
      )}
      <Tick
        label={messages.text('outages.form.major')}
        help={messages.text('outages.form.majorHelp')}
        isChecked={draft.major}
        change={(major) => edit({ major })}
      />
      {isLookedAt && (
        <>
          <AreaField
            label={messages.text('outages.lookBack.cause')}
            value={draft.lookBackCause}
            change={(lookBackCause) => edit({ lookBackCause })}
            mistake={mistakeAt('lookBack.cause')}
          />
          <AreaField
            label={messages.text('outages.lookBack.measures')}
            value={draft.measures}
            change={(measures) => edit({ measures })}
            mistake={mistakeAt('lookBack.measures')}
          />
        </>
      )}
    </>
  );
}
