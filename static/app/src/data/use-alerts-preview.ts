import { useMemo } from 'react';
import type { AlertsPreviewView } from '../../../../src/contract/escalations';
import type { PayloadOf } from '../../../../src/contract/resolver-api';
import { callApp } from '../platform/app-calls';
import { usePageWalk, type Pages, type PageWalk } from './use-page-walk';

/** Whom a draft would have told, as far as issues were read. */
export type AlertsPreviewSum = Pick<
  AlertsPreviewView,
  'rules' | 'total' | 'read' | 'covered' | 'since' | 'told'
>;

const pages: Pages<Omit<PayloadOf<'previewAlerts'>, 'page'>, AlertsPreviewView, AlertsPreviewSum> = {
  ask: (payload) => callApp('previewAlerts', payload),
  add: (sum, page) => ({
    rules: page.rules,
    total: sum?.total ?? page.total,
    read: (sum?.read ?? 0) + page.read,
    covered: (sum?.covered ?? 0) + page.covered,
    since: sum?.since ?? page.since,
    told: [...(sum?.told ?? []), ...page.told],
  }),
};

/** @param file the text of a definitions file with the draft. */
export function useAlertsPreview(file: string): PageWalk<AlertsPreviewSum> {
  const asked = useMemo(() => ({ file }), [file]);
  return usePageWalk(asked, pages);
}
