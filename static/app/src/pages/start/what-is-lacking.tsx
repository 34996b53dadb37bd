import type { ReactElement } from 'react';
import type { Need } from '../../../../../src/domain/agreement/presets/preset-draft';
import { Notice } from '../../parts/notice';
import { useReader } from '../../parts/reader-context';

/** Why the chosen promises mean nothing in this project yet, and what helps. */
export function WhatIsLacking({ lacks }: { readonly lacks: readonly Need[] }): ReactElement {
  const { messages } = useReader();
  return (
    <Notice tone="warning" title={messages.text('start.lacks.title')}>
      {lacks.map((need) => (
        <p key={need}>{messages.text(`start.lacks.${need}`)}</p>
      ))}
      <p>{messages.text('start.lacks.help')}</p>
    </Notice>
  );
}
