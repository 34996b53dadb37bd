import * as v from 'valibot';
import {
  agreementsViewSchema,
  agreementVersionSchema,
  agreementViewSchema,
  draftReviewSchema,
} from './agreements';
import { answerOf } from './answer';
import { breachesViewSchema, breachRowsSchema, breachViewSchema, monitoringViewSchema } from './breaches';
import { boardSchema } from './board';
import { casesViewSchema, caseTriedSchema } from './cases';
import { catalogueViewSchema, caughtSchema, serviceViewSchema } from './catalogue';
import { calendarsViewSchema } from './calendars';
import { causesCountedSchema } from './cause-counts';
import { changeLogSchema } from './change-log';
import { complaintIssueSchema, complaintIssuesSchema, complaintTypesViewSchema } from './complaint-issues';
import { complaintsViewSchema, complaintViewSchema, satisfactionViewSchema } from './complaints';
import { coverageViewSchema, seenSchema } from './coverage';
import { defaultsViewSchema } from './defaults';
import { cyclesSchema, figuresSchema } from './figures';
import { fallingDueSchema } from './gadgets';
import { glossaryViewSchema } from './glossary';
import { healthViewSchema } from './health';
import { outageRowSchema, outageRulesViewSchema, outagesViewSchema, outageViewSchema } from './outages';
import { noticesViewSchema } from './notices';
import { issueScopeSchema, scopeRegisterSchema, scopeTextViewSchema } from './out-of-scope';
import { monitoringRecordSchema } from './monitoring-record';
import { actionSavedSchema, actionViewSchema, planViewSchema } from './improvement';
import { panelAnswers } from './panel-answers';
import { projectShapeSchema } from './project-shape';
import { differencesSchema, repairsViewSchema } from './repairs';
import { alertsPreviewSchema, escalationsViewSchema } from './escalations';
import { rulesPreviewSchema } from './rules-preview';
import { processReviewSchema, reviewListSchema, reviewViewSchema, serviceReportViewSchema } from './reviews';
import { reportingViewSchema } from './reporting';
import { rightsViewSchema } from './rights';
import { rulesTriedSchema } from './rules-tried';
import { exportedSchema, importReviewSchema } from './transfer';
import { usageViewSchema } from './usage';
import { backfillViewSchema, definitionsViewSchema, importResultSchema } from './views';

