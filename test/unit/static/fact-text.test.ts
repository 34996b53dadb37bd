import { conditionText } from '../../../static/app/src/text/condition-text';
import { factsText, knowingFields } from '../../../static/app/src/text/fact-text';
import { priorityIs, refs } from '../../support/builders';
import { inLondon, inShanghai } from './readers';

const values = new Map([
  ['priority', new Map([['3', 'Moderate']])],
  [
    'assignee',
    new Map([
      ['g-1', 'Network'],
      ['g-2', 'Mail'],
    ]),
  ],
]);
const one = (field: string, found: readonly string[] | null, memberOf = false) => ({
  condition: memberOf ? { field, memberOf: refs('desk') } : { field, in: refs('asked for') },
  field,
  found: found && [...found],
});
const said = (...unmet: ReturnType<typeof one>[]): string[] =>
  [inLondon, inShanghai].map((reader) => factsText(unmet, { values }, reader));

describe('what an issue is like where something else was asked for', () => {
  it('is said by name, and by id only where nobody knows the name', () => {
    expect(said(one('priority', ['3']))).toEqual(['priority is Moderate', '优先级为 Moderate']);
    expect(said(one('priority', ['9']))).toEqual(['priority is 9', '优先级为 9']);
  });

  it('is said once for a field, however often it was asked about', () => {
    const [english] = said(one('priority', ['3']), one('priority', ['3']), one('assignee', []));
    expect(english).toBe('priority is Moderate and assignee is empty');
  });

  it('tells groups from values, and what is not known from what is not', () => {
    expect(said(one('assignee', [], true))).toEqual(['assignee is in no group', '经办人不属于任何用户组']);
    expect(said(one('assignee', null, true))).toEqual([
      'it isn’t known which groups assignee is in',
      '不知道经办人属于哪些用户组',
    ]);
  });

  it('names the groups that definitions name, and says of others only that there are some', () => {
    expect(said(one('assignee', ['g-1', '3f2a', 'g-2'], true))).toEqual([
      'assignee is in the group Network and Mail',
      '经办人属于用户组 Network和Mail',
    ]);
    expect(said(one('assignee', ['3f2a'], true))).toEqual([
      'assignee is in other groups',
      '经办人属于其他用户组',
    ]);
  });
});

describe('a reader who knows what a site calls its own fields', () => {
  const knowing = knowingFields(
    inLondon,
    new Map([
      ['customfield_10050', 'Impact'],
      ['priority', 'Vorrang'],
    ]),
  );

  it('reads their names in conditions and facts', () => {
    expect(conditionText({ field: 'customfield_10050', in: refs('High') }, knowing)).toBe('Impact is High');
    expect(factsText([one('customfield_10050', [])], { values }, knowing)).toBe('Impact is empty');
  });

  it('reads fields that the app knows in the app’s own words', () => {
    expect(conditionText(priorityIs('High'), knowing)).toBe('priority is High');
  });
});
