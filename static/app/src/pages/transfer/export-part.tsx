import Button from '@atlaskit/button/new';
import type { ReactElement } from 'react';
import { useExport } from '../../data/use-transfer';
import { FailureNotice } from '../../parts/failure-notice';
import { Notice } from '../../parts/notice';
import { useReader } from '../../parts/reader-context';
import { clockNow } from '../../platform/clock';
import { download } from '../../platform/download';
import { wallInput } from '../../text/wall-input';
import styles from './transfer.module.css';

/** Saves all that the project has defined as one file. */
export function ExportPart(): ReactElement {
  const { messages, zone } = useReader();
  const name = `service-levels-${wallInput(clockNow(), zone).slice(0, 10)}.json`;
  const exporting = useExport((text) => download(name, text));
  return (
    <section className={styles['section']} aria-labelledby="export">
      <h2 id="export" className="heading">
        {messages.text('transfer.export.title')}
      </h2>
      <p>{messages.text('transfer.export.note')}</p>
      <div>
        <Button onClick={() => exporting.mutate()} isLoading={exporting.isPending}>
          {messages.text('transfer.export.submit')}
        </Button>
      </div>
      {exporting.error && (
        <FailureNotice
          error={exporting.error}
          retry={() => exporting.mutate()}
          title={messages.text('transfer.export.failed')}
        />
      )}
      {exporting.isSuccess && (
        <Notice tone="success">{messages.text('transfer.export.done', { name })}</Notice>
      )}
    </section>
  );
}
