import { onWednesday } from '../../support/builders';
import { memoryPorts } from '../../support/memory-ports';
import { storesBattery } from './battery';

describe('stores in memory, which the tests of use cases rest on', () => {
  storesBattery(async () => memoryPorts(onWednesday('10:00')));
});
