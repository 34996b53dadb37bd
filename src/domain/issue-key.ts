/** Whether a text can be the key of an issue in Jira, such as `ITSD-7`. */
export const isIssueKey = (text: string): boolean => /^[A-Z][A-Z0-9_]{0,19}-\d{1,9}$/.test(text);
