import { Suspense, type ReactElement, type ReactNode } from 'react';
import type { MessageKey } from '../text/messages';
import { AddressProvider, useAddress } from './address';
import { Notice } from './notice';
import { PageBoundary } from './page-boundary';
import { useReader } from './reader-context';
import styles from './sections.module.css';

interface Section {
  /** The first part of its address; empty for the section that is shown where none is named. */
  readonly path: string;
  readonly name: MessageKey;
  readonly show: () => ReactNode;
  /** It shows in the navigation only while somebody is there. */
  readonly isUnlisted?: boolean;
}

interface Props {
  /** Jira itself shows it above the page. */
  readonly title: string;
  readonly sections: readonly [Section, ...Section[]];
  /** Shown while the code of a section comes. */
  readonly loading: ReactNode;
}

/** A page in several sections, each with an address, under a navigation. */
export function Sections(props: Props): ReactElement {
  return (
    <AddressProvider>
      <Navigation {...props} />
    </AddressProvider>
  );
}

function Navigation({ title, sections, loading }: Props): ReactElement {
  const { messages } = useReader();
  const { parts, go } = useAddress();
  const [first = ''] = parts;
  const sectionAt = (wanted: string) => sections.find(({ path }) => path === wanted);
  const current = sectionAt(first) ?? sectionAt('') ?? sections[0];
  const listed = sections.filter((section) => !section.isUnlisted || section === current);
  return (
    <div className={styles['sections']}>
      <h1 className="visually-hidden">{title}</h1>
      <nav className="unprinted" aria-label={messages.text('sections.label')}>
        <ul className={styles['list']}>
          {listed.map(({ path, name }) => (
            <li key={path}>
              <button
                type="button"
                className={styles['link']}
                aria-current={path === current.path ? 'page' : undefined}
                onClick={() => (path ? go(path) : go())}
              >
                {messages.text(name)}
              </button>
            </li>
          ))}
        </ul>
      </nav>
      <PageBoundary
        key={current.path}
        fallback={<Notice tone="warning">{messages.text('failure.outdated')}</Notice>}
      >
        <Suspense fallback={loading}>{current.show()}</Suspense>
      </PageBoundary>
    </div>
  );
}
