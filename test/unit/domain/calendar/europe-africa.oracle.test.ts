import { askAtRandom } from '../../../support/oracle/random-questions';

describe('working time in Europe and Africa', () => {
  askAtRandom(['Europe/Berlin', 'Africa/Casablanca', 'Africa/Cairo', 'Antarctica/Troll'], 2);
});
