import { useState, type ReactElement } from 'react';
import { InputField } from '../../../../parts/field';

interface Props {
  readonly label: string;
  readonly value: number;
  readonly change: (value: number) => void;
  readonly mistake: string | undefined;
}

/** Not a number of days that any goal may have, so that what is typed instead of one is refused. */
const NONE = -1;

/** A whole number. What is typed stays as it is until the field is left. */
export function WholeField({ label, value, change, mistake }: Props): ReactElement {
  const [typed, setTyped] = useState<string>();
  return (
    <InputField
      label={label}
      isLabelHidden
      inputMode="numeric"
      value={typed ?? (value === NONE ? '' : String(value))}
      change={(text) => {
        setTyped(text);
        change(/^\s*\d{1,6}\s*$/.test(text) ? Number(text) : NONE);
      }}
      onBlur={() => setTyped(undefined)}
      mistake={mistake}
      autoComplete="off"
    />
  );
}
