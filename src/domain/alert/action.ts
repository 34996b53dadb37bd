/** Whom Jira itself can name when it sends mail about an issue. */
export const recipientRoles = ['assignee', 'reporter', 'watchers'] as const;
export type RecipientRole = (typeof recipientRoles)[number];

/** A role on the issue, an account or a group, each by the id that Jira gives it. */
export type Recipient = RecipientRole | { readonly user: string } | { readonly group: string };

/**
 * What is done when a threshold is passed (M2). Texts may have {@link placeholders}. Nothing of it reaches a customer but a
 * comment that is said to be public, and mail to those who are named.
 *
 * @typeParam Value how a priority is named: by a reference once read, by its name or id in a definitions file.
 */
export type ActionOf<Value> =
  | { readonly label: string }
  /** An internal note, unless it is said to be public. */
  | { readonly comment: string; readonly public?: true }
  /** Mail to these people. */
  | { readonly notify: readonly Recipient[]; readonly subject: string; readonly text: string }
  /** To the account of that id. */
  | { readonly assign: string }
  | { readonly priority: Value }
  /** The account of that id. */
  | { readonly watcher: string }
  /** A new issue that is linked outwards to this one. */
  | { readonly linkedIssue: LinkedIssue; readonly summary: string };

/** Ids of the project, the type of issue and the type of link. */
export interface LinkedIssue {
  readonly project: string;
  readonly issueType: string;
  readonly linkType: string;
}

/**
 * What texts of actions may name: the key of the issue; agreement, metric and goal; when the threshold was passed; when the
 * goal is used up and how much of it is left, `–` where that is not known.
 */
export const placeholders = ['issue', 'agreement', 'metric', 'goal', 'passed', 'due', 'left'] as const;
export type Placeholder = (typeof placeholders)[number];

/** The texts of an action, by their names. */
export function textsOf<Value>(action: ActionOf<Value>): Readonly<Record<string, string>> {
  if ('comment' in action) return { comment: action.comment };
  if ('notify' in action) return { subject: action.subject, text: action.text };
  return 'linkedIssue' in action ? { summary: action.summary } : {};
}

/** The names in braces that a text has, known or not. */
export function namesIn(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
}

/** The action with what its placeholders stand for. */
export function filled<Value>(
  action: ActionOf<Value>,
  values: Readonly<Record<Placeholder, string>>,
): ActionOf<Value> {
  const fill = (text: string): string =>
    placeholders.reduce((said, name) => said.replaceAll(`{${name}}`, () => values[name]), text);
  if ('comment' in action) return { ...action, comment: fill(action.comment) };
  if ('notify' in action) return { ...action, subject: fill(action.subject), text: fill(action.text) };
  return 'linkedIssue' in action ? { ...action, summary: fill(action.summary) } : action;
}
