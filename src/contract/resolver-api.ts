import * as v from 'valibot';
import { ofAgreement, ofVersion, publishingSchema, savedDraftSchema, stepWantedSchema } from './agreements';
import { type Answer } from './answer';
import {
  breachesWantedSchema,
  exceptionsAskedSchema,
  exceptionsDecidedSchema,
  exceptionsWithdrawnSchema,
  ofBreach,
  savedBreachesSchema,
  savedCausesSchema,
  savedHandBreachSchema,
} from './breaches';
import { boardWantedSchema } from './board';
import { complaintIssuesWantedSchema, ofComplaintIssue, savedComplaintTypesSchema } from './complaint-issues';
import {
  complaintsWantedSchema,
  complaintStepSchema,
  ofComplaint,
  savedComplaintSchema,
  savedSatisfactionSchema,
} from './complaints';
import {
  actionIssueBoundSchema,
  actionIssueReleasedSchema,
  actionIssueWantedSchema,
  actionStepSchema,
  ofAction,
  planWantedSchema,
  savedActionSchema,
} from './improvement';
import { caseIssueSchema, savedCaseSchema } from './cases';
import { caughtPageSchema, lookedAtSchema, namedServiceSchema, savedServiceSchema } from './catalogue';
import { savedCalendarSchema, savedHolidaySetSchema } from './calendars';
import { causesWantedSchema } from './cause-counts';
import { logWantedSchema } from './change-log';
import { seenPageSchema } from './coverage';
import { savedDefaultsSchema } from './defaults';
import { cyclesAskedSchema, figuresAskedSchema } from './figures';
import { boardOfSchema, causesOfSchema, fallingWantedSchema, figuresOfSchema } from './gadgets';
import { savedTermSchema } from './glossary';
import {
  ofOutage,
  outagesWantedSchema,
  savedOutageRulesSchema,
  savedOutageSchema,
  verifiedOutageSchema,
  withdrawnOutageSchema,
} from './outages';
import { savedNoticesSchema } from './notices';
import {
  savedScopeTextSchema,
  scopeWantedSchema,
  servingAskedSchema,
  servingDecidedSchema,
  servingWithdrawnSchema,
  tellingSchema,
} from './out-of-scope';
import { projectSchema, proposalSchema } from './repairs';
import { ofReview, preparedSchema, reviewStepSchema, savedReportSchema } from './reviews';
import { alertsPreviewPayloadSchema, escalationsWantedSchema } from './escalations';
import { rulesPreviewPayloadSchema } from './rules-preview';
import { issueToTrySchema } from './rules-tried';
import { importReviewedSchema, importWantedSchema } from './transfer';
import { recordAskedSchema, savedMeasurementSchema } from './monitoring-record';
import { savedReportingSchema } from './reporting';
import { resolverAnswers } from './resolver-answers';

/** Pages of the whole site say which project they mean. */
const ofProject = v.strictObject({ project: projectSchema });
const ofPreview = v.strictObject({ project: projectSchema, preview: v.pipe(v.string(), v.maxLength(36)) });

/**
 * Every call that a page can make: what it sends and what it gets. The server parses the payload by `payload`, the page
 * parses the answer by `answer`; both get their types from here.
 */
