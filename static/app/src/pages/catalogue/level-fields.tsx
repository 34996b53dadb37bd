import type { ReactElement } from 'react';
import type { CalendarsView } from '../../../../../src/contract/calendars';
import {
  hoursOfTier,
  hoursTiers,
  strengthOfTier,
  strengthTiers,
  type StrengthTier,
} from '../../../../../src/domain/catalogue/tiers';
import { AreaField, ChoiceField, InputField } from '../../parts/field';
import { useReader } from '../../parts/reader-context';
import { durationText } from '../../text/duration';
import type { Reader } from '../../text/reader';
import { weeklyHoursTexts } from '../../text/weekly-hours';
import styles from './catalogue.module.css';
import type { FieldsProps } from './service-fields';
import type { ServiceForm } from './service-form-model';

interface Props extends FieldsProps {
  readonly calendars: CalendarsView['calendars'];
}

/** When a service is given and how well: its hours, its tiers and its goals. */
export function LevelFields({ draft, set, mistakeAt, calendars }: Props): ReactElement {
  const reader = useReader();
  const { messages, locale } = reader;
  const unset = { value: '', label: messages.text('service.unset') };
  const offered = calendars.filter(({ record }) => !record.archived || record.id === draft.hours);
  const { hoursTier } = draft;
  return (
    <>
      <div className={styles['pair']}>
        <div data-field="doc.hours">
          <ChoiceField
            label={messages.text('service.field.hours')}
            value={draft.hours}
            change={(hours) => set({ hours })}
            choices={[
              { value: '', label: messages.text('service.hours.none') },
              ...offered.map(({ record: { id, name } }) => ({ value: id, label: name })),
            ]}
            {...(offered.length === 0 && { help: messages.text('service.hours.missing') })}
            mistake={mistakeAt('doc.hours')}
          />
        </div>
        <ChoiceField
          label={messages.text('service.field.hoursTier')}
          value={hoursTier}
          change={(tier) => set({ hoursTier: tier as ServiceForm['hoursTier'] })}
          choices={[
            unset,
            ...hoursTiers.map((value) => ({ value, label: messages.text(`service.hoursTier.${value}`) })),
          ]}
          {...(hoursTier && {
            help: messages.text('service.help.hoursTier', {
              hours: new Intl.ListFormat(locale).format(weeklyHoursTexts(hoursOfTier[hoursTier], reader)),
            }),
          })}
        />
      </div>
      <div className={styles['narrow']}>
        <ChoiceField
          label={messages.text('service.field.strengthTier')}
          value={draft.strengthTier}
          change={(tier) => set({ strengthTier: tier as ServiceForm['strengthTier'] })}
          choices={[unset, ...strengthTiers.map((value) => ({ value, label: strengthText(value, reader) }))]}
        />
      </div>
      <div className={styles['pair']}>
        {(['rto', 'rpo'] as const).map((field) => (
          <div key={field} data-field={`doc.${field}`}>
            <InputField
              label={messages.text(`service.field.${field}`)}
              value={draft[field]}
              change={(length) => set({ [field]: length })}
              help={messages.text(`service.help.${field}`)}
              mistake={mistakeAt(`doc.${field}`)}
            />
          </div>
        ))}
      </div>
      <div data-field="doc.goals" className={styles['narrow']}>
        <AreaField
          label={messages.text('service.field.goals')}
          value={draft.goals}
          change={(goals) => set({ goals })}
          help={messages.text('service.help.goals')}
          mistake={mistakeAt('doc.goals')}
        />
      </div>
      <div data-field="doc.acceptance" className={styles['narrow']}>
        <AreaField
          label={messages.text('service.field.acceptance')}
          value={draft.acceptance}
          change={(acceptance) => set({ acceptance })}
          mistake={mistakeAt('doc.acceptance')}
        />
      </div>
    </>
  );
}

/** A tier with what it promises. */
function strengthText(tier: StrengthTier, { messages, locale }: Reader): string {
  const { availability, mttr } = strengthOfTier[tier];
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 3 });
  return messages.text('service.strengthTier.said', {
    tier: messages.text(`service.strengthTier.${tier}`),
    availability: percent.format(availability / 100),
    mttr: durationText(mttr, messages),
  });
}
