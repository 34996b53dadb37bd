import Button from '@atlaskit/button/new';
import type { ReactElement } from 'react';
import { useMayAdminister } from '../../data/use-board';
import { Notice } from '../../parts/notice';
import { useReader } from '../../parts/reader-context';
import { goToProjectSettings } from '../../platform/project';

/** Says who can set service levels up; whoever may do so themselves gets there. */
export function NothingPromised(): ReactElement {
  const { messages } = useReader();
  const mayAdminister = useMayAdminister() ?? false;
  return (
    <Notice
      tone="information"
      title={messages.text('board.empty.title')}
      action={
        mayAdminister && (
          <Button appearance="primary" onClick={() => void goToProjectSettings()}>
            {messages.text('board.empty.open')}
          </Button>
        )
      }
    >
      {messages.text(mayAdminister ? 'board.empty.administrator' : 'board.empty.other')}
    </Notice>
  );
}
