import * as v from 'valibot';
import type { FieldShape } from '../../../src/adapters/jira/field-shape';
import { traceField, valueAt, type Step } from '../../../src/adapters/jira/field-trace';
import { changeHistorySchema } from '../../../src/adapters/jira/schemas';
import { instant } from '../../../src/domain/time/instant';

type Side = string | { readonly shown: string } | null;

/** Steps at the instants 1, 2, 3 …; a side is an id, or only a name. */
function steps(...changes: [from: Side, to: Side][]): Step[] {
  const id = (side: Side) => (typeof side === 'string' ? side : null);
  const shown = (side: Side) => (typeof side === 'string' ? `name of ${side}` : (side?.shown ?? null));
  return changes.map(([from, to], index) => {
    const [item] = v.parse(changeHistorySchema, {
      id: `${index}`,
      created: 0,
      items: [{ field: 'f', from: id(from), fromString: shown(from), to: id(to), toString: shown(to) }],
    }).items;
    return { history: `${index + 1}`, at: instant(index + 1), item: item! };
  });
}

const path = (shape: FieldShape, now: string[] | undefined, changes: Step[]) => {
  const trace = traceField('f', shape, now, changes);
  return {
    values: [trace.atCreation, ...trace.changes.map(({ change }) => change.to)].map((ids) => ids.join()),
    closes: trace.closes,
  };
};

describe('the changes of a single value', () => {
  it('close when each begins with what the one before left, and the last left what is held now', () => {
    expect(path('id', ['3'], steps(['1', '2'], ['2', '3']))).toEqual({
      values: ['1', '2', '3'],
      closes: true,
    });
  });

  it('close without any', () => {
    expect(path('id', ['3'], [])).toEqual({ values: ['3'], closes: true });
  });

  it.each<[string, string[], [Side, Side][]]>([
    [
      'one in between is missing',
      ['3'],
      [
        ['1', '2'],
        ['7', '3'],
      ],
    ],
    ['something else is held now', ['9'], [['1', '2']]],
    ['nothing is held now', [], [['1', '2']]],
    [
      'it was emptied in between',
      ['3'],
      [
        ['1', '2'],
        [null, '3'],
      ],
    ],
  ])('do not close when %s', (_name, now, changes) => {
    expect(path('id', now, steps(...changes)).closes).toBe(false);
  });

  it('keep what each said of itself where they do not close', () => {
    const { changes } = traceField('f', 'id', ['3'], steps(['1', '2'], ['7', '3']));
    expect(changes.map(({ change }) => change)).toEqual([
      { field: 'f', from: ['1'], to: ['2'] },
      { field: 'f', from: ['7'], to: ['3'] },
    ]);
  });

  it('take the id from the neighbour where Jira has only a name', () => {
    const nameless = steps(['1', { shown: 'Two' }], ['2', { shown: 'Three' }]);
    expect(path('id', ['3'], nameless)).toEqual({ values: ['1', '2', '3'], closes: true });
  });

  it('are known by name where Jira has no id anywhere', () => {
    const nameless = steps(['1', { shown: 'Two' }], [{ shown: 'Two' }, '3']);
    expect(path('id', ['3'], nameless)).toEqual({ values: ['1', 'Two', '3'], closes: true });
  });

  it('begin with a name where Jira has no id of the first value', () => {
    expect(path('id', ['2'], steps([{ shown: 'One' }, '2']))).toEqual({ values: ['One', '2'], closes: true });
  });

  it('stand as they are where Jira no longer shows the field on the issue', () => {
    expect(path('id', undefined, steps(['1', '2']))).toEqual({ values: ['1', '2'], closes: true });
  });

  it('keep both where one history changes a field twice', () => {
    const twice = steps(['1', '2'], ['2', '3']).map((step) => ({ ...step, history: '1', at: instant(1) }));
    expect(path('id', ['3'], twice)).toEqual({ values: ['1', '2', '3'], closes: true });
  });
});

describe('the changes of a person', () => {
  it('close when the account has got another id since, which is nothing that happened to the issue', () => {
    expect(path('account', ['712020:new'], steps(['qm:other', 'qm:old']))).toEqual({
      values: ['qm:other', '712020:new'],
      closes: true,
    });
  });

  it('do not close when somebody is gone without a change', () => {
    expect(path('account', [], steps([null, 'alex'])).closes).toBe(false);
  });
});

describe('the changes of parts', () => {
  it('are undone one by one from what is held now', () => {
    const changes = steps([null, 'v1'], ['v1', null], [null, 'v2'], [null, 'v3']);
    expect(path('parts', ['v0', 'v2', 'v3'], changes).values).toEqual([
      'v0',
      'v0,v1',
      'v0',
      'v0,v2',
      'v0,v2,v3',
    ]);
  });

  it('are added up where Jira does not show the field', () => {
    expect(path('parts', undefined, steps(['v1', null], [null, 'v2'])).values).toEqual(['v1', '', 'v2']);
  });
});

describe('a value at an instant', () => {
  it('is what the last change up to then left', () => {
    const trace = traceField('f', 'id', ['3'], steps(['1', '2'], ['2', '3']));
    expect([0, 1, 2, 9].map((at) => valueAt(trace, instant(at)))).toEqual([['1'], ['2'], ['3'], ['3']]);
  });
});

describe('changes of what is not asked to close', () => {
  it.each<FieldShape>(['text', 'number', 'words', 'ids', 'cascade', 'other'])(
    '%s: lead to what the issue holds, whatever the changelog calls it',
    (shape) => {
      const [last] = traceField('f', shape, ['w:1'], steps(['ITSM-1', 'ITSM-2'])).changes.slice(-1);
      expect(last?.change.to).toEqual(['w:1']);
    },
  );
});
