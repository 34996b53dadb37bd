import * as v from 'valibot';
import { agreementKinds } from '../domain/agreement/agreement';
import { agreementStates } from '../domain/agreement/life';
import { detailsSchema } from './agreement-details';
import { listOf } from './primitives';

const { roles, parties } = detailsSchema.entries;

/** What the reader may do beside what every administrator of the project may, and who does what for which agreement (P9). */
export const rightsViewSchema = v.object({
  mayAdminister: v.boolean(),
  agreements: listOf(
    v.object({
      id: v.string(),
      name: v.string(),
      kind: v.picklist(agreementKinds),
      state: v.picklist(agreementStates),
      roles,
      parties,
    }),
  ),
});
export type RightsView = v.InferOutput<typeof rightsViewSchema>;
