import type { ActionOf } from '../../../../../../../src/domain/alert/action';
import { actionKinds, type ActionKind } from '../../../../../../../src/domain/alert/action-summary';

/** What somebody can add here; issues that are to be linked are written in a definitions file. */
export type NewActionKind = Exclude<ActionKind, 'linkedIssue'>;
export const newActionKinds = actionKinds.filter((kind) => kind !== 'linkedIssue');

/** Kinds that are nothing before somebody has said one word: which label, which account. */
export type WordKind = 'label' | 'assign' | 'watcher';
export const isWordKind = (kind: ActionKind): kind is WordKind =>
  kind === 'label' || kind === 'assign' || kind === 'watcher';

/** How such a word is written: labels have no spaces, accounts are named by their ids. */
const forms: Readonly<Record<WordKind, RegExp>> = {
  label: /^\S{1,255}$/,
  assign: /^[\w:-]{1,128}$/,
  watcher: /^[\w:-]{1,128}$/,
};

/** The action that a word makes; undefined while it cannot be such a word. */
export function wordAction(kind: WordKind, word: string): ActionOf<string> | undefined {
  if (!forms[kind].test(word)) return undefined;
  if (kind === 'label') return { label: word };
  return kind === 'assign' ? { assign: word } : { watcher: word };
}

/** Accounts or groups among words that somebody typed with commas or spaces. */
export function idsIn(text: string): string[] {
  return [...new Set(text.split(/[\s,;，；]+/).filter((word) => forms.assign.test(word)))];
}
