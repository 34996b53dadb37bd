import type { ReactElement } from 'react';
import { useReader } from '../../parts/reader-context';
import { TextButton } from '../../parts/text-button';
import type { FigureName } from './reports-address';

interface Props {
  readonly figure: FigureName;
  /** The number itself. */
  readonly text: string;
  /** What it is a number of. */
  readonly of: string;
  readonly open: () => void;
}

/** A number that opens the timers behind it. */
export function FigureButton({ figure, text, of, open }: Props): ReactElement {
  const { messages } = useReader();
  const label = messages.text('reports.open', {
    text,
    figure: messages.text(`reports.figure.${figure}`),
    of,
  });
  return (
    <TextButton aria-label={label} onClick={open}>
      {text}
    </TextButton>
  );
}
