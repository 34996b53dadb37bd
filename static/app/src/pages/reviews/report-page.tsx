import Button from '@atlaskit/button/new';
import { useState, type FormEvent, type ReactElement } from 'react';
import type { ServiceReportView } from '../../../../../src/contract/reviews';
import { useChangeReviews, useServiceReport } from '../../data/use-reviews';
import { usePersons } from '../../data/use-rights';
import { useAddress, useUnsaved } from '../../parts/address';
import { Dialog } from '../../parts/dialog';
import { FailureNotice } from '../../parts/failure-notice';
import { AreaField, InputField } from '../../parts/field';
import { Moment } from '../../parts/moment';
import { Notice } from '../../parts/notice';
import { PeopleField } from '../../parts/people-field';
import { useReader } from '../../parts/reader-context';
import { TextButton } from '../../parts/text-button';
import { clockNow } from '../../platform/clock';
import { mistakesIn } from '../breaches/mistakes';
import { RefusedNotice } from '../breaches/refused-notice';
import { DefinitionsSkeleton } from '../project-settings/definitions-skeleton';
import { periodText } from '../reports/report-text';
import { byName } from '../rights/by-name';
import { personName } from '../rights/person-name';
import { FrozenPart } from './frozen-part';
import { RecordHead } from './record-head';
import { REPORTS_PART, REVIEWS } from './reviews-address';
import styles from './reviews.module.css';
import { ReviewLozenge } from './state-lozenge';
import { TrendPart } from './trend-part';

interface Props {
  readonly id: string;
  readonly mayMonitor: boolean;
}

/** One service report (R9): frozen figures, their trend, a commentary, and to whom it was issued. */
export function ReportPage({ id, mayMonitor }: Props): ReactElement {
  const { messages } = useReader();
  const { go } = useAddress();
  const { data, error, refetch } = useServiceReport(id);
  return (
    <>
      <div className="unprinted">
        <TextButton onClick={() => go(REVIEWS, REPORTS_PART)}>
          {messages.text('reviews.backToReports')}
        </TextButton>
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
  readonly view: ServiceReportView;
  readonly mayMonitor: boolean;
}

function Loaded({ view, mayMonitor }: LoadedProps): ReactElement {
  const reader = useReader();
  const { messages } = reader;
  const { period, figures, commentary, recipients, issued } = view.doc;
  const [saves, setSaves] = useState(0);
  const persons = usePersons([...recipients.accounts, ...(issued ? [issued.by] : [])]);
  const named = [
    ...recipients.accounts.map((each) => personName(persons.get(each), messages)),
    recipients.names,
  ];
  const title = `${messages.text('reviews.report.title')} · ${periodText(period, reader)}`;
  return (
    <>
      <RecordHead title={title} agreement={view.agreement} period={period}>
        <ReviewLozenge state={issued ? 'issued' : 'prepared'} isLate={false} />
        {issued && (
          <span className="note">
            <Moment at={issued.at} calendarZone={undefined} now={clockNow()} /> ·{' '}
            {byName(issued.by, persons, messages)}
          </span>
        )}
      </RecordHead>
      <FrozenPart figures={figures} period={period} />
      <TrendPart figures={figures} period={period} />
      <section className={styles['part']}>
        <h3 className="subheading">{messages.text('reviews.report.words')}</h3>
        {issued || !mayMonitor ? (
          <dl className={styles['facts']}>
            <dt>{messages.text('reviews.report.commentary')}</dt>
            <dd>{commentary || messages.text('reviews.none')}</dd>
            <dt>{messages.text('reviews.report.recipients')}</dt>
            <dd>{named.filter((name) => name !== '').join(', ') || messages.text('reviews.none')}</dd>
          </dl>
        ) : (
          <WordsForm key={saves} view={view} saved={() => setSaves(saves + 1)} />
        )}
      </section>
    </>
  );
}

const FIELDS = ['commentary', 'recipients.accounts', 'recipients.names'];

interface WordsProps extends Pick<LoadedProps, 'view'> {
  /** Called once that is shown which was saved. */
  readonly saved: () => void;
}

/** What people add to a report, until they issue it. */
function WordsForm({ view: { doc, revision }, saved }: WordsProps): ReactElement {
  const { messages } = useReader();
  const saving = useChangeReviews('saveServiceReport');
  // What others save while this is written is not what it was written from.
  const [seen] = useState(revision);
  const [before] = useState({ commentary: doc.commentary, recipients: doc.recipients });
  const [words, setWords] = useState(before);
  const [isIssuing, setIssuing] = useState(false);
  useUnsaved(words !== before && !saving.isSuccess);
  const mistakes = mistakesIn(saving.error, FIELDS, 'words.', messages);
  const edit = (change: Partial<typeof words>): void => {
    setWords({ ...words, ...change });
    if (!mistakes.isOlder) saving.reset();
  };
  const save = (issue: boolean): void => {
    setIssuing(false);
    if (!saving.isPending) saving.mutate({ id: doc.id, seen, words, issue }, { onSuccess: saved });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save(false);
  };
  const { accounts, names } = words.recipients;
  return (
    <form className={`${styles['form']} unprinted`} onSubmit={submit} noValidate>
      <AreaField
        label={messages.text('reviews.report.commentary')}
        value={words.commentary}
        change={(commentary) => edit({ commentary })}
        mistake={mistakes.at('commentary')}
      />
      <div className={styles['pair']}>
        <PeopleField
          label={messages.text('reviews.report.recipients')}
          accounts={accounts}
          change={(changed) => edit({ recipients: { accounts: changed, names } })}
          mistake={mistakes.at('recipients.accounts')}
        />
        <InputField
          label={messages.text('reviews.report.names')}
          help={messages.text('reviews.held.customersHelp')}
          value={names}
          change={(changed) => edit({ recipients: { accounts, names: changed } })}
          mistake={mistakes.at('recipients.names')}
        />
      </div>
      <RefusedNotice error={saving.error} others={mistakes.others} />
      <div className="buttons">
        <Button type="submit" isLoading={saving.isPending}>
          {messages.text('breaches.save')}
        </Button>
        <Button appearance="primary" isDisabled={saving.isPending} onClick={() => setIssuing(true)}>
          {messages.text('reviews.report.issue')}
        </Button>
      </div>
      {isIssuing && (
        <Dialog title={messages.text('reviews.report.issue')} close={() => setIssuing(false)}>
          <p>{messages.text('reviews.report.issueText')}</p>
          <div className="buttons">
            <Button appearance="primary" onClick={() => save(true)}>
              {messages.text('reviews.report.issueNow')}
            </Button>
            <Button onClick={() => setIssuing(false)}>{messages.text('agreements.cancel')}</Button>
          </div>
        </Dialog>
      )}
    </form>
  );
}
