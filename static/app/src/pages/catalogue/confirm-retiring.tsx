import Button from '@atlaskit/button/new';
import type { ReactElement } from 'react';
import { Dialog } from '../../parts/dialog';
import { useReader } from '../../parts/reader-context';

interface Props {
  readonly name: string;
  readonly retire: () => void;
  readonly cancel: () => void;
}

/** Says what it means to retire a service, before it is done. */
export function ConfirmRetiring({ name, retire, cancel }: Props): ReactElement {
  const { messages } = useReader();
  return (
    <Dialog title={messages.text('service.retire.title', { name })} close={cancel}>
      <p>{messages.text('service.retire.text')}</p>
      <div className="buttons">
        <Button appearance="primary" onClick={retire}>
          {messages.text('service.retire.confirm')}
        </Button>
        <Button onClick={cancel}>{messages.text('service.retire.cancel')}</Button>
      </div>
    </Dialog>
  );
}
