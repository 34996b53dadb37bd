import { Fragment, type ReactElement } from 'react';
import { useGlossary } from '../../../data/use-glossary';
import { ExplainedText } from '../../../parts/explained-text';
import styles from '../agreements.module.css';
import type { Line } from './lines';

interface Props {
  readonly lines: readonly Line[];
  /** What the name of each part is among the headings of the page. */
  readonly heading: 'h3' | 'h4';
}

/** What an agreement says, part by part; the terms of the site's glossary are explained in its clauses (A22). */
export function AgreementSaid({ lines, heading: Heading }: Props): ReactElement {
  const { data } = useGlossary('project');
  const glossary = data?.terms.map(({ record }) => record) ?? [];
  const groups = [...new Set(lines.map(({ group }) => group))];
  return (
    <>
      {groups.map((group) => (
        <Fragment key={group}>
          <Heading className={styles['group']}>{group}</Heading>
          <dl className={styles['lines']}>
            {lines
              .filter((line) => line.group === group)
              .map(({ key, label, value, isClause }) => (
                <Fragment key={key}>
                  <dt>{label}</dt>
                  <dd>{isClause ? <ExplainedText text={value} glossary={glossary} /> : value}</dd>
                </Fragment>
              ))}
          </dl>
        </Fragment>
      ))}
    </>
  );
}
