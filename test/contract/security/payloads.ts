import type { Call, PayloadOf } from '../../../src/contract/resolver-api';

const project = '10000';
const agreement = 'it-service-desk';
/** Of an issue that is not there. */
const cycle = `999999/1/resolution/${agreement}`;
const payroll: PayloadOf<'saveDraft'>['doc']['text'] = {
  id: 'payroll',
  kind: 'SLA',
  name: 'Payroll',
  timeZone: 'Europe/Berlin',
  effectiveFrom: '2026-12-01',
  metrics: [],
};
const calendar: PayloadOf<'saveCalendar'>['doc'] = {
  id: 'mornings',
  name: 'Mornings',
  timeZone: 'Europe/Berlin',
  weekly: { mon: [['08:00', '12:00']] },
};
const holidaySet: PayloadOf<'saveHolidaySet'>['doc'] = {
  id: 'feasts',
  name: 'Feasts',
  days: [{ yearly: '01-01', name: 'New Year' }],
};
const service: PayloadOf<'saveService'>['doc'] = {
  id: 'e-mail',
  name: 'E-mail',
  kind: 'business',
  state: 'draft',
};

const term: PayloadOf<'saveTerm'>['doc'] = {
  id: 'desk',
  en: { name: 'desk', meaning: 'Who answers first' },
  otherWords: ['front line'],
};
const siteFile = JSON.stringify({
  format: 'service-levels-site/1',
  holidaySets: [holidaySet],
  calendars: [calendar],
  terms: [term],
});

const madeUp: PayloadOf<'tryCase'> = {
  created: 1_790_000_000_000,
  fields: { priority: [{ id: '3', name: 'High' }] },
  changes: [],
};

/**
 * What each function takes, so that a function without an example does not compile here.
 * @param file a definitions file that can come into force.
 */
