import { actText } from '../../../static/app/src/text/act-text';
import { onWednesday } from '../../support/builders';
import { inLondon, inShanghai } from './readers';

const texts = (act: Parameters<typeof actText>[0]): string[] =>
  [inLondon, inShanghai].map(({ messages }) => actText(act, messages));

describe('what somebody did to an issue', () => {
  it('is said with who did it', () => {
    expect(texts({ kind: 'created', who: 'Kim', at: onWednesday('10:00') })).toEqual([
      'Kim created the issue',
      'Kim创建了事务',
    ]);
    expect(texts({ kind: 'commented', who: undefined })).toEqual(['Somebody commented', '有人发表了评论']);
  });

  it('names every field that changed, from what to what', () => {
    const changes = [
      { field: 'status', from: 'New', to: 'Done' },
      { field: 'resolution', from: '', to: 'Fixed' },
    ];
    expect(texts({ kind: 'changed', who: 'Kim', changes })[0]).toBe(
      'Kim: status New → Done, resolution none → Fixed',
    );
  });

  it('names a long text by its field alone', () => {
    const changes = [{ field: 'description', from: '', to: 'It all began '.repeat(10) }];
    expect(texts({ kind: 'changed', who: 'Kim', changes })[0]).toBe('Kim: description');
  });
});
