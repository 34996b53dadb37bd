import { useMemo } from 'react';
import type { PayloadOf } from '../../../../src/contract/resolver-api';
import type { RulesPreviewView } from '../../../../src/contract/rules-preview';
import { callApp } from '../platform/app-calls';
import { withPage, type RulesPreviewSum } from './rules-preview-sum';
import { usePageWalk, type Pages, type PageWalk } from './use-page-walk';

export type RulesPreview = PageWalk<RulesPreviewSum>;

const pages: Pages<Omit<PayloadOf<'previewRules'>, 'page'>, RulesPreviewView, RulesPreviewSum> = {
  ask: (payload) => callApp('previewRules', payload),
  add: withPage,
};

/**
 * What a definitions file would mean for the open issues, read page by page whenever the file is another one.
 *
 * @param file its text; undefined while there is none to ask about.
 * @param appliesToRunning whether running timers change over to it.
 */
export function useRulesPreview(file: string | undefined, appliesToRunning = false): RulesPreview {
  const asked = useMemo(
    () => (file === undefined ? undefined : { file, appliesToRunning }),
    [file, appliesToRunning],
  );
  return usePageWalk(asked, pages);
}
