import { lazy, type ReactElement } from 'react';
import { useDefinitions } from '../../data/use-definitions';
import { useReader } from '../../parts/reader-context';
import { Sections } from '../../parts/sections';
import { DefinitionsSkeleton } from './definitions-skeleton';
import { ProjectSettingsPage } from './project-settings-page';

const StartSection = lazy(async () => ({
  default: (await import('../start/start-section')).StartSection,
}));

const AgreementsSection = lazy(async () => ({
  default: (await import('../agreements/agreements-section')).AgreementsSection,
}));

const ReportingSection = lazy(async () => ({
  default: (await import('../reporting/reporting-section')).ReportingSection,
}));

const ScopeTextSection = lazy(async () => ({
  default: (await import('../out-of-scope/scope-text-section')).ScopeTextSection,
}));

const NoticesSection = lazy(async () => ({
  default: (await import('../notices/notices-section')).NoticesSection,
}));

const RulesSection = lazy(async () => ({
  default: (await import('../rules/rules-section')).RulesSection,
}));

const CalendarsSection = lazy(async () => ({
  default: (await import('../calendars/calendars-section')).CalendarsSection,
}));

const HolidaysSection = lazy(async () => ({
  default: (await import('../calendars/holidays/holidays-section')).HolidaysSection,
}));

const CatalogueSection = lazy(async () => ({
  default: (await import('../catalogue/catalogue-section')).CatalogueSection,
}));

const TransferSection = lazy(async () => ({
  default: (await import('../transfer/transfer-section')).TransferSection,
}));

const CoverageSection = lazy(async () => ({
  default: (await import('../coverage/coverage-section')).CoverageSection,
}));

const RightsSection = lazy(async () => ({
  default: (await import('../rights/rights-section')).RightsSection,
}));

const GlossarySection = lazy(async () => ({
  default: (await import('../glossary/glossary-section')).GlossarySection,
}));

/** The service levels of a project, in sections. */
export function ProjectSettings(): ReactElement {
  const { messages } = useReader();
  const isEmpty = useDefinitions().data?.agreements.length === 0;
  return (
    <Sections
      title={messages.text('settings.title')}
      loading={<DefinitionsSkeleton />}
      sections={[
        { path: 'start', name: 'start.section', show: () => <StartSection />, isUnlisted: !isEmpty },
        { path: '', name: 'sections.overview', show: () => <ProjectSettingsPage /> },
        { path: 'catalogue', name: 'catalogue.section', show: () => <CatalogueSection /> },
        { path: 'agreements', name: 'agreements.title', show: () => <AgreementsSection /> },
        { path: 'rules', name: 'rules.title', show: () => <RulesSection /> },
        { path: 'coverage', name: 'coverage.section', show: () => <CoverageSection /> },
        { path: 'calendars', name: 'sections.calendars', show: () => <CalendarsSection home="project" /> },
        { path: 'holidays', name: 'sections.holidays', show: () => <HolidaysSection home="project" /> },
        { path: 'glossary', name: 'glossary.section', show: () => <GlossarySection home="project" /> },
        { path: 'rights', name: 'rights.section', show: () => <RightsSection /> },
        { path: 'reporting', name: 'reporting.section', show: () => <ReportingSection /> },
        { path: 'notices', name: 'notices.title', show: () => <NoticesSection /> },
        { path: 'out-of-scope', name: 'scope.setting.section', show: () => <ScopeTextSection /> },
        { path: 'transfer', name: 'transfer.title', show: () => <TransferSection home="project" /> },
      ]}
    />
  );
}
