import Button from '@atlaskit/button/new';
import { useState, type FormEvent, type ReactElement } from 'react';
import type { ReviewView } from '../../../../../src/contract/reviews';
import { reviewMethods } from '../../../../../src/domain/review/review';
import { useChangeReviews } from '../../data/use-reviews';
import { useUnsaved } from '../../parts/address';
import { AreaField, ChoiceField, InputField } from '../../parts/field';
import { PeopleField } from '../../parts/people-field';
import { PersonField } from '../../parts/person-field';
import { useReader } from '../../parts/reader-context';
import { clockNow } from '../../platform/clock';
import { dayOf } from '../../text/wall-input';
import { mistakesIn } from '../breaches/mistakes';
import { RefusedNotice } from '../breaches/refused-notice';
import { draftOf, heldOf, questions, type HeldDraft } from './held-draft';
import styles from './reviews.module.css';

interface Props {
  readonly view: ReviewView;
  readonly close: () => void;
}

const FIELDS = ['on', 'satisfaction', 'participants', 'customers', 'minutes', 'changedNeeds'];
const NO_ANSWER = { answer: '', remark: '' };

/** What people say of the review that they held. It can be kept unfinished. */
export function HeldForm({ view: { doc, revision }, close }: Props): ReactElement {
  const { messages, zone } = useReader();
  const saving = useChangeReviews('takeReviewStep');
  // What others save while this is written is not what it was written from.
  const [seen] = useState(revision);
  const [before] = useState(() => draftOf(doc.held, dayOf(clockNow(), zone)));
  const [draft, setDraft] = useState<HeldDraft>(before);
  useUnsaved(draft !== before && !saving.isSuccess);
  const remarks = questions.map(({ path }) => `${path}.remark`);
  const mistakes = mistakesIn(saving.error, [...FIELDS, ...remarks], 'held.', messages);
  const edit = (change: Partial<HeldDraft>): void => {
    setDraft({ ...draft, ...change });
    if (!mistakes.isOlder) saving.reset();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (saving.isPending) return;
    saving.mutate({ id: doc.id, seen, step: { step: 'hold', held: heldOf(draft) } }, { onSuccess: close });
  };
  return (
    <form className={`${styles['form']} unprinted`} onSubmit={submit} noValidate>
      <div className={styles['pair']}>
        <InputField
          type="date"
          label={messages.text('reviews.held.on')}
          value={draft.on}
          change={(on) => edit({ on })}
          mistake={mistakes.at('on')}
        />
        <ChoiceField
          label={messages.text('reviews.held.method')}
          value={draft.method}
          choices={reviewMethods.map((value) => ({ value, label: messages.text(`reviews.method.${value}`) }))}
          change={(method) => edit({ method })}
        />
      </div>
      <div className={styles['pair']}>
        <PeopleField
          label={messages.text('reviews.held.participants')}
          accounts={draft.participants}
          change={(participants) => edit({ participants })}
          mistake={mistakes.at('participants')}
        />
        <InputField
          label={messages.text('reviews.held.customers')}
          help={messages.text('reviews.held.customersHelp')}
          value={draft.customers}
          change={(customers) => edit({ customers })}
          mistake={mistakes.at('customers')}
        />
      </div>
      <div className={styles['pair']}>
        <PersonField
          label={messages.text('reviews.held.responsible')}
          account={draft.responsible}
          change={(responsible) => edit({ responsible })}
        />
        <ChoiceField
          label={messages.text('reviews.held.satisfaction')}
          value={draft.satisfaction}
          choices={[
            { value: '', label: messages.text('reviews.held.notAsked') },
            ...['1', '2', '3', '4', '5'].map((value) => ({
              value,
              label: messages.text('reviews.held.score', { score: Number(value) }),
            })),
          ]}
          change={(satisfaction) => edit({ satisfaction })}
          mistake={mistakes.at('satisfaction')}
        />
      </div>
      <AreaField
        label={messages.text('reviews.held.minutes')}
        value={draft.minutes}
        change={(minutes) => edit({ minutes })}
        mistake={mistakes.at('minutes')}
      />
      <AreaField
        label={messages.text('reviews.held.changedNeeds')}
        value={draft.changedNeeds}
        change={(changedNeeds) => edit({ changedNeeds })}
        mistake={mistakes.at('changedNeeds')}
      />
      <AreaField
        label={messages.text('reviews.held.decisions')}
        help={messages.text('reviews.held.decisionsHelp')}
        value={draft.decisions}
        change={(decisions) => edit({ decisions })}
      />
      {questions.map(({ path, answers }) => {
        const question = messages.text(`reviews.question.${path}`);
        const said = draft.answers[path] ?? NO_ANSWER;
        const answer = (change: Partial<typeof NO_ANSWER>): void =>
          edit({ answers: { ...draft.answers, [path]: { ...said, ...change } } });
        return (
          <div key={path} className={styles['question']} role="group" aria-label={question}>
            <span>{question}</span>
            <ChoiceField
              label={messages.text('reviews.question.answerTo', { question })}
              isLabelHidden
              value={said.answer}
              choices={[
                { value: '', label: '—' },
                ...answers.map((value) => ({ value, label: messages.text(`reviews.answer.${value}`) })),
              ]}
              change={(value) => answer({ answer: value })}
            />
            <InputField
              label={messages.text('reviews.question.remarkOn', { question })}
              isLabelHidden
              placeholder={messages.text('reviews.question.remark')}
              value={said.remark}
              change={(remark) => answer({ remark })}
              mistake={mistakes.at(`${path}.remark`)}
            />
          </div>
        );
      })}
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
