import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as ts from 'typescript';

const root = path.resolve(__dirname, '../..');

/**
 * What each part may import: parts of the project, and packages. The linter says the same; this walks the imports
 * themselves, so that the walls outlive an edit of the linter's configuration (design §1).
 */
const walls: readonly { part: string; parts: string[]; packages: RegExp }[] = [
  { part: 'src/domain', parts: ['src/domain'], packages: /^$/ },
  { part: 'src/contract', parts: ['src/contract', 'src/domain'], packages: /^valibot$/ },
  { part: 'src/app', parts: ['src/app', 'src/domain'], packages: /^$/ },
  {
    part: 'src/adapters',
    parts: ['src/adapters', 'src/app/ports', 'src/app/errors', 'src/contract', 'src/domain'],
    packages: /^(@forge\/(api|events|sql)|date-fns|valibot)$/,
  },
  {
    part: 'src/handlers',
    parts: ['src/handlers', 'src/app', 'src/contract', 'src/domain', 'static/locales'],
    packages: /^(@forge\/(api|events|resolver)|valibot)$/,
  },
  { part: 'src/compose.ts', parts: ['src/adapters', 'src/app'], packages: /^$/ },
  { part: 'src/index.ts', parts: ['src/handlers', 'src/compose'], packages: /^$/ },
  {
    part: 'static/app/src/platform',
    parts: ['static', 'src/domain', 'src/contract'],
    packages: /^(?!node:)/,
  },
  {
    part: 'static/app/src',
    parts: ['static', 'src/domain', 'src/contract'],
    packages: /^(?!node:|@forge\/)/,
  },
  { part: 'test/site', parts: ['test/site'], packages: /^(?!@forge\/(api|resolver|events|sql|bridge))/ },
];

interface Import {
  readonly file: string;
  readonly target: string;
}

function importsOf(file: string): Import[] {
  const { importedFiles } = ts.preProcessFile(readFileSync(path.join(root, file), 'utf8'), true, true);
  return importedFiles.map(({ fileName }) => ({
    file,
    target: fileName.startsWith('.') ? path.join(path.dirname(file), fileName) : fileName,
  }));
}

function filesIn(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|tsx|mjs)$/.test(file) && !/(^|\/)(build|node_modules)\//.test(file))
    .map((file) => path.join(folder, file));
}

const isIn = (file: string, part: string): boolean => file === part || file.startsWith(`${part}/`);

const isPackage = ({ target }: Import): boolean => !/^(src|static|test)\//.test(target);

const files = ['src', 'static/app/src', 'test/site'].flatMap(filesIn);

describe('the walls between the parts', () => {
  it('stand around files that exist', () => {
    for (const { part } of walls) expect(files.filter((file) => isIn(file, part))).not.toEqual([]);
  });

  it.each(files)('%s imports only what it may', (file) => {
    const wall = walls.find(({ part }) => isIn(file, part));
    if (!wall) throw new Error(`No wall says what ${file} may import.`);
    const through = importsOf(file).filter((imported) =>
      isPackage(imported)
        ? !wall.packages.test(imported.target)
        : !wall.parts.some((part) => isIn(imported.target, part)),
    );
    expect(through).toEqual([]);
  });
});

describe('what lets somebody in', () => {
  const filesThatName = (word: RegExp): string[] =>
    files.filter((file) => isIn(file, 'src') && word.test(readFileSync(path.join(root, file), 'utf8')));

  it('is the guard: nothing else registers resolver functions', () => {
    expect(filesThatName(/\b(makeResolver|Resolver\()/)).toEqual(['src/handlers/guard.ts']);
  });

  it('is asked by routes that are templates: nothing else makes one', () => {
    expect(filesThatName(/\broute`/)).not.toEqual([]);
    expect(filesThatName(/\b(assumeTrustedRoute|routeFromAbsolute|requestGraph|__forge_fetch__)\b/)).toEqual(
      [],
    );
  });
});
