import type { ReactElement } from 'react';
import { useDefinitions } from '../../data/use-definitions';
import { Notice } from '../../parts/notice';
import { useReader } from '../../parts/reader-context';
import { CallFailure } from '../../platform/call-failure';
import { ExportPart } from './export-part';
import { ImportPart } from './import-part';
import styles from './transfer.module.css';

/** All that the project has defined, out as one file and in again (P8). */
export function TransferSection(): ReactElement {
  const { messages } = useReader();
  const { error } = useDefinitions();
  if (error instanceof CallFailure && error.reason === 'not-allowed') {
    return <Notice tone="warning">{messages.text('transfer.noRights')}</Notice>;
  }
  return (
    <div className={styles['page']}>
      <ExportPart />
      <ImportPart />
    </div>
  );
}
