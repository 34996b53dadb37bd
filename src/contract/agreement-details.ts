import * as v from 'valibot';
import {
  agreementRoles,
  contactRoles,
  sectionKinds,
  type AgreementDetails,
} from '../domain/agreement/details';
import { reviewRhythms } from '../domain/review/review-period';
import { reportRhythms } from '../domain/review/service-report';

const line = (most: number) => v.pipe(v.string(), v.maxLength(most), v.regex(/^\P{Cc}*$/u));
const account = v.pipe(v.string(), v.regex(/^[\w:-]{1,128}$/));
const amount = v.pipe(v.number(), v.minValue(0), v.maxValue(1e12));

const party = v.strictObject({
  name: line(200),
  contacts: v.pipe(
    v.array(v.strictObject({ role: v.picklist(contactRoles), account })),
    v.maxLength(30),
    v.readonly(),
  ),
});

/** What an agreement says beside what is timed. */
export const detailsSchema = v.strictObject({
  parties: v.exactOptional(v.strictObject({ provider: party, customer: party })),
  roles: v.exactOptional(v.record(v.picklist(agreementRoles), account)),
  contract: v.exactOptional(
    v.strictObject({
      number: line(100),
      link: v.exactOptional(line(500)),
      value: v.exactOptional(line(200)),
      paymentTerms: v.exactOptional(v.pipe(v.string(), v.maxLength(10_000))),
    }),
  ),
  plan: v.exactOptional(
    v.strictObject({
      effortHours: v.exactOptional(amount),
      currency: v.exactOptional(v.pipe(v.string(), v.regex(/^[A-Z]{3}$/))),
      cost: v.exactOptional(amount),
      price: v.exactOptional(amount),
    }),
  ),
  sections: v.exactOptional(
    v.pipe(
      v.array(
        v.strictObject({ kind: v.picklist(sectionKinds), text: v.pipe(v.string(), v.maxLength(50_000)) }),
      ),
      v.maxLength(sectionKinds.length),
      v.readonly(),
    ),
  ),
  reviews: v.exactOptional(
    v.strictObject({
      rhythms: v.exactOptional(
        v.pipe(v.array(v.picklist(reviewRhythms)), v.maxLength(reviewRhythms.length), v.readonly()),
      ),
      withinDays: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(90))),
      responsible: v.exactOptional(account),
      reports: v.exactOptional(v.picklist(reportRhythms)),
      recipients: v.exactOptional(v.pipe(v.array(account), v.maxLength(30), v.readonly())),
      otherRecipients: v.exactOptional(line(300)),
    }),
  ),
}) satisfies v.GenericSchema<unknown, AgreementDetails>;
