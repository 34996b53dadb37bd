import type { AgreementDraft } from '../../../../src/domain/agreement/draft';
import { withPart } from '../../../../static/app/src/pages/agreements/details/with-part';

const plain: AgreementDraft = {
  id: 'desk',
  kind: 'SLA',
  name: 'Desk',
  timeZone: 'Europe/Berlin',
  effectiveFrom: '2026-01-01',
  metrics: [],
};
const nobody = { name: '', contacts: [] };

describe('a part of what an agreement says', () => {
  it('is written beside the others, which stay', () => {
    const once = withPart(plain, { contract: { number: '4711' } });
    const twice = withPart(once, { sections: [{ kind: 'scope', text: 'Printers' }] });
    expect(twice.details).toEqual({
      contract: { number: '4711' },
      sections: [{ kind: 'scope', text: 'Printers' }],
    });
  });

  it('is left out once it says nothing any more, and the whole with the last of them', () => {
    const named = withPart(plain, { parties: { provider: { ...nobody, name: 'IT' }, customer: nobody } });
    expect(named.details?.parties?.provider.name).toBe('IT');
    expect(withPart(named, { parties: { provider: nobody, customer: nobody } })).toEqual(plain);
    expect(withPart(plain, { roles: {}, sections: [], contract: { number: '' }, plan: {} })).toEqual(plain);
  });

  it('keeps a clause that was added and is still to be written', () => {
    expect(withPart(plain, { sections: [{ kind: 'scope', text: '' }] }).details).toBeDefined();
  });
});
