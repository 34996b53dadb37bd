import { Fragment, type ReactElement } from 'react';
import type { MessageKey } from '../text/messages';
import { useReader } from './reader-context';

interface Props {
  readonly text: MessageKey;
  readonly values: Readonly<Record<string, string | number | ReactElement>>;
}

/** A text of the catalogue in which elements stand. */
export function Filled({ text, values }: Props): ReactElement {
  const { messages } = useReader();
  return (
    <>
      {messages.parts<ReactElement>(text, values).map((part, index) => (
        <Fragment key={index}>{part}</Fragment>
      ))}
    </>
  );
}
