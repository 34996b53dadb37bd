import { onInstalledOf } from '../../../src/handlers/lifecycle';
import { onWednesday } from '../../support/builders';
import { memoryPorts } from '../../support/memory-ports';

const ports = memoryPorts(onWednesday('09:00'));

describe('an app that was installed', () => {
  it('makes its tables', async () => {
    const migrate = jest.fn(() => Promise.resolve());
    expect(await onInstalledOf(ports, migrate)()).toBeUndefined();
    expect(migrate).toHaveBeenCalledTimes(1);
  });

  it('comes back for those that Forge does not make within the same minute', async () => {
    const migrate = () => Promise.reject(new Error('25 DDL requests a minute'));
    expect(await onInstalledOf(ports, migrate)()).toMatchObject({ retryOptions: { retryAfter: 61 } });
  });

  it('is there all the same when nothing can be judged anew yet', async () => {
    const broken = {
      ...ports,
      projects: { ...ports.projects, withAgreements: () => Promise.reject(new Error('no')) },
    };
    expect(await onInstalledOf(broken, () => Promise.resolve())()).toBeUndefined();
  });
});
