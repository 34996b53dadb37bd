import { lazy, type ReactElement } from 'react';
import { useReader } from '../../parts/reader-context';
import { Sections } from '../../parts/sections';
import { BOARD } from '../board/board-address';
import { BREACHES } from '../breaches/breaches-address';
import { COMPLAINTS } from '../complaints/complaints-address';
import { ESCALATIONS } from '../escalations/escalations-address';
import { IMPROVEMENT } from '../improvement/improvement-address';
import { OUT_OF_SCOPE } from '../out-of-scope/scope-address';
import { OUTAGES } from '../outages/outages-address';
import { OverviewSection } from '../overview/overview-section';
import { RECORD } from '../record/record-address';
import { REPORTS } from '../reports/reports-address';
import { REVIEWS } from '../reviews/reviews-address';
import { DefinitionsSkeleton } from '../project-settings/definitions-skeleton';

const BoardSection = lazy(async () => ({
  default: (await import('../board/board-section')).BoardSection,
}));

const BreachesSection = lazy(async () => ({
  default: (await import('../breaches/breaches-section')).BreachesSection,
}));

const ComplaintsSection = lazy(async () => ({
  default: (await import('../complaints/complaints-section')).ComplaintsSection,
}));

const EscalationsSection = lazy(async () => ({
  default: (await import('../escalations/escalations-section')).EscalationsSection,
}));

const ImprovementSection = lazy(async () => ({
  default: (await import('../improvement/improvement-section')).ImprovementSection,
}));

const ScopeSection = lazy(async () => ({
  default: (await import('../out-of-scope/scope-section')).ScopeSection,
}));

const OutagesSection = lazy(async () => ({
  default: (await import('../outages/outages-section')).OutagesSection,
}));

const RecordSection = lazy(async () => ({
  default: (await import('../record/record-section')).RecordSection,
}));

const ReportsSection = lazy(async () => ({
  default: (await import('../reports/reports-section')).ReportsSection,
}));

const ReviewsSection = lazy(async () => ({
  default: (await import('../reviews/reviews-section')).ReviewsSection,
}));

/** How the service levels of a project stand, in sections. */
export function Project(): ReactElement {
  const { messages } = useReader();
  return (
    <Sections
      title={messages.text('module.project.title')}
      loading={<DefinitionsSkeleton />}
      sections={[
        { path: '', name: 'sections.overview', show: () => <OverviewSection /> },
        { path: BOARD, name: 'board.section', show: () => <BoardSection /> },
        { path: BREACHES, name: 'breaches.section', show: () => <BreachesSection /> },
        { path: ESCALATIONS, name: 'escalations.section', show: () => <EscalationsSection /> },
        { path: OUT_OF_SCOPE, name: 'scope.section', show: () => <ScopeSection /> },
        { path: OUTAGES, name: 'outages.section', show: () => <OutagesSection /> },
        { path: COMPLAINTS, name: 'complaints.section', show: () => <ComplaintsSection /> },
        { path: RECORD, name: 'record.section', show: () => <RecordSection /> },
        { path: REPORTS, name: 'reports.section', show: () => <ReportsSection /> },
        { path: REVIEWS, name: 'reviews.section', show: () => <ReviewsSection /> },
        { path: IMPROVEMENT, name: 'improvement.section', show: () => <ImprovementSection /> },
      ]}
    />
  );
}
