import type { ReactElement } from 'react';
import type { Finding } from '../../../../../../src/domain/agreement/lint';
import { useReader } from '../../../parts/reader-context';
import { problemText } from '../../../text/failure-text';
import styles from './editor.module.css';

/** What was found at a place, each thing in a line of its own. */
export function Said({ findings }: { readonly findings: readonly Finding[] }): ReactElement | null {
  const { messages } = useReader();
  if (findings.length === 0) return null;
  return (
    <div role="status">
      {findings.map((finding, index) => (
        <p key={index} className={styles['said']} data-severity={finding.severity}>
          {problemText(finding, messages)}
        </p>
      ))}
    </div>
  );
}
