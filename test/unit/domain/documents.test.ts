import { aboutOf, type DocumentRevision } from '../../../src/domain/documents';
import { at, onWednesday } from '../../support/builders';

const act = { by: 'sam', at: onWednesday('10:00') };
const kept = { change: 'c', seq: 1, at: onWednesday('12:00') };
const action: Extract<DocumentRevision, { kind: 'action' }>['doc'] = {
  id: 'one',
  title: 'Train',
  description: '',
  kind: 'training',
  source: 'risk',
  owner: 'ann',
  due: '2026-12-01',
  planned: act,
};

describe('what people write down is looked for by its agreement and a time', () => {
  it.each<[DocumentRevision, object]>([
    [{ ...kept, kind: 'action', doc: action }, { at: at('2026-12-01T00:00Z') }],
    [
      { ...kept, kind: 'action', doc: { ...action, agreement: 'desk' } },
      { at: at('2026-12-01T00:00Z'), topic: 'desk' },
    ],
    [
      {
        ...kept,
        kind: 'complaint',
        doc: {
          id: 'one',
          receivedAt: act.at,
          customer: 'Northwind',
          text: 'Late',
          agreement: 'desk',
          owner: 'ann',
          due: '2026-12-01',
        },
      },
      { at: act.at, topic: 'desk' },
    ],
    [
      {
        ...kept,
        kind: 'satisfaction',
        doc: {
          id: 'one',
          agreement: 'desk',
          month: '2026-10-01',
          source: 'survey',
          n: 12,
          score: 4,
          note: '',
        },
      },
      { at: at('2026-10-01T00:00Z'), topic: 'desk' },
    ],
    [
      {
        ...kept,
        kind: 'ratings',
        doc: {
          id: 'desk/2026-10-01',
          agreement: 'desk',
          month: '2026-10-01',
          stars: { 10001: 5 },
          looked: 1,
          of: 1,
          upTo: act.at,
        },
      },
      { at: at('2026-10-01T00:00Z'), topic: 'desk' },
    ],
  ])('%j', (revision, about) => expect(aboutOf(revision)).toEqual(about));
});
