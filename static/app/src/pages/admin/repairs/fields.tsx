import type { ReactElement, ReactNode } from 'react';
import { styles } from '../styles';

interface Common {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What is wrong with the value. */
  readonly mistake?: string | undefined;
}

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** A choice of one, as the browser and its assistive technology know it. */
export function SelectField(props: Common & { readonly choices: readonly Choice[] }): ReactElement {
  const { id, value, choices, onChange, mistake } = props;
  return (
    <Field {...props}>
      <select
        id={id}
        className={styles['input']}
        value={value}
        aria-invalid={mistake !== undefined}
        aria-describedby={`${id}-mistake`}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </Field>
  );
}

/** A date and a time of day. */
export function MomentField(props: Common): ReactElement {
  const { id, value, onChange, mistake } = props;
  return (
    <Field {...props}>
      <input
        id={id}
        type="datetime-local"
        className={styles['input']}
        value={value}
        aria-invalid={mistake !== undefined}
        aria-describedby={`${id}-mistake`}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
    </Field>
  );
}

/** A label above, and what is wrong below. */
export function Field({
  id,
  label,
  mistake,
  children,
}: Pick<Common, 'id' | 'label' | 'mistake'> & { readonly children: ReactNode }): ReactElement {
  return (
    <div className={styles['field']}>
      <label htmlFor={id} className={styles['label']}>
        {label}
      </label>
      {children}
      <p id={`${id}-mistake`} className={styles['mistake']} role="alert">
        {mistake}
      </p>
    </div>
  );
}
