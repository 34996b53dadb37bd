import { answerOf } from './answer';
import { breachRowsSchema } from './breaches';
import { explanationSchema } from './explanation';
import { issueTimersSchema } from './views';

/** What the functions answer that an issue's panel calls when it is opened: all other answers it loads when it wants one. */
export const panelAnswers = {
  viewIssueTimers: answerOf(issueTimersSchema),
  explainIssueTimers: answerOf(explanationSchema),
  viewIssueBreaches: answerOf(breachRowsSchema),
} as const;
