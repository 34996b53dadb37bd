import type { AgreementDetails } from '../../../../../../src/domain/agreement/details';
import type { AgreementDraft } from '../../../../../../src/domain/agreement/draft';

/** The agreement with a part of its details written anew; what says nothing any more is left out. */
export function withPart(text: AgreementDraft, part: Partial<AgreementDetails>): AgreementDraft {
  const { details: before, ...rest } = text;
  const said = Object.entries({ ...before, ...part }).filter(([, value]) => !isEmpty(value));
  return said.length > 0 ? { ...rest, details: Object.fromEntries(said) } : rest;
}

/** Nothing, or made of nothing else. */
function isEmpty(value: unknown): boolean {
  if (value === undefined || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && value !== null && Object.values(value).every(isEmpty);
}
