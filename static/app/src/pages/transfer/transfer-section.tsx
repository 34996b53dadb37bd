import type { ReactElement } from 'react';
import type { Home } from '../../data/use-calendars';
import { useDefaults } from '../../data/use-defaults';
import { Notice } from '../../parts/notice';
import { useReader } from '../../parts/reader-context';
import { CallFailure } from '../../platform/call-failure';
import { ExportPart } from './export-part';
import { ImportPart } from './import-part';
import styles from './transfer.module.css';

/** All that the project has defined, or that the site shares, out as one file and in again (P8). */
export function TransferSection({ home }: { readonly home: Home }): ReactElement {
  const { messages } = useReader();
  // Whoever may not read these may carry nothing either, and hears of it before they try.
  const { error } = useDefaults(home);
  if (error instanceof CallFailure && error.reason === 'not-allowed') {
    return <Notice tone="warning">{messages.text(`transfer.noRights.${home}`)}</Notice>;
  }
  return (
    <div className={styles['page']}>
      <ExportPart home={home} />
      <ImportPart home={home} />
    </div>
  );
}
