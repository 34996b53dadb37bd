import Button from '@atlaskit/button/new';
import type { ReactElement } from 'react';
import type { Home } from '../../data/use-calendars';
import { useExport } from '../../data/use-transfer';
import { FailureNotice } from '../../parts/failure-notice';
import { Notice } from '../../parts/notice';
import { useReader } from '../../parts/reader-context';
import { clockNow } from '../../platform/clock';
import { download } from '../../platform/download';
import { wallInput } from '../../text/wall-input';
import styles from './transfer.module.css';

/** What a file is called, before the day. */
const fileName = { project: 'service-levels', site: 'service-levels-site' } as const;

/** Saves all that the project has defined, or that the site shares, as one file. */
export function ExportPart({ home }: { readonly home: Home }): ReactElement {
  const { messages, zone } = useReader();
  const name = `${fileName[home]}-${wallInput(clockNow(), zone).slice(0, 10)}.json`;
  const exporting = useExport(home, (text) => download(name, text));
  return (
    <section className={styles['section']} aria-labelledby="export">
      <h2 id="export" className="heading">
        {messages.text(`transfer.export.title.${home}`)}
      </h2>
      <p>{messages.text(`transfer.export.note.${home}`)}</p>
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
