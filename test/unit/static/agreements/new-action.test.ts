import * as v from 'valibot';
import { actionOf } from '../../../../src/contract/action';
import { actionKindOf } from '../../../../src/domain/alert/action-summary';
import {
  idsIn,
  wordAction,
  type WordKind,
} from '../../../../static/app/src/pages/agreements/editor/alerts/new-action';

const action = actionOf(v.string());

describe('an action that is one word', () => {
  it.each<[WordKind, string]>([
    ['label', 'sla-at-risk'],
    ['assign', '5b10ac8d82e05b22cc7d4ef5'],
    ['watcher', '557058:f58131cb-b67d-43c7-b30d-6b58d40bd077'],
  ])('is made of a word that may be stored: %s %s', (kind, word) => {
    const made = wordAction(kind, word);
    expect(v.is(action, made)).toBe(true);
    expect(made && actionKindOf(made)).toBe(kind);
  });

  it.each<[WordKind, string]>([
    ['label', 'two words'],
    ['label', ''],
    ['assign', 'Ann Lee'],
    ['watcher', 'ann@example.com'],
  ])('is not made of another: %s “%s”', (kind, word) => {
    expect(wordAction(kind, word)).toBeUndefined();
  });
});

it('ids are read however they are separated, and what can be none is left out', () => {
  expect(idsIn(' 557058:a, 557058:b；ann@example.com 557058:a')).toEqual(['557058:a', '557058:b']);
});
