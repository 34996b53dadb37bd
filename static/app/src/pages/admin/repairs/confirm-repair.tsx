import Button from '@atlaskit/button/new';
import { useLayoutEffect, useRef, type ReactElement, type SyntheticEvent } from 'react';
import type { PreviewView } from '../../../../../../src/contract/repairs';
import type { useApplyRepair } from '../../../data/use-repairs';
import { Notice } from '../../../parts/notice';
import { useReader } from '../../../parts/reader-context';
import { CallFailure } from '../../../platform/call-failure';
import { failureText, problemText } from '../../../text/failure-text';
import { styles } from '../styles';

interface Props {
  readonly preview: PreviewView;
  readonly applying: ReturnType<typeof useApplyRepair>;
  readonly confirm: () => void;
  readonly close: () => void;
}

/** Room above for what the reader has just looked at. */
const ABOVE_PX = 80;
/** Room below, for its shadow. */
const EDGE_PX = 16;

/**
 * Says what will happen before it does. The page's frame is as tall as the page, so the dialog stands where the reader is,
 * and not in the middle of the frame, which they may not see.
 */
export function ConfirmRepair({ preview, applying, confirm, close }: Props): ReactElement {
  const { messages } = useReader();
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const shown = dialog.current;
    const opener = document.activeElement;
    if (!shown) return undefined;
    const wanted = (opener?.getBoundingClientRect().top ?? 0) - ABOVE_PX;
    shown.showModal();
    const lowest = window.innerHeight - shown.offsetHeight - EDGE_PX;
    shown.style.insetBlockStart = `${Math.max(0, Math.min(wanted, lowest))}px`;
    return () => shown.close();
  }, []);

  const cancel = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (!applying.isPending) close();
  };

  return (
    <dialog ref={dialog} className={styles['dialog']} aria-labelledby="confirm" onCancel={cancel}>
      <div className={styles['dialogBody']}>
        <h2 id="confirm" className={styles['name']}>
          {messages.text('admin.repairs.confirm.title')}
        </h2>
        <p>{messages.text('admin.repairs.confirm.text', { changed: preview.changed })}</p>
        <p>{messages.text('admin.repairs.confirm.recorded')}</p>
        {applying.error && (
          <Notice tone="error" title={messages.text('admin.repairs.confirm.failed')}>
            <Why error={applying.error} />
          </Notice>
        )}
        <div className={styles['buttons']}>
          <Button appearance="primary" isLoading={applying.isPending} onClick={confirm}>
            {messages.text('admin.repairs.confirm.apply')}
          </Button>
          <Button isDisabled={applying.isPending} onClick={close}>
            {messages.text('admin.repairs.confirm.cancel')}
          </Button>
        </div>
      </div>
    </dialog>
  );
}

function Why({ error }: { readonly error: Error }): ReactElement {
  const { messages } = useReader();
  const [problem] = error instanceof CallFailure ? error.problems : [];
  return <>{problem ? problemText(problem, messages) : failureText(error, messages)}</>;
}
