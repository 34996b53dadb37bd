import { useState, type ReactElement } from 'react';
import {
  CLOSED_WITHIN,
  type AgreementDetails,
  type ReviewPlan,
} from '../../../../../../src/domain/agreement/details';
import { reviewRhythms } from '../../../../../../src/domain/review/review-period';
import { reportRhythms } from '../../../../../../src/domain/review/service-report';
import { ChoiceField, InputField } from '../../../parts/field';
import { PeopleField } from '../../../parts/people-field';
import { PersonField } from '../../../parts/person-field';
import { useReader } from '../../../parts/reader-context';
import { Tick } from '../../../parts/tick';
import styles from '../agreements.module.css';

interface Props {
  readonly details: AgreementDetails;
  readonly change: (part: Partial<AgreementDetails>) => void;
}

const DAYS = /^([1-9]|[1-8]\d|90)$/;

/** Which reviews are held and which service reports are issued (R3, R9). What is no number of days stays in its field, and is not part of the draft. */
export function ReviewFields({ details: { reviews = {} }, change }: Props): ReactElement {
  const { messages } = useReader();
  const { rhythms = [], responsible = '', reports = '', recipients = [], otherRecipients = '' } = reviews;
  const [days, setDays] = useState(reviews.withinDays?.toString() ?? '');
  const set = (part: { readonly [Name in keyof ReviewPlan]: ReviewPlan[Name] | undefined | '' }): void => {
    const said = Object.entries({ ...reviews, ...part }).filter(
      ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
    );
    change({ reviews: Object.fromEntries(said) });
  };
  return (
    <>
      <fieldset className={styles['fieldset']}>
        <legend className={styles['group']}>{messages.text('agreements.reviews.held')}</legend>
        {reviewRhythms.map((rhythm) => (
          <Tick
            key={rhythm}
            label={messages.text(`reviews.rhythm.${rhythm}`)}
            isChecked={rhythms.includes(rhythm)}
            change={(isChecked) =>
              set({
                rhythms: reviewRhythms.filter((each) =>
                  each === rhythm ? isChecked : rhythms.includes(each),
                ),
              })
            }
          />
        ))}
        <div className={styles['columns']}>
          <InputField
            label={messages.text('agreements.reviews.withinDays')}
            help={messages.text('agreements.reviews.withinDaysHelp', { days: CLOSED_WITHIN })}
            inputMode="numeric"
            value={days}
            change={(text) => {
              setDays(text);
              set({ withinDays: DAYS.test(text) ? Number(text) : undefined });
            }}
            mistake={days === '' || DAYS.test(days) ? undefined : messages.text('agreements.reviews.noDays')}
          />
          <PersonField
            label={messages.text('reviews.held.responsible')}
            account={responsible}
            change={(account) => set({ responsible: account })}
          />
        </div>
      </fieldset>
      <fieldset className={styles['fieldset']}>
        <legend className={styles['group']}>{messages.text('reviews.part.reports')}</legend>
        <ChoiceField
          label={messages.text('agreements.reviews.reports')}
          value={reports}
          choices={[
            { value: '', label: messages.text('agreements.reviews.noReports') },
            ...reportRhythms.map((value) => ({ value, label: messages.text(`reports.period.${value}`) })),
          ]}
          change={(value) => set({ reports: reportRhythms.find((each) => each === value) })}
        />
        <div className={styles['columns']}>
          <PeopleField
            label={messages.text('reviews.report.recipients')}
            accounts={recipients}
            change={(accounts) => set({ recipients: accounts })}
          />
          <InputField
            label={messages.text('reviews.report.names')}
            value={otherRecipients}
            change={(names) => set({ otherRecipients: names })}
            maxLength={300}
          />
        </div>
      </fieldset>
    </>
  );
}
