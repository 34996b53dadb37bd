import 'virtual:design-tokens.css';
import './base.css';
import { QueryClientProvider } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import { newQueryClient } from '../data/query-client';
import { readPageContext, type PageContext } from '../platform/page-context';
import { enableTheme } from '../platform/theme';
import { loadReader } from '../text/load-reader';
import type { Reader } from '../text/reader';
import { Notice } from './notice';
import { PageBoundary } from './page-boundary';
import { ReaderProvider } from './reader-context';

interface Page {
  /** Shown until it is known who reads the page. It has no text. */
  readonly loading: ReactElement;
  readonly of: (context: PageContext) => ReactElement;
  /** `first` for one that brings what needs other texts by `lazyPart`; all when left out. */
  readonly texts?: 'first';
}

/** Puts a page into its html file, in Jira's theme and the reader's language. */
export async function mountPage(page: Page): Promise<void> {
  const element = document.getElementById('page');
  if (!element) throw new Error('The html file has no element #page');
  const root = createRoot(element);
  root.render(page.loading);

  const [context] = await Promise.all([readPageContext().catch(() => undefined), enableTheme()]);
  const reader = await loadReader(
    context ?? { locale: navigator.language, timezone: '', extension: {} },
    page.texts,
  );
  document.documentElement.lang = reader.locale;
  document.title = reader.messages.text('module.issueTimers.title');
  const broken = <Broken reader={reader} />;
  root.render(
    <ReaderProvider value={reader}>
      <QueryClientProvider client={newQueryClient()}>
        <PageBoundary fallback={broken}>{context ? page.of(context) : broken}</PageBoundary>
      </QueryClientProvider>
    </ReaderProvider>,
  );
}

function Broken({ reader }: { readonly reader: Reader }): ReactElement {
  return <Notice tone="error">{reader.messages.text('failure.page')}</Notice>;
}
