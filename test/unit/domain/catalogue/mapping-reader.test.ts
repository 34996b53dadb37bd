import type { KnownField } from '../../../../src/domain/agreement/known-field';
import { readMapping } from '../../../../src/domain/catalogue/mapping-reader';
import type { Problem } from '../../../../src/domain/problem';
import type { Condition } from '../../../../src/domain/timer/condition';

const fields: Readonly<Record<string, KnownField>> = {
  issuetype: { kind: 'numbered', values: [{ id: '1', name: 'Incident' }] },
  components: { kind: 'numbered' },
};
const read = (sent: Condition): { mapping: Condition; problems: Problem[] } => {
  const problems: Problem[] = [];
  return { mapping: readMapping(sent, 'doc.mapping', { fieldOf: (id) => fields[id], problems }), problems };
};

describe('a mapping', () => {
  it('keeps the names of Jira where values are listed, and those that the page showed where they are not', () => {
    const sent: Condition = {
      any: [
        {
          all: [
            { field: 'issuetype', in: [{ id: '1', name: 'Störung' }] },
            { field: 'components', empty: false },
          ],
        },
        { not: { field: 'components', in: [{ id: '10100', name: 'Exchange' }] } },
      ],
    };
    expect(read(sent)).toEqual({
      problems: [],
      mapping: {
        any: [
          {
            all: [
              { field: 'issuetype', in: [{ id: '1', name: 'Incident' }] },
              { field: 'components', empty: false },
            ],
          },
          { not: { field: 'components', in: [{ id: '10100', name: 'Exchange' }] } },
        ],
      },
    });
  });

  it.each<[code: string, path: string, sent: Condition]>([
    [
      'condition.unknown-value',
      'doc.mapping.in[0]',
      { field: 'issuetype', in: [{ id: '7', name: 'Incident' }] },
    ],
    [
      'condition.value-form',
      'doc.mapping.in[0]',
      { field: 'components', in: [{ id: 'x', name: 'Exchange' }] },
    ],
    ['condition.unknown-field', 'doc.mapping.all[0].field', { all: [{ field: 'nothing', empty: true }] }],
    ['condition.empty', 'doc.mapping.any', { any: [] }],
    ['condition.needs-state', 'doc.mapping', { any: [{ created: true }] }],
    ['service.no-groups', 'doc.mapping', { field: 'reporter', memberOf: [{ id: 'vip', name: 'VIP' }] }],
  ])('is refused with its place: %s', (code, path, sent) => {
    expect(read(sent).problems).toContainEqual(expect.objectContaining({ code, path }));
  });
});
