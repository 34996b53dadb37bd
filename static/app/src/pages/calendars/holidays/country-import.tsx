import Button from '@atlaskit/button/new';
import { useMemo, useState, type FormEvent, type ReactElement } from 'react';
import {
  publicHolidays,
  type CountryHolidays,
  type PublicHolidays,
} from '../../../../../../src/domain/calendar/public-holidays';
import { countries, useCountryHolidays } from '../../../data/country-holidays';
import { ChoiceField } from '../../../parts/field';
import { Notice } from '../../../parts/notice';
import { useReader } from '../../../parts/reader-context';
import styles from './holidays.module.css';
import { countryName, placeName } from './set-names';
import { compareNames } from '../../../text/names';

interface Props {
  readonly thisYear: number;
  /** @param place what it is about, such as `Germany, BY`. @param years such as `2026–2028`. */
  readonly add: (found: PublicHolidays, place: string, years: string) => void;
}

/** So many years from the present one are chosen at first. */
const YEARS = 3;

/** Adds the public holidays of a country, or of a part of it. */
export function CountryImport({ thisYear, add }: Props): ReactElement {
  const reader = useReader();
  const { messages, locale } = reader;
  const [country, setCountry] = useState('');
  const [part, setPart] = useState('');
  const [isMissed, setMissed] = useState(false);
  const { data, error, isFetching, refetch } = useCountryHolidays(country);
  const years = useMemo(() => (data ? yearsIn(data) : []), [data]);
  const [chosenFrom, setFrom] = useState(thisYear);
  const [chosenTo, setTo] = useState(thisYear + YEARS - 1);
  const from = within(chosenFrom, years);
  const to = Math.max(from, within(chosenTo, years));
  const choices = useMemo(
    () => countries.map((code) => ({ value: code, label: countryName(code, reader) })).sort(byLabel(locale)),
    [reader, locale],
  );

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setMissed(country === '');
    if (!data) return;
    add(
      publicHolidays(data, [from, to], part || undefined),
      placeName(country, data.subdivisions[part]?.name ?? part, reader),
      from === to ? String(from) : `${from}–${to}`,
    );
  };

  const yearField = (which: 'from' | 'to', value: number, change: (year: number) => void): ReactElement => (
    <ChoiceField
      label={messages.text(`holidays.country.${which}`)}
      value={String(value)}
      choices={years.map((year) => ({ value: String(year), label: String(year) }))}
      change={(year) => change(Number(year))}
    />
  );

  return (
    <form className={styles['import']} onSubmit={submit} noValidate>
      <p className="note">{messages.text('holidays.country.note')}</p>
      <div className={styles['fields']}>
        <ChoiceField
          label={messages.text('holidays.country.country')}
          value={country}
          choices={[{ value: '', label: messages.text('holidays.country.choose') }, ...choices]}
          change={(code) => {
            setCountry(code);
            setPart('');
            setMissed(false);
          }}
          mistake={isMissed ? messages.text('holidays.country.none') : undefined}
        />
        {data && Object.keys(data.subdivisions).length > 0 && (
          <ChoiceField
            label={messages.text('holidays.country.part')}
            value={part}
            choices={[
              { value: '', label: messages.text('holidays.country.whole') },
              ...Object.entries(data.subdivisions)
                .map(([code, { name }]) => ({ value: code, label: name ?? code }))
                .sort(byLabel(locale)),
            ]}
            change={setPart}
          />
        )}
        {data && yearField('from', from, setFrom)}
        {data && yearField('to', to, setTo)}
      </div>
      {error && (
        <Notice
          tone="error"
          action={
            <Button spacing="compact" onClick={() => void refetch()}>
              {messages.text('failure.retry')}
            </Button>
          }
        >
          {messages.text('holidays.country.failed')}
        </Notice>
      )}
      <div>
        <Button type="submit" isLoading={isFetching}>
          {messages.text('holidays.country.add')}
        </Button>
      </div>
    </form>
  );
}

interface Choice {
  readonly value: string;
  readonly label: string;
}

const byLabel =
  (locale: string) =>
  (a: Choice, b: Choice): number =>
    compareNames(a.label, b.label, locale);

function yearsIn({ public: days }: CountryHolidays): number[] {
  return [...new Set(Object.keys(days).map((date) => Number(date.slice(0, 4))))].sort();
}

/** The year itself when it is among the known ones, else the nearest that is. */
function within(year: number, years: readonly number[]): number {
  const [first = year] = years;
  return Math.min(Math.max(year, first), years.at(-1) ?? year);
}
