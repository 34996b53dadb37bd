import { useState, type ReactElement } from 'react';
import type { WallInterval } from '../../../../../src/domain/calendar/calendar';
import { InputField } from '../../parts/field';
import { hoursOf, hoursText } from './hours-text';

interface Props {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly hours: readonly WallInterval[];
  readonly change: (hours: readonly WallInterval[]) => void;
  readonly placeholder: string;
  readonly mistake: string | undefined;
}

/** The hours of a day, typed. What is typed stays as it is until the field is left; then it is written as all are. */
export function HoursField({ hours, change, ...field }: Props): ReactElement {
  const [typed, setTyped] = useState<string>();
  return (
    <InputField
      {...field}
      value={typed ?? hoursText(hours)}
      change={(text) => {
        setTyped(text);
        change(hoursOf(text));
      }}
      onBlur={() => setTyped(undefined)}
      autoComplete="off"
      spellCheck={false}
    />
  );
}
