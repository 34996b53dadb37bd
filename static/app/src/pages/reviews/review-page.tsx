import Button from '@atlaskit/button/new';
import { useState, type ReactElement } from 'react';
import type { ReviewView } from '../../../../../src/contract/reviews';
import { agendaOf } from '../../../../../src/domain/review/agenda';
import { stateOfReview } from '../../../../../src/domain/review/review';
import { missingIn } from '../../../../../src/domain/review/review-life';
import { useReview } from '../../data/use-reviews';
import { usePersons } from '../../data/use-rights';
import { useAddress } from '../../parts/address';
import { Dialog } from '../../parts/dialog';
import { Disclosure } from '../../parts/disclosure';
import { FailureNotice } from '../../parts/failure-notice';
import { Moment } from '../../parts/moment';
import { Notice } from '../../parts/notice';
import { useReader } from '../../parts/reader-context';
import { TextButton } from '../../parts/text-button';
import { clockNow } from '../../platform/clock';
import { problemText } from '../../text/failure-text';
import type { Messages } from '../../text/messages';
import { addressOf } from '../breaches/breaches-address';
import { DefinitionsSkeleton } from '../project-settings/definitions-skeleton';
import { byName } from '../rights/by-name';
import { FrozenPart } from './frozen-part';
import { HeldFacts } from './held-facts';
import { HeldForm } from './held-form';
import { RecordHead, Signatures } from './record-head';
import { dayText, reviewText } from './review-text';
import { REVIEWS } from './reviews-address';
import styles from './reviews.module.css';
import { ReviewLozenge } from './state-lozenge';
import { StepForm } from './step-form';

interface Props {
  readonly id: string;
  readonly mayMonitor: boolean;
}

/** One review: what was frozen for it, what it talks about, what people say of it, and its steps (R3). */
export function ReviewPage({ id, mayMonitor }: Props): ReactElement {
  const { messages } = useReader();
  const { go } = useAddress();
  const { data, error, refetch } = useReview(id);
  return (
    <>
      <div className="unprinted">
        <TextButton onClick={() => go(REVIEWS)}>{messages.text('reviews.back')}</TextButton>
      </div>
      {error && (
        <FailureNotice error={error} retry={() => void refetch()} title={messages.text('reviews.failed')} />
      )}
      {data === undefined && !error && <DefinitionsSkeleton label={messages.text('reviews.loading')} />}
      {data === null && <Notice tone="warning">{messages.text('reviews.gone')}</Notice>}
      {data && <Loaded view={data} mayMonitor={mayMonitor} />}
    </>
  );
}

interface LoadedProps {
  readonly view: ReviewView;
  readonly mayMonitor: boolean;
}

function Loaded({ view, mayMonitor }: LoadedProps): ReactElement {
  const reader = useReader();
  const { messages } = reader;
  const { doc, agreement, isLate } = view;
  const { held, period, figures } = doc;
  const [isWriting, setWriting] = useState(false);
  const state = stateOfReview(doc);
  const mayHold = mayMonitor && (state === 'prepared' || state === 'held');
  return (
    <>
      <RecordHead title={reviewText(period, reader)} agreement={agreement} period={period}>
        <ReviewLozenge state={state} isLate={isLate} />
        {state !== 'closed' && (
          <span className="note">
            {messages.text('reviews.toBeClosed', { day: dayText(doc.dueOn, reader) })}
          </span>
        )}
      </RecordHead>
      <FrozenPart figures={figures} period={period} />
      <section className={styles['part']}>
        <h3 className="subheading">{messages.text('reviews.agenda.title')}</h3>
        <ol className={styles['list']}>
          {agendaOf(figures).map(({ item, count }) => (
            <li key={item}>{messages.text(`reviews.agenda.${item}`, { count })}</li>
          ))}
        </ol>
      </section>
      <section className={styles['part']}>
        <h3 className="subheading">{messages.text('reviews.held.title')}</h3>
        {held ? (
          <div className={isWriting ? 'printed' : styles['part']}>
            <HeldFacts held={held} />
          </div>
        ) : (
          !isWriting && <p className="note">{messages.text('reviews.held.nothing')}</p>
        )}
        {isWriting && <HeldForm view={view} close={() => setWriting(false)} />}
        {mayHold && !isWriting && (
          <div className="unprinted">
            <Button appearance={held ? 'default' : 'primary'} onClick={() => setWriting(true)}>
              {messages.text(held ? 'reviews.held.change' : 'reviews.held.write')}
            </Button>
          </div>
        )}
      </section>
      <Steps view={view} mayMonitor={mayMonitor && !isWriting} />
      <Notes view={view} mayMonitor={mayMonitor} />
      <History view={view} />
      <Signatures />
    </>
  );
}

