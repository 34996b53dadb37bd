import Button from '@atlaskit/button/new';
import type { ReactElement } from 'react';
import type { CaseShown } from '../../../../../../src/contract/cases';
import { useSaveCase } from '../../../data/use-cases';
import { Dialog } from '../../../parts/dialog';
import { useReader } from '../../../parts/reader-context';
import { NotSaved } from '../not-saved';

interface Props {
  readonly shown: CaseShown;
  readonly close: () => void;
  readonly done: () => void;
  readonly reload: () => void;
}

/** Asks before a case is thrown away. */
export function ThrowAwayCase({ shown: { doc, revision }, close, done, reload }: Props): ReactElement {
  const { messages } = useReader();
  const saving = useSaveCase();
  return (
    <Dialog
      title={messages.text('case.throwingAway.title', { name: doc.name })}
      close={() => !saving.isPending && close()}
    >
      <p>{messages.text('case.throwingAway.text')}</p>
      <NotSaved error={saving.error} reload={reload} />
      <div className="buttons">
        <Button
          appearance="danger"
          isLoading={saving.isPending}
          onClick={() =>
            saving.mutate({ doc: { ...doc, closed: true }, seen: revision }, { onSuccess: done })
          }
        >
          {messages.text('case.throwAway')}
        </Button>
        <Button isDisabled={saving.isPending} onClick={close}>
          {messages.text('case.cancel')}
        </Button>
      </div>
    </Dialog>
  );
}