export function examples(file: string): { readonly [Name in Call]: PayloadOf<Name> } {
  return {
    viewIssueTimers: { jiraUpdated: 1_795_000_000_000 },
    explainIssueTimers: {},
    viewRecord: { period: 'month', day: '2026-11-18' },
    saveMeasurement: {
      doc: {
        agreement: 'it-service-desk',
        target: 'cost',
        period: { kind: 'month', from: '2026-11-01' },
        value: 1200,
        evidence: 'The invoice',
      },
      seen: 0,
    },
    viewReporting: {},
    saveReporting: { fields: { customer: 'labels' }, seen: 1 },
    viewFigures: { filter: { team: null }, period: 'month', day: '2026-11-18', by: 'priority' },
    viewCycles: { filter: {}, period: 'month', day: '2026-11-18', verdicts: ['breached'], offset: 0 },
    viewBoard: { filter: { priority: '3', assignee: null }, states: ['at-risk'], offset: 0 },
    viewBoardOf: { project, filter: { assignee: null }, states: ['running'], offset: 0 },
    viewFiguresOf: { project, filter: { agreement }, period: 'month', day: '2026-11-18', by: 'kind' },
    countCausesOf: { project, from: 1_790_000_000_000, to: 1_800_000_000_000 },
    viewFallingDueOf: { project, days: 60 },
    viewMonitoring: {},
    saveCauses: { causes: [{ id: 'weather', name: 'Weather' }], seen: 0 },
    viewBreaches: { from: 1_790_000_000_000, to: 1_800_000_000_000, cause: null },
    viewBreach: { id: cycle },
    viewIssueBreaches: {},
    viewOutages: { from: 1_790_000_000_000, to: 1_800_000_000_000, service: 'mail' },
    viewOutage: { id: '10001/1/p1' },
    saveOutage: {
      doc: {
        service: 'mail',
        begin: 1_790_000_000_000,
        end: 1_790_003_600_000,
        planned: false,
        degree: 'full',
        explanation: 'The line was cut',
        rpo: { kept: true, note: '' },
      },
      seen: 0,
    },
    verifyOutage: { id: '10001/1/p1', seen: 1 },
    withdrawOutage: { id: '10001/1/p1', seen: 1, reason: 'Twice' },
    viewOutageRules: {},
    saveOutageRules: {
      rules: [
        {
          id: 'p1',
          name: 'P1',
          when: { field: 'priority', empty: false },
          begin: { created: true },
          end: { resolved: true },
          planned: false,
          degree: 'full',
        },
      ],
      seen: 0,
    },
    viewReviews: {},
    viewReview: { id: 'it-support/month/2026-10-01' },
    viewServiceReport: { id: 'it-support/month/2026-10-01' },
    prepareReview: {
      kind: 'review',
      agreement: 'it-support',
      period: { kind: 'month', from: '2026-10-01' },
    },
    takeReviewStep: { id: 'it-support/month/2026-10-01', seen: 1, step: { step: 'close' } },
    saveServiceReport: {
      id: 'it-support/month/2026-10-01',
      seen: 1,
      words: { commentary: 'A calm month', recipients: { accounts: [], names: 'Ada' } },
      issue: false,
    },
    viewProcessReview: {},
    saveBreaches: { breaches: [{ id: cycle, seen: 0 }], said: { explanation: 'The line was cut' } },
    saveBreachByHand: {
      doc: {
        kind: 'below-standard',
        happenedAt: 1_790_000_000_000,
        byHand: { agreement, promised: '99.9 %', given: '99.1 %', issue: 'ITSD-1' },
        explanation: '',
        correctiveAction: '',
      },
      seen: 0,
    },
    askForExceptions: {
      cycles: [cycle],
      wanted: { kind: 'extension', by: 3_600_000 },
      ground: 'customer-delay',
      reason: 'They were away',
    },
    decideExceptions: { step: 'approve', note: '', exceptions: [{ id: `${cycle}/1`, seen: 1 }] },
    withdrawExceptions: { exceptions: [{ id: `${cycle}/1`, seen: 1 }] },
    viewPlan: { state: 'open', late: true, offset: 0 },
    viewAction: { id: 'one' },
    saveAction: {
      doc: {
        title: 'Train the night shift',
        description: '',
        kind: 'training',
        source: 'breach',
        sourceId: cycle,
        agreement,
        owner: '5b10a2844c20165700ede21g',
        due: '2026-12-01',
      },
      seen: 0,
    },
    takeActionStep: { id: 'one', seen: 1, step: 'complete', note: '' },
    createActionIssue: { id: 'one', seen: 1, issueType: '10100' },
    bindActionIssue: { id: 'one', seen: 1, key: 'ITSD-1' },
    releaseActionIssue: { id: 'one', seen: 1 },
    viewComplaints: { state: 'open', agreement, offset: 0 },
    viewComplaint: { id: 'one' },
    saveComplaint: {
      doc: {
        receivedAt: 1_790_000_000_000,
        customer: 'Northwind',
        text: 'Nobody calls back',
        agreement,
        owner: '5b10a2844c20165700ede21g',
        due: '2026-12-01',
        issue: 'ITSD-1',
      },
      seen: 0,
    },
    takeComplaintStep: { id: 'one', seen: 1, step: 'answer', note: 'We called' },
    viewSatisfaction: {},
    saveSatisfaction: {
      doc: { agreement, month: '2026-10-01', source: 'survey', n: 12, score: 4.2, note: '' },
      seen: 0,
    },
    viewDefinitions: {},
    importDefinitions: { file },
    exportDefinitions: {},
    reviewImport: { file },
    exportSite: {},
    reviewSiteImport: { file: siteFile },
    importSite: { file: siteFile },
    viewProjectShape: {},
    tryRules: { created: 1_790_000_000_000, fields: { priority: ['3'] }, changes: [] },
    viewAgreements: {},
    viewAgreement: { agreement },
    viewAgreementVersion: { agreement, version: 1 },
    saveDraft: { doc: { id: 'payroll', basedOn: 0, text: payroll }, seen: 0 },
    reviewDraft: { agreement: 'payroll' },
    publishDraft: { agreement: 'payroll', seen: 1, appliesToRunning: false, reason: '' },
    takeStep: { agreement, seen: 0, step: 'archive', reason: '' },
    viewCases: { agreement },
    tryCase: madeUp,
    saveCase: {
      doc: {
        agreement,
        name: 'Friday at 16:55',
        issue: madeUp,
        expected: [{ metric: { id: 'resolution', kind: 'resolution' }, outcome: { kind: 'paused' } }],
      },
      seen: 0,
    },
    viewBackfill: {},
    pauseBackfill: {},
    resumeBackfill: {},
    viewCalendars: {},
    saveCalendar: { doc: calendar, seen: 0 },
    saveHolidaySet: { doc: holidaySet, seen: 0 },
    viewSiteCalendars: {},
    saveSiteCalendar: { doc: calendar, seen: 0 },
    saveSiteHolidaySet: { doc: holidaySet, seen: 0 },
    viewCatalogue: {},
    viewService: { service: 'e-mail' },
    saveService: { doc: service, seen: 0 },
    decideLook: { agreement: 'it-service-desk', service: 'e-mail', revision: 2, choice: 'keep' },
    countCaught: {},
    viewCoverage: {},
    viewSeen: {},
    viewRights: {},
    viewChangeLog: { subject: 'all' },
    viewGlossary: {},
    viewSiteGlossary: {},
    saveTerm: {
      doc: term,
      seen: 0,
    },
    addReadyTerms: {},
    viewDefaults: {},
    viewSiteDefaults: {},
    saveDefaults: { doc: { id: 'defaults', timeZone: 'Europe/Berlin', expiringDays: 45 }, seen: 0 },
    viewUsage: {},
    viewHealth: {},
    pauseBackfillOf: { project },
    resumeBackfillOf: { project },
    viewRepairs: { project },
    previewRepair: {
      project,
      agreement,
      version: 'it-service-desk@1',
      from: 1_790_000_000_000,
      to: 1_790_100_000_000,
      reason: 'It was agreed before.',
    },
    pausePreview: { project },
    resumePreview: { project },
    discardPreview: { project, preview: 'id-0001' },
    viewDifferences: { project, preview: 'id-0001', offset: 0 },
    applyRepair: { project, preview: 'id-0001' },
    previewRules: { file, page: null, appliesToRunning: false },
  };
}
