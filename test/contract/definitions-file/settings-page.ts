import type { Refused } from '../../../src/contract/answer';
import { resolverOf } from '../../../src/handlers/resolver';
import { onWednesday } from '../../support/builders';
import { projectGroups, projectValues } from '../../support/definitions';
import { memoryPorts } from '../../support/memory-ports';

type Problem = Refused['problems'][number];

/** Calls the app as the settings page of a small project does, where nothing was imported yet. */
export class SettingsPage {
  readonly ports = memoryPorts(onWednesday('10:00'));

  constructor() {
    for (const [field, values] of projectValues) this.ports.values.set(field, values);
    for (const { id, name } of projectGroups) this.ports.groupNames.set(id, name);
  }

  call(functionKey: string, payload: unknown): Promise<unknown> {
    return resolverOf(this.ports)(
      { call: { functionKey, payload }, context: { extension: { project: { id: '10000' } } } },
      { principal: { accountId: 'sam' } },
    );
  }

  post(file: string): Promise<unknown> {
    return this.call('importDefinitions', { file });
  }

  /** What the page is told of a file with mistakes; nothing of it may be kept. */
  async refusal(file: string): Promise<readonly Problem[]> {
    const answer = await this.post(file);
    expect(answer).toMatchObject({ ok: false, refusal: 'bad-input' });
    expect(this.ports.changes).toEqual([]);
    return (answer as Refused).problems;
  }
}
