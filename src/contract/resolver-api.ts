import * as v from 'valibot';
import {
  agreementsViewSchema,
  agreementVersionSchema,
  agreementViewSchema,
  draftReviewSchema,
  ofAgreement,
  ofVersion,
  publishingSchema,
  savedDraftSchema,
  stepWantedSchema,
} from './agreements';
import { answerOf, type Answer } from './answer';
import {
  breachesViewSchema,
  breachesWantedSchema,
  breachRowsSchema,
  breachViewSchema,
  exceptionsAskedSchema,
  exceptionsDecidedSchema,
  exceptionsWithdrawnSchema,
  monitoringViewSchema,
  ofBreach,
  savedBreachesSchema,
  savedCausesSchema,
  savedHandBreachSchema,
} from './breaches';
import { boardSchema, boardWantedSchema } from './board';
import { caseIssueSchema, casesViewSchema, caseTriedSchema, savedCaseSchema } from './cases';
import {
  catalogueViewSchema,
  caughtPageSchema,
  caughtSchema,
  lookedAtSchema,
  namedServiceSchema,
  savedServiceSchema,
  serviceViewSchema,
} from './catalogue';
import { calendarsViewSchema, savedCalendarSchema, savedHolidaySetSchema } from './calendars';
import { changeLogSchema, logWantedSchema } from './change-log';
import { coverageViewSchema, seenPageSchema, seenSchema } from './coverage';
import { defaultsViewSchema, savedDefaultsSchema } from './defaults';
import { explanationSchema } from './explanation';
import { cyclesAskedSchema, cyclesSchema, figuresAskedSchema, figuresSchema } from './figures';
import { glossaryViewSchema, savedTermSchema } from './glossary';
import { healthViewSchema } from './health';
import { projectShapeSchema } from './project-shape';
import { differencesSchema, projectSchema, proposalSchema, repairsViewSchema } from './repairs';
import { rulesPreviewPayloadSchema, rulesPreviewSchema } from './rules-preview';
import { rightsViewSchema } from './rights';
import { issueToTrySchema, rulesTriedSchema } from './rules-tried';
import { exportedSchema, importReviewedSchema, importReviewSchema, importWantedSchema } from './transfer';
import { usageViewSchema } from './usage';
import { backfillViewSchema, definitionsViewSchema, importResultSchema, issueTimersSchema } from './views';

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
    answer: answerOf(issueTimersSchema),
  },
  /** Why the issue that the page stands on has these timers and goals, or none. */
  explainIssueTimers: { payload: v.strictObject({}), answer: answerOf(explanationSchema) },
  /** The open timers of the project that the page stands on, those due next first (M1). */
  viewBoard: { payload: boardWantedSchema, answer: answerOf(boardSchema) },
  /** What the reader may do about breaches of the project, and the causes that they can choose from (M3). */
  viewMonitoring: { payload: v.strictObject({}), answer: answerOf(monitoringViewSchema) },
  saveCauses: { payload: savedCausesSchema, answer: answerOf(monitoringViewSchema) },
  /** The breach register of the project, page by page (M3). */
  viewBreaches: { payload: breachesWantedSchema, answer: answerOf(breachesViewSchema) },
  /** One breach with who held its issue when; null when it is not there. */
  viewBreach: { payload: ofBreach, answer: answerOf(v.nullable(breachViewSchema)) },
  /** The breaches of the issue that the page stands on, and what was asked for its cycles. */
  viewIssueBreaches: { payload: v.strictObject({}), answer: answerOf(breachRowsSchema) },
  /** Keeps what is said of breaches that timers measured: of all, or of none. */
  saveBreaches: { payload: savedBreachesSchema, answer: answerOf(breachRowsSchema) },
  /** Records a breach that no timer measures, changes it, or takes it out. */
  saveBreachByHand: { payload: savedHandBreachSchema, answer: answerOf(breachRowsSchema) },
  /** Asks for exclusions or extensions (M4). */
  askForExceptions: { payload: exceptionsAskedSchema, answer: answerOf(breachRowsSchema) },
  /** Approves, refuses or revokes them. */
  decideExceptions: { payload: exceptionsDecidedSchema, answer: answerOf(breachRowsSchema) },
  /** Takes back what one has asked for. */
  withdrawExceptions: { payload: exceptionsWithdrawnSchema, answer: answerOf(breachRowsSchema) },
  /** The definitions of the project that the page stands on. */
  viewDefinitions: { payload: v.strictObject({}), answer: answerOf(definitionsViewSchema) },
  /** All that the project has defined, as the text of a definitions file, packed (P8). */
  exportDefinitions: { payload: v.strictObject({}), answer: answerOf(exportedSchema) },
  /** What importing a definitions file would do. Nothing is written. */
  reviewImport: { payload: importReviewedSchema, answer: answerOf(importReviewSchema) },
  /** Puts a definitions file into force, wholly or not at all (P8). */
  importDefinitions: { payload: importWantedSchema, answer: answerOf(importResultSchema) },
  /** All that the projects of the site share, as the text of a site file, packed (P8); for whoever administers Jira. */
  exportSite: { payload: v.strictObject({}), answer: answerOf(exportedSchema) },
  /** What importing a site file would do. Nothing is written. */
  reviewSiteImport: { payload: importReviewedSchema, answer: answerOf(importReviewSchema) },
  /** Puts a site file into force, wholly or not at all (P8). */
  importSite: { payload: importWantedSchema, answer: answerOf(importResultSchema) },
  /** What definitions of the project can be made of: its fields with their values, its statuses. */
  viewProjectShape: { payload: v.strictObject({}), answer: answerOf(projectShapeSchema) },
  /** What is promised about an issue, be it made up, and for every rule above why not (T13). */
  tryRules: { payload: issueToTrySchema, answer: answerOf(rulesTriedSchema) },
  /** The agreements of the project, each in a line (A1). */
  viewAgreements: { payload: v.strictObject({}), answer: answerOf(agreementsViewSchema) },
  /** One of them with its versions, steps and draft; null when there is none. */
  viewAgreement: { payload: ofAgreement, answer: answerOf(v.nullable(agreementViewSchema)) },
  /** What one version of it says; null when there is none. */
  viewAgreementVersion: { payload: ofVersion, answer: answerOf(v.nullable(agreementVersionSchema)) },
  /** Keeps the next version of an agreement as far as it is written, or puts it away. */
  saveDraft: { payload: savedDraftSchema, answer: answerOf(v.nullable(agreementViewSchema)) },
  /** Whether a draft can come into force, and what somebody should look at before. */
  reviewDraft: { payload: ofAgreement, answer: answerOf(draftReviewSchema) },
  /** Has a draft come into force as the next version, at once or on the day that it names (A5). */
  publishDraft: { payload: publishingSchema, answer: answerOf(v.nullable(agreementViewSchema)) },
  /** Suspends an agreement, reinstates it, ends it, takes an end back, archives or restores it (A3). */
  takeStep: { payload: stepWantedSchema, answer: answerOf(v.nullable(agreementViewSchema)) },
  /** The cases of an agreement, each judged by what was published last. */
  viewCases: { payload: ofAgreement, answer: answerOf(casesViewSchema) },
  /** What a case of a made-up issue would expect now. */
  tryCase: { payload: caseIssueSchema, answer: answerOf(caseTriedSchema) },
  /** Keeps a case, changes it, throws it away or takes that back. */
  saveCase: { payload: savedCaseSchema, answer: answerOf(casesViewSchema) },
  /** How the reading of the project's issues goes (design §3.6); null when there never was one. */
  viewBackfill: { payload: v.strictObject({}), answer: answerOf(v.nullable(backfillViewSchema)) },
  pauseBackfill: { payload: v.strictObject({}), answer: answerOf(v.nullable(backfillViewSchema)) },
  /** Goes on with a paused one, or starts anew when there is none to go on with. */
  resumeBackfill: { payload: v.strictObject({}), answer: answerOf(v.nullable(backfillViewSchema)) },
  /** The calendars and holiday sets that agreements of the project may count on: its own, and those of the site (T4). */
  viewCalendars: { payload: v.strictObject({}), answer: answerOf(calendarsViewSchema) },
  /** Saves one of the project's own. */
  saveCalendar: { payload: savedCalendarSchema, answer: answerOf(calendarsViewSchema) },
  saveHolidaySet: { payload: savedHolidaySetSchema, answer: answerOf(calendarsViewSchema) },
  /** Those that the site shares with all projects, for whoever administers Jira. */
  viewSiteCalendars: { payload: v.strictObject({}), answer: answerOf(calendarsViewSchema) },
  saveSiteCalendar: { payload: savedCalendarSchema, answer: answerOf(calendarsViewSchema) },
  saveSiteHolidaySet: { payload: savedHolidaySetSchema, answer: answerOf(calendarsViewSchema) },
  /** The service catalogue of the project (C1). */
  viewCatalogue: { payload: v.strictObject({}), answer: answerOf(catalogueViewSchema) },
  /** All of one service, and what it was before; null when it is not there. */
  viewService: { payload: namedServiceSchema, answer: answerOf(v.nullable(serviceViewSchema)) },
  saveService: { payload: savedServiceSchema, answer: answerOf(catalogueViewSchema) },
  /** Keeps what was decided of an agreement whose service has changed (C10). */
  decideLook: { payload: lookedAtSchema, answer: answerOf(catalogueViewSchema) },
  /** How many of the project's latest issues belong to which service, page by page. */
  countCaught: { payload: caughtPageSchema, answer: answerOf(caughtSchema) },
  /** What falls through, as far as rules and catalogue show it by themselves. */
  viewCoverage: { payload: v.strictObject({}), answer: answerOf(coverageViewSchema) },
  /** Which targets the project's latest issues were seen to use, page by page. */
  viewSeen: { payload: seenPageSchema, answer: answerOf(seenSchema) },
  /** What the reader may do beside what they do here, and who does what for which agreement (P9). */
  viewRights: { payload: v.strictObject({}), answer: answerOf(rightsViewSchema) },
  /** Who did what to which record when, page by page (P6). */
  viewChangeLog: { payload: logWantedSchema, answer: answerOf(changeLogSchema) },
  /** How promises were kept in a period and those before it (R1, R2), for everybody who sees the project. */
  viewFigures: { payload: figuresAskedSchema, answer: answerOf(figuresSchema) },
  /** The cycles behind one of those numbers, page by page. */
  viewCycles: { payload: cyclesAskedSchema, answer: answerOf(cyclesSchema) },
  /** Whether the app keeps up, on the whole site. */
  viewHealth: { payload: v.strictObject({}), answer: answerOf(healthViewSchema) },
  /** As `pauseBackfill` and `resumeBackfill`, for whoever administers Jira. */
  pauseBackfillOf: { payload: ofProject, answer: answerOf(healthViewSchema) },
  resumeBackfillOf: { payload: ofProject, answer: answerOf(healthViewSchema) },
  /** The site's glossary (A22), for whoever administers a project. */
  viewGlossary: { payload: v.strictObject({}), answer: answerOf(glossaryViewSchema) },
  /** The same for whoever administers Jira. */
  viewSiteGlossary: { payload: v.strictObject({}), answer: answerOf(glossaryViewSchema) },
  /** Saves one of its terms, or takes it out. */
  saveTerm: { payload: savedTermSchema, answer: answerOf(glossaryViewSchema) },
  /** Adds the ready-made terms that are not said already. */
  addReadyTerms: { payload: v.strictObject({}), answer: answerOf(glossaryViewSchema) },
  /** What new calendars and agreements begin with. */
  viewDefaults: { payload: v.strictObject({}), answer: answerOf(defaultsViewSchema) },
  viewSiteDefaults: { payload: v.strictObject({}), answer: answerOf(defaultsViewSchema) },
  saveDefaults: { payload: savedDefaultsSchema, answer: answerOf(defaultsViewSchema) },
  /** What the app uses of what Jira and Forge grant it, for whoever administers Jira. */
  viewUsage: { payload: v.strictObject({}), answer: answerOf(usageViewSchema) },
  /** What can be repaired in a project, the preview under way, and the repairs that were made (engine rule 16). */
  viewRepairs: { payload: ofProject, answer: answerOf(repairsViewSchema) },
  /** Begins to find out what a repair would change. */
  previewRepair: { payload: proposalSchema, answer: answerOf(repairsViewSchema) },
  pausePreview: { payload: ofProject, answer: answerOf(repairsViewSchema) },
  resumePreview: { payload: ofProject, answer: answerOf(repairsViewSchema) },
  discardPreview: { payload: ofPreview, answer: answerOf(repairsViewSchema) },
  /** What a preview has found, from the cycle with that number on, counted from 0. */
  viewDifferences: {
    payload: v.strictObject({
      ...ofPreview.entries,
      offset: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000)),
    }),
    answer: answerOf(differencesSchema),
  },
  /** Records the repair that a finished preview is about, and has all issues of the project judged anew. */
  applyRepair: { payload: ofPreview, answer: answerOf(repairsViewSchema) },
  /** How a page of open issues would stand if a definitions file were in force. Nothing is written. */
  previewRules: { payload: rulesPreviewPayloadSchema, answer: answerOf(rulesPreviewSchema) },
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
