import { askAtRandom } from '../../../support/oracle/random-questions';

describe('working time in the Americas', () => {
  askAtRandom(['America/New_York', 'America/Santiago', 'America/St_Johns', 'America/Havana'], 1);
});
