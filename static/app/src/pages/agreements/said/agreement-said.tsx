import { Fragment, type ReactElement } from 'react';
import styles from '../agreements.module.css';
import type { Line } from './lines';

/** What an agreement says, part by part. */
export function AgreementSaid({ lines }: { readonly lines: readonly Line[] }): ReactElement {
  const groups = [...new Set(lines.map(({ group }) => group))];
  return (
    <>
      {groups.map((group) => (
        <Fragment key={group}>
          <h4 className={styles['group']}>{group}</h4>
          <dl className={styles['lines']}>
            {lines
              .filter((line) => line.group === group)
              .map(({ key, label, value }) => (
                <Fragment key={key}>
                  <dt>{label}</dt>
                  <dd>{value}</dd>
                </Fragment>
              ))}
          </dl>
        </Fragment>
      ))}
    </>
  );
}
