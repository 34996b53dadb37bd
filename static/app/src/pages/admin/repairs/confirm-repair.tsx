import Button from '@atlaskit/button/new';
import type { ReactElement } from 'react';
import type { PreviewView } from '../../../../../../src/contract/repairs';
import type { useApplyRepair } from '../../../data/use-repairs';
import { Dialog } from '../../../parts/dialog';
import { Notice } from '../../../parts/notice';
import { useReader } from '../../../parts/reader-context';
import { CallFailure } from '../../../platform/call-failure';
import { failureText, problemText } from '../../../text/failure-text';

interface Props {
  readonly preview: PreviewView;
  readonly applying: ReturnType<typeof useApplyRepair>;
  readonly confirm: () => void;
  readonly close: () => void;
}

/** Says what will happen before it does. */
export function ConfirmRepair({ preview, applying, confirm, close }: Props): ReactElement {
  const { messages } = useReader();
  const cancel = (): void => {
    if (!applying.isPending) close();
  };
  return (
    <Dialog title={messages.text('admin.repairs.confirm.title')} close={cancel}>
      <p>{messages.text('admin.repairs.confirm.text', { changed: preview.changed })}</p>
      <p>{messages.text('admin.repairs.confirm.recorded')}</p>
      {applying.error && (
        <Notice tone="error" title={messages.text('admin.repairs.confirm.failed')}>
          <Why error={applying.error} />
        </Notice>
      )}
      <div className="buttons">
        <Button appearance="primary" isLoading={applying.isPending} onClick={confirm}>
          {messages.text('admin.repairs.confirm.apply')}
        </Button>
        <Button isDisabled={applying.isPending} onClick={close}>
          {messages.text('admin.repairs.confirm.cancel')}
        </Button>
      </div>
    </Dialog>
  );
}

function Why({ error }: { readonly error: Error }): ReactElement {
  const { messages } = useReader();
  const [problem] = error instanceof CallFailure ? error.problems : [];
  return <>{problem ? problemText(problem, messages) : failureText(error, messages)}</>;
}
