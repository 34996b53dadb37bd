import { askAtRandom } from '../../../support/oracle/random-questions';

describe('working time in Asia and the Pacific', () => {
  askAtRandom(['Australia/Lord_Howe', 'Pacific/Apia', 'Asia/Tehran', 'Pacific/Chatham'], 3);
});