/** What has been done to finish it, and what is missing for the next step. */
function Steps({ view, mayMonitor }: LoadedProps): ReactElement {
  const { messages } = useReader();
  const { doc, withoutCause, agreement } = view;
  const { held, confirmed, closed } = doc;
  const { go } = useAddress();
  const [step, setStep] = useState<'confirm' | 'close'>();
  const persons = usePersons([confirmed, closed].flatMap((act) => act?.by ?? []));
  const now = clockNow();
  const state = stateOfReview(doc);
  const missing = state === 'held' ? missingIn(held) : [];
  const causeless = withoutCause?.count ?? 0;
  const register = (): void => {
    if (!withoutCause) return;
    const { from, to } = withoutCause;
    go(...addressOf({ period: { from, to }, filter: { agreement: agreement.id, cause: null } }));
  };
  return (
    <section className={styles['part']}>
      <h3 className="subheading">{messages.text('reviews.steps')}</h3>
      {confirmed && (
        <p>
          {messages.text('reviews.confirmed.by', { name: confirmed.name, how: confirmed.how })}{' '}
          <span className="note">
            <Moment at={confirmed.at} calendarZone={undefined} now={now} /> ·{' '}
            {byName(confirmed.by, persons, messages)}
          </span>
          {confirmed.remark && <span className={styles['note']}>{confirmed.remark}</span>}
        </p>
      )}
      {closed && (
        <p>
          {messages.text('reviews.closed')}{' '}
          <span className="note">
            <Moment at={closed.at} calendarZone={undefined} now={now} /> ·{' '}
            {byName(closed.by, persons, messages)}
          </span>
        </p>
      )}
      {state === 'prepared' && <p className="note">{messages.text('reviews.missing.held')}</p>}
      {missing.length > 0 && (
        <div className="unprinted">
          <Notice tone="information" title={messages.text('reviews.missing.confirm')}>
            <ul className={styles['list']}>
              {missing.map((each) => (
                <li key={each.path}>
                  {fieldText(each.path, messages)}: {problemText(each, messages)}
                </li>
              ))}
            </ul>
          </Notice>
        </div>
      )}
      {!closed && causeless > 0 && (
        <div className="unprinted">
          <Notice
            tone="warning"
            action={<TextButton onClick={register}>{messages.text('reviews.missing.register')}</TextButton>}
          >
            {messages.text('reviews.missing.causes', { count: causeless })}
          </Notice>
        </div>
      )}
      {mayMonitor && (
        <div className="buttons unprinted">
          {state === 'held' && missing.length === 0 && (
            <Button onClick={() => setStep('confirm')}>{messages.text('reviews.offer.confirm')}</Button>
          )}
          {state === 'confirmed' && causeless === 0 && (
            <Button onClick={() => setStep('close')}>{messages.text('reviews.offer.close')}</Button>
          )}
        </div>
      )}
      {step && (
        <Dialog title={messages.text(`reviews.offer.${step}`)} close={() => setStep(undefined)}>
          <StepForm step={step} view={view} close={() => setStep(undefined)} />
        </Dialog>
      )}
    </section>
  );
}

/** What a missing value belongs to, as its form calls it. */
function fieldText(path: string, messages: Messages): string {
  const field = path.replace(/^held\./, '').replace(/\.remark$/, '');
  const [question, label] = [`reviews.question.${field}`, `reviews.held.${field}`];
  if (messages.knows(question)) return messages.text(question);
  return messages.knows(label) ? messages.text(label) : field;
}

/** What turned out once it was closed. */
function Notes({ view, mayMonitor }: LoadedProps): ReactElement | null {
  const { messages } = useReader();
  const { notes, closed } = view.doc;
  const [isAdding, setAdding] = useState(false);
  const persons = usePersons(notes.map(({ by }) => by));
  const now = clockNow();
  if (!closed) return null;
  return (
    <section className={styles['part']}>
      <h3 className="subheading">{messages.text('reviews.notes')}</h3>
      {notes.length === 0 && <p className="note">{messages.text('reviews.noNotes')}</p>}
      {notes.map(({ text, by, at }) => (
        <div key={at} className={styles['note']}>
          <p>{text}</p>
          <p className="note">
            <Moment at={at} calendarZone={undefined} now={now} /> · {byName(by, persons, messages)}
          </p>
        </div>
      ))}
      {mayMonitor && (
        <div className="unprinted">
          <Button onClick={() => setAdding(true)}>{messages.text('reviews.offer.note')}</Button>
        </div>
      )}
      {isAdding && (
        <Dialog title={messages.text('reviews.offer.note')} close={() => setAdding(false)}>
          <StepForm step="note" view={view} close={() => setAdding(false)} />
        </Dialog>
      )}
    </section>
  );
}

/** Who saved it when. */
function History({ view: { history } }: { readonly view: ReviewView }): ReactElement {
  const { messages } = useReader();
  const persons = usePersons(history.map(({ by }) => by));
  const now = clockNow();
  return (
    <div className="unprinted">
      <Disclosure summary={messages.text('reviews.history', { count: history.length })}>
        <ol className={styles['list']}>
          {history.map(({ revision, at, by, state }) => (
            <li key={revision}>
              {messages.text(`reviews.state.${state}`)} ·{' '}
              <Moment at={at} calendarZone={undefined} now={now} /> · {byName(by, persons, messages)}
            </li>
          ))}
        </ol>
      </Disclosure>
    </div>
  );
}
