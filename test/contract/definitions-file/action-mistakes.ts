import { doing, inAction, newIssue, type Mistakes } from './spoilt-files';

/** What is wrong with what is done when a threshold is passed. */
export const actionMistakes: Mistakes = {
  'action.no-text': [
    [`${inAction}.comment`, () => doing('{"comment":" "}')],
    [`${inAction}.summary`, () => doing(`{"linkedIssue":${newIssue},"summary":""}`)],
  ],
  'action.nobody': [[`${inAction}.notify`, () => doing('{"notify":[],"subject":"Soon","text":"Hurry"}')]],
  'action.one-kind': [
    [inAction, () => doing('{"shout":"now"}')],
    [inAction, () => doing('{"label":"soon","watcher":"kim"}')],
  ],
  'action.unknown-placeholder': [
    [`${inAction}.comment`, () => doing('{"comment":"{left} until {doom}"}')],
    [`${inAction}.subject`, () => doing('{"notify":["assignee"],"subject":"{key}","text":"Hurry"}')],
  ],
};
