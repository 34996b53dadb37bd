import type { JiraSite } from '../../jira/jira';
import type { Store } from '../../jira/store';
import type { ProjectCall } from '../project-call';
import type { Sample } from '../sample';
import { logFields } from '../service-project';
import { isYes, type SettingsCall } from '../settings-call';
import { writeAboutBreaches } from './breaches';
import { siteDaysOf } from './days';
import {
  writeActions,
  writeComplaints,
  writeMeasurements,
  writeOutages,
  writeSatisfaction,
} from './registers';
import { writeReviews } from './reviews';

export interface WrittenGround {
  readonly call: ProjectCall;
  readonly jira: JiraSite;
  readonly sample: Sample;
}

/** An incident of one kind that becomes critical is an outage. To be written before the app reads issues. */
export async function writeOutageRules(call: SettingsCall, store: Store): Promise<void> {
  const critical = { field: 'priority', in: ['1 - Critical'] };
  const category = store.optionId(store.customField(logFields.category), 'Category 28');
  const rule = {
    id: 'critical',
    name: 'Critical incidents of Category 28',
    when: { all: [critical, { field: logFields.category, in: [category] }] },
    begin: { begins: critical },
    end: { changed: 'status', to: ['Resolved', 'Closed'] },
    service: 'workplace',
    planned: false,
    degree: 'degraded',
  };
  const answer = await call('saveOutageRules', { rules: [rule], seen: 0 });
  if (!isYes(answer)) throw new Error(`The app refused the sample’s outage rule: ${JSON.stringify(answer)}`);
}

/** What people say of breaches, which has the app judge some of them anew. */
export async function writeAboutIncidents({ call, jira: { store }, sample }: WrittenGround): Promise<void> {
  await writeAboutBreaches({ call, store, incidents: sample.incidents, days: siteDaysOf(sample.opening) });
}

/** The registers, then the reviews of what is in them. */
export async function writeRegisters({ call, jira: { store }, sample }: WrittenGround): Promise<void> {
  const days = siteDaysOf(sample.opening);
  await writeOutages(call, days);
  await writeComplaints(call, days);
  await writeSatisfaction(call, days);
  await writeMeasurements(call, days);
  await writeActions(call, days, store);
  await writeReviews(call, days);
}