/** What each function of the resolver answers. Pages load answers alone: what they send is checked on the server. */
export const resolverAnswers = {
  ...panelAnswers,
  viewBoard: answerOf(boardSchema),
  viewBoardOf: answerOf(boardSchema),
  viewMonitoring: answerOf(monitoringViewSchema),
  saveCauses: answerOf(monitoringViewSchema),
  viewBreaches: answerOf(breachesViewSchema),
  viewBreach: answerOf(v.nullable(breachViewSchema)),
  saveBreaches: answerOf(breachRowsSchema),
  saveBreachByHand: answerOf(breachRowsSchema),
  askForExceptions: answerOf(breachRowsSchema),
  decideExceptions: answerOf(breachRowsSchema),
  withdrawExceptions: answerOf(breachRowsSchema),
  viewPlan: answerOf(planViewSchema),
  viewAction: answerOf(v.nullable(actionViewSchema)),
  saveAction: answerOf(actionSavedSchema),
  takeActionStep: answerOf(actionSavedSchema),
  createActionIssue: answerOf(actionSavedSchema),
  bindActionIssue: answerOf(actionSavedSchema),
  releaseActionIssue: answerOf(actionSavedSchema),
  viewComplaints: answerOf(complaintsViewSchema),
  viewComplaint: answerOf(v.nullable(complaintViewSchema)),
  saveComplaint: answerOf(v.nullable(complaintViewSchema)),
  takeComplaintStep: answerOf(v.nullable(complaintViewSchema)),
  viewComplaintIssues: answerOf(complaintIssuesSchema),
  viewComplaintIssue: answerOf(v.nullable(complaintIssueSchema)),
  viewComplaintTypes: answerOf(complaintTypesViewSchema),
  saveComplaintTypes: answerOf(complaintTypesViewSchema),
  viewSatisfaction: answerOf(satisfactionViewSchema),
  saveSatisfaction: answerOf(satisfactionViewSchema),
  viewIssueScope: answerOf(issueScopeSchema),
  tellCustomer: answerOf(issueScopeSchema),
  askToServe: answerOf(issueScopeSchema),
  withdrawServing: answerOf(issueScopeSchema),
  decideServing: answerOf(v.null()),
  viewScopeRegister: answerOf(scopeRegisterSchema),
  viewNotices: answerOf(noticesViewSchema),
  saveNotices: answerOf(noticesViewSchema),
  viewScopeText: answerOf(scopeTextViewSchema),
  saveScopeText: answerOf(scopeTextViewSchema),
  viewOutages: answerOf(outagesViewSchema),
  viewOutage: answerOf(v.nullable(outageViewSchema)),
  saveOutage: answerOf(outageRowSchema),
  verifyOutage: answerOf(outageRowSchema),
  withdrawOutage: answerOf(outageRowSchema),
  viewOutageRules: answerOf(outageRulesViewSchema),
  saveOutageRules: answerOf(outageRulesViewSchema),
  viewReviews: answerOf(reviewListSchema),
  viewReview: answerOf(v.nullable(reviewViewSchema)),
  viewServiceReport: answerOf(v.nullable(serviceReportViewSchema)),
  prepareReview: answerOf(reviewListSchema),
  takeReviewStep: answerOf(v.nullable(reviewViewSchema)),
  saveServiceReport: answerOf(v.nullable(serviceReportViewSchema)),
  viewProcessReview: answerOf(processReviewSchema),
  viewDefinitions: answerOf(definitionsViewSchema),
  exportDefinitions: answerOf(exportedSchema),
  reviewImport: answerOf(importReviewSchema),
  importDefinitions: answerOf(importResultSchema),
  exportSite: answerOf(exportedSchema),
  reviewSiteImport: answerOf(importReviewSchema),
  importSite: answerOf(importResultSchema),
  viewProjectShape: answerOf(projectShapeSchema),
  tryRules: answerOf(rulesTriedSchema),
  viewAgreements: answerOf(agreementsViewSchema),
  viewAgreement: answerOf(v.nullable(agreementViewSchema)),
  viewAgreementVersion: answerOf(v.nullable(agreementVersionSchema)),
  saveDraft: answerOf(v.nullable(agreementViewSchema)),
  reviewDraft: answerOf(draftReviewSchema),
  publishDraft: answerOf(v.nullable(agreementViewSchema)),
  takeStep: answerOf(v.nullable(agreementViewSchema)),
  viewCases: answerOf(casesViewSchema),
  tryCase: answerOf(caseTriedSchema),
  saveCase: answerOf(casesViewSchema),
  viewBackfill: answerOf(v.nullable(backfillViewSchema)),
  pauseBackfill: answerOf(v.nullable(backfillViewSchema)),
  resumeBackfill: answerOf(v.nullable(backfillViewSchema)),
  viewCalendars: answerOf(calendarsViewSchema),
  saveCalendar: answerOf(calendarsViewSchema),
  saveHolidaySet: answerOf(calendarsViewSchema),
  viewSiteCalendars: answerOf(calendarsViewSchema),
  saveSiteCalendar: answerOf(calendarsViewSchema),
  saveSiteHolidaySet: answerOf(calendarsViewSchema),
  viewCatalogue: answerOf(catalogueViewSchema),
  viewService: answerOf(v.nullable(serviceViewSchema)),
  saveService: answerOf(catalogueViewSchema),
  decideLook: answerOf(catalogueViewSchema),
  countCaught: answerOf(caughtSchema),
  viewCoverage: answerOf(coverageViewSchema),
  viewSeen: answerOf(seenSchema),
  viewRights: answerOf(rightsViewSchema),
  viewChangeLog: answerOf(changeLogSchema),
  viewRecord: answerOf(monitoringRecordSchema),
  saveMeasurement: answerOf(monitoringRecordSchema),
  viewReporting: answerOf(reportingViewSchema),
  saveReporting: answerOf(reportingViewSchema),
  viewFigures: answerOf(figuresSchema),
  viewFiguresOf: answerOf(figuresSchema),
  countCauses: answerOf(causesCountedSchema),
  countCausesOf: answerOf(causesCountedSchema),
  viewFallingDueOf: answerOf(fallingDueSchema),
  viewCycles: answerOf(cyclesSchema),
  viewHealth: answerOf(healthViewSchema),
  pauseBackfillOf: answerOf(healthViewSchema),
  resumeBackfillOf: answerOf(healthViewSchema),
  viewGlossary: answerOf(glossaryViewSchema),
  viewSiteGlossary: answerOf(glossaryViewSchema),
  saveTerm: answerOf(glossaryViewSchema),
  addReadyTerms: answerOf(glossaryViewSchema),
  viewDefaults: answerOf(defaultsViewSchema),
  viewSiteDefaults: answerOf(defaultsViewSchema),
  saveDefaults: answerOf(defaultsViewSchema),
  viewUsage: answerOf(usageViewSchema),
  viewRepairs: answerOf(repairsViewSchema),
  previewRepair: answerOf(repairsViewSchema),
  pausePreview: answerOf(repairsViewSchema),
  resumePreview: answerOf(repairsViewSchema),
  discardPreview: answerOf(repairsViewSchema),
  viewDifferences: answerOf(differencesSchema),
  applyRepair: answerOf(repairsViewSchema),
  previewRules: answerOf(rulesPreviewSchema),
  previewAlerts: answerOf(alertsPreviewSchema),
  viewEscalations: answerOf(escalationsViewSchema),
} as const;
