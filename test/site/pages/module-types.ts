/** The types of modules for which the site has a place. */
export const moduleTypes = {
  issueContext: 'jira:issueContext',
  issuePanel: 'jira:issuePanel',
  projectPage: 'jira:projectPage',
  projectSettingsPage: 'jira:projectSettingsPage',
  queuePage: 'jiraServiceManagement:queuePage',
  globalPage: 'jira:globalPage',
  adminPage: 'jira:adminPage',
  dashboardGadget: 'jira:dashboardGadget',
  portalRequestDetailPanel: 'jiraServiceManagement:portalRequestDetailPanel',
  portalUserMenuAction: 'jiraServiceManagement:portalUserMenuAction',
} as const;
