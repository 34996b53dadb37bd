import Button from '@atlaskit/button/new';
import type { ReactElement } from 'react';
import { useReader } from './reader-context';

/** Prints the page as its print layout has it. */
export function PrintButton(): ReactElement {
  const { messages } = useReader();
  return <Button onClick={() => window.print()}>{messages.text('reports.print')}</Button>;
}
