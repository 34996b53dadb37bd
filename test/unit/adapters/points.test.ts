import { objectPoints } from '../../../src/adapters/jira/points';

it.each([
  ['POST issue/bulkfetch', { issues: [{}, {}] }, 2],
  ['POST search/jql', { issues: [{}] }, 1],
  ['POST changelog/bulkfetch', { issueChangeLogs: [{}, {}, {}] }, 3],
  ['GET user/groups', [{}, {}], 4],
  ['GET mypermissions', { permissions: { ADMINISTER: {}, EDIT_ISSUES: {} } }, 4],
  ['GET issue', { id: '1' }, 1],
  ['POST search/approximate-count', { count: 5 }, 0],
  ['POST issue/bulkfetch', 'no answer', 0],
] as const)('what %s reads costs points by the object', (operation, answer, points) => {
  expect(objectPoints(operation, answer)).toBe(points);
});
