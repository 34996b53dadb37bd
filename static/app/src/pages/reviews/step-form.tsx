import Button from '@atlaskit/button/new';
import { useState, type FormEvent, type ReactElement } from 'react';
import type { ReviewView } from '../../../../../src/contract/reviews';
import { useChangeReviews } from '../../data/use-reviews';
import { AreaField, InputField } from '../../parts/field';
import { useReader } from '../../parts/reader-context';
import { mistakesIn } from '../breaches/mistakes';
import { RefusedNotice } from '../breaches/refused-notice';
import styles from './reviews.module.css';

interface Props {
  readonly step: 'confirm' | 'close' | 'note';
  readonly view: ReviewView;
  readonly close: () => void;
}

const FIELDS = ['confirmed.name', 'confirmed.how', 'confirmed.remark', 'note.text'];

/** Records that the customer confirmed a review, closes it, or adds a note to one that is closed. */
export function StepForm({ step, view: { doc, revision }, close }: Props): ReactElement {
  const { messages } = useReader();
  const taking = useChangeReviews('takeReviewStep');
  const [seen] = useState(revision);
  const [draft, setDraft] = useState({ name: '', how: '', remark: '', text: '' });
  const mistakes = mistakesIn(taking.error, FIELDS, '', messages);
  const edit = (change: Partial<typeof draft>): void => {
    setDraft({ ...draft, ...change });
    if (!mistakes.isOlder) taking.reset();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (taking.isPending) return;
    const { text, ...confirmed } = draft;
    const wanted = {
      confirm: { step: 'confirm', confirmed } as const,
      close: { step: 'close' } as const,
      note: { step: 'note', note: { text } } as const,
    }[step];
    taking.mutate({ id: doc.id, seen, step: wanted }, { onSuccess: close });
  };
  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      <p>{messages.text(`reviews.stepText.${step}`)}</p>
      {step === 'confirm' && (
        <>
          <InputField
            label={messages.text('reviews.confirmed.name')}
            value={draft.name}
            change={(name) => edit({ name })}
            mistake={mistakes.at('confirmed.name')}
            autoComplete="off"
          />
          <InputField
            label={messages.text('reviews.confirmed.how')}
            help={messages.text('reviews.confirmed.howHelp')}
            value={draft.how}
            change={(how) => edit({ how })}
            mistake={mistakes.at('confirmed.how')}
          />
          <AreaField
            label={messages.text('reviews.confirmed.remark')}
            value={draft.remark}
            change={(remark) => edit({ remark })}
            mistake={mistakes.at('confirmed.remark')}
          />
        </>
      )}
      {step === 'note' && (
        <AreaField
          label={messages.text('reviews.note')}
          value={draft.text}
          change={(text) => edit({ text })}
          mistake={mistakes.at('note.text')}
        />
      )}
      <RefusedNotice error={taking.error} others={mistakes.others} />
      <div className="buttons">
        <Button type="submit" appearance="primary" isLoading={taking.isPending}>
          {messages.text(`reviews.step.${step}`)}
        </Button>
        <Button isDisabled={taking.isPending} onClick={close}>
          {messages.text('agreements.cancel')}
        </Button>
      </div>
    </form>
  );
}
