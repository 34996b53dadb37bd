import { lazy, type ReactElement } from 'react';
import { useReader } from '../../parts/reader-context';
import { Sections } from '../../parts/sections';
import { DefinitionsSkeleton } from '../project-settings/definitions-skeleton';
import { AdminPage } from './admin-page';

const CalendarsSection = lazy(async () => ({
  default: (await import('../calendars/calendars-section')).CalendarsSection,
}));

const HolidaysSection = lazy(async () => ({
  default: (await import('../calendars/holidays/holidays-section')).HolidaysSection,
}));

const GlossarySection = lazy(async () => ({
  default: (await import('../glossary/glossary-section')).GlossarySection,
}));

const DefaultsSection = lazy(async () => ({
  default: (await import('./defaults/defaults-section')).DefaultsSection,
}));

const TransferSection = lazy(async () => ({
  default: (await import('../transfer/transfer-section')).TransferSection,
}));

const QuotaSection = lazy(async () => ({
  default: (await import('./quota/quota-section')).QuotaSection,
}));

/** What concerns the whole site, in sections. */
export function Admin(): ReactElement {
  const { messages } = useReader();
  return (
    <Sections
      title={messages.text('module.admin.title')}
      loading={<DefinitionsSkeleton />}
      sections={[
        { path: '', name: 'sections.overview', show: () => <AdminPage /> },
        { path: 'calendars', name: 'sections.calendars', show: () => <CalendarsSection home="site" /> },
        { path: 'holidays', name: 'sections.holidays', show: () => <HolidaysSection home="site" /> },
        { path: 'glossary', name: 'glossary.section', show: () => <GlossarySection home="site" /> },
        { path: 'defaults', name: 'defaults.section', show: () => <DefaultsSection /> },
        { path: 'transfer', name: 'transfer.title', show: () => <TransferSection home="site" /> },
        { path: 'quota', name: 'quota.section', show: () => <QuotaSection /> },
      ]}
    />
  );
}
