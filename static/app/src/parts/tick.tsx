import { useId, type ReactElement } from 'react';
import styles from './tick.module.css';

interface Props {
  readonly label: string;
  readonly isChecked: boolean;
  readonly change: (isChecked: boolean) => void;
  readonly isDisabled?: boolean;
  /** What it stands for is not there any more. */
  readonly isUnknown?: boolean;
  readonly help?: string;
  /** What is wrong with its being as it is. */
  readonly mistake?: string | undefined;
}

/** A yes or no beside its words, as the browser and its assistive technology know it. */
export function Tick({
  label,
  isChecked,
  change,
  isDisabled,
  isUnknown,
  help,
  mistake,
}: Props): ReactElement {
  const id = useId();
  const tick = (
    <label className={styles['tick']}>
      <input
        type="checkbox"
        checked={isChecked}
        disabled={isDisabled}
        aria-invalid={mistake !== undefined || undefined}
        aria-describedby={help === undefined ? undefined : `${id}-help ${id}-mistake`}
        onChange={({ currentTarget }) => change(currentTarget.checked)}
      />
      <span className={isUnknown ? 'mistake' : undefined}>{label}</span>
    </label>
  );
  if (help === undefined) return tick;
  return (
    <div>
      {tick}
      <div className={styles['below']}>
        <p id={`${id}-help`} className="note">
          {help}
        </p>
        <p id={`${id}-mistake`} className="mistake" role="alert">
          {mistake}
        </p>
      </div>
    </div>
  );
}
