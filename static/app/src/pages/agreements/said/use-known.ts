import { useMemo } from 'react';
import type { Agreement } from '../../../../../../src/domain/agreement/agreement';
import type { AgreementDraft } from '../../../../../../src/domain/agreement/draft';
import { useCalendars } from '../../../data/use-calendars';
import { useCatalogue } from '../../../data/use-catalogue';
import { usePeople } from '../../../data/use-names';
import type { Known } from './lines';

/** What the calendars and the people that some texts name are called. */
export function useKnown(...texts: readonly (Pick<Agreement | AgreementDraft, 'details'> | null)[]): Known {
  const { data } = useCalendars('project');
  const { data: catalogue } = useCatalogue();
  const accounts = texts.flatMap((text) => accountsIn(text?.details));
  const people = usePeople(accounts);
  return useMemo(
    () => ({
      calendars: new Map(data?.calendars.map(({ record }) => [record.id, record.name])),
      services: new Map(catalogue?.services.map(({ id, name }) => [id, name])),
      people,
    }),
    [data, catalogue, people],
  );
}

function accountsIn(details: Agreement['details']): string[] {
  const { parties, roles = {}, reviews: { responsible = '', recipients = [] } = {} } = details ?? {};
  const contacts = parties ? [...parties.provider.contacts, ...parties.customer.contacts] : [];
  return [...contacts.map(({ account }) => account), ...Object.values(roles), responsible, ...recipients];
}