export const resolverApi = {
  /** The timers of the issue that the page stands on. */
  viewIssueTimers: {
    /** `jiraUpdated`: the issue's `updated` (epoch ms) as the page knows it from Jira: a hint that the app's answer is stale. */
    payload: v.strictObject({
      jiraUpdated: v.exactOptional(v.pipe(v.number(), v.safeInteger(), v.minValue(0))),
    }),
    answer: resolverAnswers.viewIssueTimers,
  },
  /** Why the issue that the page stands on has these timers and goals, or none. */
  explainIssueTimers: { payload: v.strictObject({}), answer: resolverAnswers.explainIssueTimers },
  /** The open timers of the project that the page stands on, those due next first (M1). */
  viewBoard: { payload: boardWantedSchema, answer: resolverAnswers.viewBoard },
  /** The same of a project that a gadget names, for whoever may see that project in Jira. */
  viewBoardOf: { payload: boardOfSchema, answer: resolverAnswers.viewBoardOf },
  /** What the reader may do about breaches of the project, and the causes that they can choose from (M3). */
  viewMonitoring: { payload: v.strictObject({}), answer: resolverAnswers.viewMonitoring },
  saveCauses: { payload: savedCausesSchema, answer: resolverAnswers.saveCauses },
  /** The breach register of the project, page by page (M3). */
  viewBreaches: { payload: breachesWantedSchema, answer: resolverAnswers.viewBreaches },
  /** One breach with who held its issue when; null when it is not there. */
  viewBreach: { payload: ofBreach, answer: resolverAnswers.viewBreach },
  /** The breaches of the issue that the page stands on, and what was asked for its cycles. */
  viewIssueBreaches: { payload: v.strictObject({}), answer: resolverAnswers.viewIssueBreaches },
  /** Keeps what is said of breaches that timers measured: of all, or of none. */
  saveBreaches: { payload: savedBreachesSchema, answer: resolverAnswers.saveBreaches },
  /** Records a breach that no timer measures, changes it, or takes it out. */
  saveBreachByHand: { payload: savedHandBreachSchema, answer: resolverAnswers.saveBreachByHand },
  /** Asks for exclusions or extensions (M4). */
  askForExceptions: { payload: exceptionsAskedSchema, answer: resolverAnswers.askForExceptions },
  /** Approves, refuses or revokes them. */
  decideExceptions: { payload: exceptionsDecidedSchema, answer: resolverAnswers.decideExceptions },
  /** Takes back what one has asked for. */
  withdrawExceptions: { payload: exceptionsWithdrawnSchema, answer: resolverAnswers.withdrawExceptions },
  /** The improvement plan of the project (R4), page by page, for everybody who sees it. */
  viewPlan: { payload: planWantedSchema, answer: resolverAnswers.viewPlan },
  /** One of its actions with the effect that it had; null when it is not there. */
  viewAction: { payload: ofAction, answer: resolverAnswers.viewAction },
  saveAction: { payload: savedActionSchema, answer: resolverAnswers.saveAction },
  /** Marks an action done, judges its effect, drops it or takes it up again. */
  takeActionStep: { payload: actionStepSchema, answer: resolverAnswers.takeActionStep },
  /** Makes a Jira issue of an action, as whoever calls. */
  createActionIssue: { payload: actionIssueWantedSchema, answer: resolverAnswers.createActionIssue },
  /** Binds an action to an issue that is there already, and takes it away again. */
  bindActionIssue: { payload: actionIssueBoundSchema, answer: resolverAnswers.bindActionIssue },
  releaseActionIssue: { payload: actionIssueReleasedSchema, answer: resolverAnswers.releaseActionIssue },
  /** The complaints of the project (M7), page by page. */
  viewComplaints: { payload: complaintsWantedSchema, answer: resolverAnswers.viewComplaints },
  /** One of them; null when it is not there. */
  viewComplaint: { payload: ofComplaint, answer: resolverAnswers.viewComplaint },
  saveComplaint: { payload: savedComplaintSchema, answer: resolverAnswers.saveComplaint },
  /** Answers a complaint, closes it, withdraws it or takes it up again. */
  takeComplaintStep: { payload: complaintStepSchema, answer: resolverAnswers.takeComplaintStep },
  /** The issues that are complaints by their type, as Jira shows them to whoever asks, page by page. */
  viewComplaintIssues: { payload: complaintIssuesWantedSchema, answer: resolverAnswers.viewComplaintIssues },
  /** An issue that a complaint names, or is to name; null when it is not there, or not for whoever asks. */
  viewComplaintIssue: { payload: ofComplaintIssue, answer: resolverAnswers.viewComplaintIssue },
  /** Which types of issues are complaints. */
  viewComplaintTypes: { payload: v.strictObject({}), answer: resolverAnswers.viewComplaintTypes },
  saveComplaintTypes: { payload: savedComplaintTypesSchema, answer: resolverAnswers.saveComplaintTypes },
  /** How satisfied customers were, as it was entered (M7). */
  viewSatisfaction: { payload: v.strictObject({}), answer: resolverAnswers.viewSatisfaction },
  saveSatisfaction: { payload: savedSatisfactionSchema, answer: resolverAnswers.saveSatisfaction },
  /** What is written down of the issue that the page stands on, which no agreement covers (M5). */
  viewIssueScope: { payload: v.strictObject({}), answer: resolverAnswers.viewIssueScope },
  /** Tells the customer so, on the issue and as whoever calls. */
  tellCustomer: { payload: tellingSchema, answer: resolverAnswers.tellCustomer },
  /** Asks that it is served anyway, and takes that back. */
  askToServe: { payload: servingAskedSchema, answer: resolverAnswers.askToServe },
  withdrawServing: { payload: servingWithdrawnSchema, answer: resolverAnswers.withdrawServing },
  /** Approves that an issue is served anyway, or refuses it. */
  decideServing: { payload: servingDecidedSchema, answer: resolverAnswers.decideServing },
  /** The issues of the project that no agreement covers, page by page. */
  viewScopeRegister: { payload: scopeWantedSchema, answer: resolverAnswers.viewScopeRegister },
  /** What the project tells customers of such issues. */
  viewNotices: { payload: v.strictObject({}), answer: resolverAnswers.viewNotices },
  saveNotices: { payload: savedNoticesSchema, answer: resolverAnswers.saveNotices },
  viewScopeText: { payload: v.strictObject({}), answer: resolverAnswers.viewScopeText },
  saveScopeText: { payload: savedScopeTextSchema, answer: resolverAnswers.saveScopeText },
  /** The outage register of the project, and how available its services were (T10, T11). */
  viewOutages: { payload: outagesWantedSchema, answer: resolverAnswers.viewOutages },
  /** One outage with what was said of it before; null when it is not there. */
  viewOutage: { payload: ofOutage, answer: resolverAnswers.viewOutage },
  /** Records an outage by hand, or corrects one. */
  saveOutage: { payload: savedOutageSchema, answer: resolverAnswers.saveOutage },
  /** Confirms that the service was restored when the outage says so. */
  verifyOutage: { payload: verifiedOutageSchema, answer: resolverAnswers.verifyOutage },
  /** Takes an outage out of all figures. */
  withdrawOutage: { payload: withdrawnOutageSchema, answer: resolverAnswers.withdrawOutage },
  /** The rules by which issues are outages. */
  viewOutageRules: { payload: v.strictObject({}), answer: resolverAnswers.viewOutageRules },
  saveOutageRules: { payload: savedOutageRulesSchema, answer: resolverAnswers.saveOutageRules },
  /** The reviews and service reports of the project: those that there are, and those that are due (R3, R9). */
  viewReviews: { payload: v.strictObject({}), answer: resolverAnswers.viewReviews },
  /** One review with what was frozen for it; null when it is not there. */
  viewReview: { payload: ofReview, answer: resolverAnswers.viewReview },
  viewServiceReport: { payload: ofReview, answer: resolverAnswers.viewServiceReport },
  /** Prepares a review or a service report: freezes what is known of its period. */
  prepareReview: { payload: preparedSchema, answer: resolverAnswers.prepareReview },
  /** Keeps what was held, confirms it, closes it, or adds a note. */
  takeReviewStep: { payload: reviewStepSchema, answer: resolverAnswers.takeReviewStep },
  /** Keeps what people add to a service report, or issues it. */
  saveServiceReport: { payload: savedReportSchema, answer: resolverAnswers.saveServiceReport },
  /** Whether service level management itself is in order (R7). */
  viewProcessReview: { payload: v.strictObject({}), answer: resolverAnswers.viewProcessReview },
  /** The definitions of the project that the page stands on. */
  viewDefinitions: { payload: v.strictObject({}), answer: resolverAnswers.viewDefinitions },
  /** All that the project has defined, as the text of a definitions file, packed (P8). */
  exportDefinitions: { payload: v.strictObject({}), answer: resolverAnswers.exportDefinitions },
  /** What importing a definitions file would do. Nothing is written. */
  reviewImport: { payload: importReviewedSchema, answer: resolverAnswers.reviewImport },
  /** Puts a definitions file into force, wholly or not at all (P8). */
  importDefinitions: { payload: importWantedSchema, answer: resolverAnswers.importDefinitions },
  /** All that the projects of the site share, as the text of a site file, packed (P8); for whoever administers Jira. */
  exportSite: { payload: v.strictObject({}), answer: resolverAnswers.exportSite },
  /** What importing a site file would do. Nothing is written. */
  reviewSiteImport: { payload: importReviewedSchema, answer: resolverAnswers.reviewSiteImport },
  /** Puts a site file into force, wholly or not at all (P8). */
  importSite: { payload: importWantedSchema, answer: resolverAnswers.importSite },
  /** What definitions of the project can be made of: its fields with their values, its statuses. */
  viewProjectShape: { payload: v.strictObject({}), answer: resolverAnswers.viewProjectShape },
  /** What is promised about an issue, be it made up, and for every rule above why not (T13). */
  tryRules: { payload: issueToTrySchema, answer: resolverAnswers.tryRules },
  /** The agreements of the project, each in a line (A1). */
  viewAgreements: { payload: v.strictObject({}), answer: resolverAnswers.viewAgreements },
  /** One of them with its versions, steps and draft; null when there is none. */
  viewAgreement: { payload: ofAgreement, answer: resolverAnswers.viewAgreement },
  /** What one version of it says; null when there is none. */
  viewAgreementVersion: { payload: ofVersion, answer: resolverAnswers.viewAgreementVersion },
  /** Keeps the next version of an agreement as far as it is written, or puts it away. */
  saveDraft: { payload: savedDraftSchema, answer: resolverAnswers.saveDraft },
  /** Whether a draft can come into force, and what somebody should look at before. */
  reviewDraft: { payload: ofAgreement, answer: resolverAnswers.reviewDraft },
  /** Has a draft come into force as the next version, at once or on the day that it names (A5). */
  publishDraft: { payload: publishingSchema, answer: resolverAnswers.publishDraft },
  /** Suspends an agreement, reinstates it, ends it, takes an end back, archives or restores it (A3). */
  takeStep: { payload: stepWantedSchema, answer: resolverAnswers.takeStep },
  /** The cases of an agreement, each judged by what was published last. */
  viewCases: { payload: ofAgreement, answer: resolverAnswers.viewCases },
  /** What a case of a made-up issue would expect now. */
  tryCase: { payload: caseIssueSchema, answer: resolverAnswers.tryCase },
  /** Keeps a case, changes it, throws it away or takes that back. */
  saveCase: { payload: savedCaseSchema, answer: resolverAnswers.saveCase },
  /** How the reading of the project's issues goes (design §3.6); null when there never was one. */
  viewBackfill: { payload: v.strictObject({}), answer: resolverAnswers.viewBackfill },
  pauseBackfill: { payload: v.strictObject({}), answer: resolverAnswers.pauseBackfill },
  /** Goes on with a paused one, or starts anew when there is none to go on with. */
  resumeBackfill: { payload: v.strictObject({}), answer: resolverAnswers.resumeBackfill },
  /** The calendars and holiday sets that agreements of the project may count on: its own, and those of the site (T4). */
  viewCalendars: { payload: v.strictObject({}), answer: resolverAnswers.viewCalendars },
  /** Saves one of the project's own. */
  saveCalendar: { payload: savedCalendarSchema, answer: resolverAnswers.saveCalendar },
  saveHolidaySet: { payload: savedHolidaySetSchema, answer: resolverAnswers.saveHolidaySet },
  /** Those that the site shares with all projects, for whoever administers Jira. */
  viewSiteCalendars: { payload: v.strictObject({}), answer: resolverAnswers.viewSiteCalendars },
  saveSiteCalendar: { payload: savedCalendarSchema, answer: resolverAnswers.saveSiteCalendar },
  saveSiteHolidaySet: { payload: savedHolidaySetSchema, answer: resolverAnswers.saveSiteHolidaySet },
  /** The service catalogue of the project (C1). */
  viewCatalogue: { payload: v.strictObject({}), answer: resolverAnswers.viewCatalogue },
  /** All of one service, and what it was before; null when it is not there. */
  viewService: { payload: namedServiceSchema, answer: resolverAnswers.viewService },
  saveService: { payload: savedServiceSchema, answer: resolverAnswers.saveService },
  /** Keeps what was decided of an agreement whose service has changed (C10). */
  decideLook: { payload: lookedAtSchema, answer: resolverAnswers.decideLook },
  /** How many of the project's latest issues belong to which service, page by page. */
  countCaught: { payload: caughtPageSchema, answer: resolverAnswers.countCaught },
  /** What falls through, as far as rules and catalogue show it by themselves. */
  viewCoverage: { payload: v.strictObject({}), answer: resolverAnswers.viewCoverage },
  /** Which targets the project's latest issues were seen to use, page by page. */
  viewSeen: { payload: seenPageSchema, answer: resolverAnswers.viewSeen },
  /** What the reader may do beside what they do here, and who does what for which agreement (P9). */
  viewRights: { payload: v.strictObject({}), answer: resolverAnswers.viewRights },
  /** Who did what to which record when, page by page (P6). */
  viewChangeLog: { payload: logWantedSchema, answer: resolverAnswers.viewChangeLog },
  /** How promises were kept in a period and those before it (R1, R2), for everybody who sees the project. */
  viewRecord: { payload: recordAskedSchema, answer: resolverAnswers.viewRecord },
  /** Answers the record of the period that it is entered for. */
  saveMeasurement: { payload: savedMeasurementSchema, answer: resolverAnswers.saveMeasurement },
  /** Which fields name customers and groups in reports. */
  viewReporting: { payload: v.strictObject({}), answer: resolverAnswers.viewReporting },
  saveReporting: { payload: savedReportingSchema, answer: resolverAnswers.saveReporting },
  viewFigures: { payload: figuresAskedSchema, answer: resolverAnswers.viewFigures },
  /** The same of a project that a gadget names, for whoever may see that project in Jira. */
  viewFiguresOf: { payload: figuresOfSchema, answer: resolverAnswers.viewFiguresOf },
  /** How many breaches of the project have which cause (M3, R2). */
  countCauses: { payload: causesWantedSchema, answer: resolverAnswers.countCauses },
  /** The same of a project that a gadget names, for whoever may see that project in Jira. */
  countCausesOf: { payload: causesOfSchema, answer: resolverAnswers.countCausesOf },
  /** What falls due in a project that a gadget names. */
  viewFallingDueOf: { payload: fallingWantedSchema, answer: resolverAnswers.viewFallingDueOf },
  /** The cycles behind one of those numbers, page by page. */
  viewCycles: { payload: cyclesAskedSchema, answer: resolverAnswers.viewCycles },
  /** Whether the app keeps up, on the whole site. */
  viewHealth: { payload: v.strictObject({}), answer: resolverAnswers.viewHealth },
  /** As `pauseBackfill` and `resumeBackfill`, for whoever administers Jira. */
  pauseBackfillOf: { payload: ofProject, answer: resolverAnswers.pauseBackfillOf },
  resumeBackfillOf: { payload: ofProject, answer: resolverAnswers.resumeBackfillOf },
  /** The site's glossary (A22), for whoever administers a project. */
  viewGlossary: { payload: v.strictObject({}), answer: resolverAnswers.viewGlossary },
  /** The same for whoever administers Jira. */
  viewSiteGlossary: { payload: v.strictObject({}), answer: resolverAnswers.viewSiteGlossary },
  /** Saves one of its terms, or takes it out. */
  saveTerm: { payload: savedTermSchema, answer: resolverAnswers.saveTerm },
  /** Adds the ready-made terms that are not said already. */
  addReadyTerms: { payload: v.strictObject({}), answer: resolverAnswers.addReadyTerms },
  /** What new calendars and agreements begin with. */
  viewDefaults: { payload: v.strictObject({}), answer: resolverAnswers.viewDefaults },
  viewSiteDefaults: { payload: v.strictObject({}), answer: resolverAnswers.viewSiteDefaults },
  saveDefaults: { payload: savedDefaultsSchema, answer: resolverAnswers.saveDefaults },
  /** What the app uses of what Jira and Forge grant it, for whoever administers Jira. */
  viewUsage: { payload: v.strictObject({}), answer: resolverAnswers.viewUsage },
  /** What can be repaired in a project, the preview under way, and the repairs that were made (engine rule 16). */
  viewRepairs: { payload: ofProject, answer: resolverAnswers.viewRepairs },
  /** Begins to find out what a repair would change. */
  previewRepair: { payload: proposalSchema, answer: resolverAnswers.previewRepair },
  pausePreview: { payload: ofProject, answer: resolverAnswers.pausePreview },
  resumePreview: { payload: ofProject, answer: resolverAnswers.resumePreview },
  discardPreview: { payload: ofPreview, answer: resolverAnswers.discardPreview },
  /** What a preview has found, from the cycle with that number on, counted from 0. */
  viewDifferences: {
    payload: v.strictObject({
      ...ofPreview.entries,
      offset: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000)),
    }),
    answer: resolverAnswers.viewDifferences,
  },
  /** Records the repair that a finished preview is about, and has all issues of the project judged anew. */
  applyRepair: { payload: ofPreview, answer: resolverAnswers.applyRepair },
  /** How a page of open issues would stand if a definitions file were in force. Nothing is written. */
  previewRules: { payload: rulesPreviewPayloadSchema, answer: resolverAnswers.previewRules },
  /** Whom a definitions file would have told of a page of issues in the last 30 days. Nothing is written. */
  previewAlerts: { payload: alertsPreviewPayloadSchema, answer: resolverAnswers.previewAlerts },
  /** What thresholds were passed in the project and what was done about it, page by page (M2). */
  viewEscalations: { payload: escalationsWantedSchema, answer: resolverAnswers.viewEscalations },
} as const;

type Api = typeof resolverApi;
export type Call = keyof Api;
export type PayloadOf<Name extends Call> = Unchanged<v.InferInput<Api[Name]['payload']>>;
export type ValueOf<Name extends Call> = Extract<v.InferOutput<Api[Name]['answer']>, { ok: true }>['value'];

/** A payload is sent as it is, so it may consist of what nobody may change. */
type Unchanged<Value> = Value extends object
  ? { readonly [Key in keyof Value]: Unchanged<Value[Key]> }
  : Value;

/** For `makeInvoke`. What crosses the border is unknown until its schema has parsed it. */
export type ResolverDefinitions = { [Name in Call]: (payload: PayloadOf<Name>) => Answer<ValueOf<Name>> };
