import TextArea from '@atlaskit/textarea';
import { useId, type ComponentProps, type ReactElement, type ReactNode } from 'react';
import styles from './field.module.css';

interface Common {
  readonly label: string;
  /** What is wrong with the value. */
  readonly mistake?: string | undefined;
  readonly help?: ReactNode;
  /** The label is there for those who hear the page; for the eye something else says it, such as the head of a column. */
  readonly isLabelHidden?: boolean;
}

type InputProps = Common &
  Omit<ComponentProps<'input'>, 'id' | 'className' | 'onChange' | 'value'> & {
    readonly value: string;
    readonly change: (value: string) => void;
  };

/** A text, a date or a time, with its label above and what is wrong with it below. */
export function InputField({
  label,
  mistake,
  help,
  isLabelHidden,
  change,
  ...input
}: InputProps): ReactElement {
  const id = useId();
  return (
    <Frame {...{ id, label, mistake, help, isLabelHidden }}>
      <input
        {...input}
        id={id}
        className={styles['input']}
        aria-invalid={mistake !== undefined}
        aria-describedby={`${id}-help ${id}-mistake`}
        onChange={({ currentTarget }) => change(currentTarget.value)}
      />
    </Frame>
  );
}

type ChoiceProps = Common & {
  readonly value: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly change: (value: string) => void;
};

/** A choice of one, as the browser and its assistive technology know it. */
export function ChoiceField({ label, mistake, help, isLabelHidden, ...choice }: ChoiceProps): ReactElement {
  const id = useId();
  return (
    <Frame {...{ id, label, mistake, help, isLabelHidden }}>
      <select
        id={id}
        className={styles['input']}
        value={choice.value}
        aria-invalid={mistake !== undefined}
        aria-describedby={`${id}-help ${id}-mistake`}
        onChange={({ currentTarget }) => choice.change(currentTarget.value)}
      >
        {choice.choices.map(({ value, label: name }) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </Frame>
  );
}

type AreaProps = Common & {
  readonly value: string;
  /** As many lines as can be seen at once, at least; 2 when left out. */
  readonly lines?: number;
  readonly change: (value: string) => void;
};

/** A text of several lines. */
export function AreaField({
  label,
  mistake,
  help,
  isLabelHidden,
  value,
  lines = 2,
  change,
}: AreaProps): ReactElement {
  const id = useId();
  return (
    <Frame {...{ id, label, mistake, help, isLabelHidden }}>
      <TextArea
        id={id}
        value={value}
        onChange={({ currentTarget }) => change(currentTarget.value)}
        isInvalid={mistake !== undefined}
        aria-invalid={mistake !== undefined}
        resize="vertical"
        minimumRows={lines}
        aria-describedby={`${id}-help ${id}-mistake`}
      />
    </Frame>
  );
}

interface FrameProps {
  readonly id: string;
  readonly label: string;
  readonly mistake: string | undefined;
  readonly help: ReactNode;
  readonly isLabelHidden: boolean | undefined;
  readonly children: ReactNode;
}

function Frame({ id, label, mistake, help, isLabelHidden, children }: FrameProps): ReactElement {
  return (
    <div className={styles['field']}>
      <label htmlFor={id} className={isLabelHidden ? 'visually-hidden' : 'label'}>
        {label}
      </label>
      {children}
      <p id={`${id}-help`} className="note">
        {help}
      </p>
      <p id={`${id}-mistake`} className="mistake" role="alert">
        {mistake}
      </p>
    </div>
  );
}
