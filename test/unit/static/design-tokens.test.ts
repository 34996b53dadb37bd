import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const source = join(__dirname, '../../../static/app/src');
const themes = ['spacing', 'shape', 'typography', 'light'].map((name) =>
  readFileSync(require.resolve(`@atlaskit/tokens/dist/cjs/artifacts/themes/atlassian-${name}.js`), 'utf8'),
);

it('every design token that a stylesheet uses is one that Atlassian has', () => {
  const known = new Set(themes.join('').match(/--ds-[\w-]+(?=:)/g));
  const used = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(css|tsx)$/.test(file))
    .flatMap((file) => readFileSync(join(source, file), 'utf8').match(/--ds-[\w-]+/g) ?? []);
  expect(used.length).toBeGreaterThan(0);
  expect(used.filter((token) => !known.has(token))).toEqual([]);
});
