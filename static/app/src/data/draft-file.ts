import type { AgreementDraft } from '../../../../src/domain/agreement/draft';

/** A definitions file with nothing but the draft of an agreement, to ask what that would mean. */
export function draftFile(text: AgreementDraft): string {
  return JSON.stringify({ format: 'service-levels/1', calendars: [], agreements: [text] });
}
