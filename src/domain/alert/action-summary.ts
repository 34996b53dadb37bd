import type { ActionOf, Recipient } from './action';

/** What an action can be, by the name of what it is written with. */
export const actionKinds = [
  'notify',
  'comment',
  'label',
  'assign',
  'watcher',
  'priority',
  'linkedIssue',
] as const;
export type ActionKind = (typeof actionKinds)[number];

export function actionKindOf<Value>(action: ActionOf<Value>): ActionKind {
  return actionKinds.find((kind) => kind in action) ?? 'linkedIssue';
}

/** What an action does and to whom, without the texts that people get. */
export interface ActionSummary {
  readonly kind: ActionKind;
  /** Who gets mail, the issue, or is made a watcher. */
  readonly to: readonly Recipient[];
  /** The label, or the priority; empty otherwise. */
  readonly word: string;
  /** Whether the customer may read the comment. */
  readonly isPublic: boolean;
}

/** @param nameOf how a priority is called. */
export function actionSummary<Value>(
  action: ActionOf<Value>,
  nameOf: (priority: Value) => string,
): ActionSummary {
  const summary = { kind: actionKindOf(action), to: [], word: '', isPublic: false };
  if ('notify' in action) return { ...summary, to: action.notify };
  if ('assign' in action) return { ...summary, to: [{ user: action.assign }] };
  if ('watcher' in action) return { ...summary, to: [{ user: action.watcher }] };
  if ('label' in action) return { ...summary, word: action.label };
  if ('priority' in action) return { ...summary, word: nameOf(action.priority) };
  return 'comment' in action ? { ...summary, isPublic: action.public ?? false } : summary;
}
