import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SRC = join(ROOT, 'src');

interface Import {
  /** The other file, from src/; or the package as it is written. */
  to: string;
  isPackage: boolean;
  isType: boolean;
}
interface File {
  path: string;
  text: string;
  imports: Import[];
}

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s+(type\s+)?([^'";]*?)\s*from\s+'([^']+)'|import\('([^']+)'\)|(?:^|\n)import\s+'([^']+)'/g;

const files: File[] = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter(
    (path) => path.endsWith('.ts') && !path.startsWith('generated/') && !path.endsWith('.d.ts'),
  )
  .map((path) => {
    const text = readFileSync(join(SRC, path), 'utf8');
    return { path, text, imports: importsOf(path, text) };
  });

function importsOf(path: string, text: string): Import[] {
  return [...text.matchAll(IMPORT)].map(([, type, names = '', from, dynamic, bare]) => {
    const to = from ?? dynamic ?? bare ?? '';
    const isPackage = !to.startsWith('.');
    const listed = /^\{([\s\S]*)\}$/
      .exec(names.trim())?.[1]
      ?.split(',')
      .map((name) => name.trim())
      .filter(Boolean);
    const onlyTypes =
      listed !== undefined && listed.length > 0 && listed.every((name) => name.startsWith('type '));
    return {
      to: isPackage ? to : relative(SRC, resolve(SRC, dirname(path), to)),
      isPackage,
      isType: type !== undefined || onlyTypes,
    };
  });
}

const folderOf = (path: string) => (path.includes('/') ? (path.split('/')[0] as string) : '');
const nameOf = (path: string) => path.split('/').at(-1) as string;
const valueImports = (file: File) => file.imports.filter(({ isType }) => !isType);
const told = (found: [string, string][]) => found.map(([from, to]) => `${from} → ${to}`);
/** Full-text search is SQL of its own on each engine; Prisma’s tag keeps its values apart. */
const SEARCH_SQL = 'search/index-expression.ts';

/** All imports that break a rule, as text. */
function breaking(rule: (from: string, to: Import) => boolean, onlyValues = true): string[] {
  return told(
    files.flatMap((file) =>
      (onlyValues ? valueImports(file) : file.imports)
        .filter((to) => rule(file.path, to))
        .map(({ to }): [string, string] => [file.path, to]),
    ),
  );
}

/** Folders whose own rules say what they know; all others may build on them. */
const UNDER_ALL = ['core', 'text', 'generated'];

/** The circles of a graph, as text. */
function circlesIn(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const state = new Map<string, 'open' | 'done'>();
  const circles: string[] = [];
  const visit = (node: string, trail: string[]): void => {
    if (state.get(node) === 'done') return;
    if (state.get(node) === 'open') {
      circles.push([...trail.slice(trail.indexOf(node)), node].join(' → '));
      return;
    }
    state.set(node, 'open');
    for (const next of graph.get(node) ?? []) visit(next, [...trail, node]);
    state.set(node, 'done');
  };
  for (const node of graph.keys()) visit(node, []);
  return circles;
}

describe('the house', () => {
  it('has files', () => {
    expect(files.length).toBeGreaterThan(100);
    for (const file of files) {
      for (const { to, isPackage } of file.imports) {
        if (!isPackage) expect(existsSync(join(SRC, to)), `${file.path} imports ${to}`).toBe(true);
      }
    }
  });

  it('core/ knows nothing about news', () => {
    const allowed = ['core', 'text', 'generated', ''];
    const news = breaking(
      (from, { to, isPackage }) =>
        folderOf(from) === 'core' && !isPackage && !allowed.includes(folderOf(to)),
      false,
    );
    expect(news).toEqual([]);
  });

  it('text/ is pure: no database, no HTTP, no clock', () => {
    expect(
      breaking(
        (from, { to, isPackage }) =>
          folderOf(from) === 'text' &&
          (isPackage
            ? /^(?:node:(?!buffer)|fastify|@prisma|better-sqlite3|pg$)/.test(to)
            : folderOf(to) !== 'text' && to !== 'core/http/scalars.ts'),
      ),
    ).toEqual([]);
  });

  it('nothing imports the app, the server or the command line but those above', () => {
    const upper = ['app.ts', 'server.ts', 'resources.ts'];
    expect(
      breaking((from, { to }) => {
        if (folderOf(from) === 'cli') return false;
        if (folderOf(to) === 'cli') return true;
        if (!upper.includes(to)) return false;
        return !(
          { 'server.ts': ['app.ts'], 'app.ts': ['resources.ts'] } as Record<string, string[]>
        )[from]?.includes(to);
      }),
    ).toEqual([]);
  });

  it('zod is imported as a namespace, of which a bundle holds what is used', () => {
    const others = files.filter(({ text }) => /^import (?:type )?\{[^}]*\} from 'zod'/m.test(text));
    expect(others.map(({ path }) => path)).toEqual([]);
  });

  it('imports only packages that it depends on itself', () => {
    const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    const foreign = breaking((_from, { to, isPackage }) => {
      const name = /^(?:@[^/]+\/)?[^/]+/.exec(to)?.[0] ?? to;
      return isPackage && !isBuiltin(to) && !(name in dependencies);
    });
    // What reads TypeScript in a thread while we develop; a build holds none.
    expect(foreign).toEqual(['core/thread.ts → tsx/esm/api']);
  });

  it('stores and services know no routes', () => {
    expect(
      breaking(
        (from, { to }) =>
          /^(?:.*-)?(?:store|service|schema)\.ts$/.test(nameOf(from)) &&
          /^(?:.*-)?(?:wire|desk|routes)\.ts$/.test(nameOf(to)) &&
          folderOf(to) !== 'core',
      ),
    ).toEqual([]);
  });

  it('Prisma is imported by the database and its stores only', () => {
    const isPrisma = ({ to }: Import) =>
      /^@prisma\//.test(to) || /^(?:better-sqlite3|pg)$/.test(to) || to.startsWith('generated/');
    expect(
      breaking(
        (from, to) =>
          isPrisma(to) &&
          !from.startsWith('core/database/') &&
          !/store\.ts$/.test(nameOf(from)) &&
          from !== SEARCH_SQL,
      ),
    ).toEqual([]);
  });

  it('raw SQL stands in few named seams', () => {
    const seams = files
      .filter(({ text }) => /\$(?:query|execute)Raw/.test(text))
      .map(({ path }) => path);
    for (const path of seams) {
      expect(path, 'a new seam: say here why Prisma can’t').toMatch(
        /^core\/database\/|(?:^|\/)(?:[\w-]*store|sqlite|postgresql|fts|index|engine[\w-]*)\.ts$|^(?:search|publishing|maintenance)\//,
      );
    }
  });

  it('process.env is read by the settings and the command line only', () => {
    const readers = files.filter(({ text }) => /process\.env/.test(text)).map(({ path }) => path);
    expect(readers.filter((path) => path !== 'config.ts' && !path.startsWith('cli/'))).toEqual([]);
  });

  it('no imports go in a circle', () => {
    const graph = new Map(
      files.map((file) => [
        file.path,
        valueImports(file)
          .filter(({ isPackage }) => !isPackage)
          .map(({ to }) => to),
      ]),
    );
    expect(circlesIn(graph)).toEqual([]);
  });

  it('folders build on each other one way, but for their schemas (docs/decisions/0029)', () => {
    const graph = new Map<string, string[]>();
    for (const { path, imports } of files) {
      const others = imports
        .filter(({ to, isPackage }) => !isPackage && nameOf(to) !== 'schema.ts')
        .map(({ to }) => folderOf(to))
        .filter((folder) => folder !== folderOf(path) && !UNDER_ALL.includes(folder));
      graph.set(folderOf(path), [...(graph.get(folderOf(path)) ?? []), ...others]);
    }
    for (const folder of UNDER_ALL) graph.delete(folder);
    expect(graph.size).toBeGreaterThan(15);
    expect(circlesIn(graph)).toEqual([]);
  });

  it('stores are under all rules: they import no service and no other folder’s store', () => {
    const isStore = (path: string) => /store\.ts$/.test(nameOf(path));
    expect(
      breaking(
        (from, { to }) =>
          isStore(from) &&
          (/service\.ts$/.test(nameOf(to)) ||
            (isStore(to) && !['core', folderOf(from)].includes(folderOf(to)))),
        false,
      ),
    ).toEqual([]);
  });

  it('the stages of extraction build on each other one way', () => {
    const BELOW: Readonly<Record<string, readonly string[]>> = {
      reading: [],
      turns: ['reading'],
      speech: ['reading'],
      quantities: ['reading'],
      people: ['reading', 'turns'],
      claims: ['reading', 'quantities', 'people'],
    };
    const stageOf = (path: string) => /^extraction\/(\w+)\//.exec(path)?.[1];
    const upwards = breaking((from, { to }) => {
      const [stage, other] = [stageOf(from), stageOf(to)];
      if (stage === undefined) return false;
      if (other === undefined) return to === 'extraction/extract.ts';
      return other !== stage && BELOW[stage]?.includes(other) !== true;
    }, false);
    expect(upwards).toEqual([]);
  });

  it('imports with extensions, and console is nowhere', () => {
    for (const { path, text, imports } of files) {
      for (const { to, isPackage } of imports)
        if (!isPackage) expect(to, path).toMatch(/\.(?:ts|json)$/);
      expect(text, path).not.toMatch(/\bconsole\.\w+\(/);
    }
  });

  it('keeps files under 350 lines', () => {
    /** Grammars and their tables, which are read as one. */
    const LONG = /^(?:extraction|text)\//;
    const long = files
      .filter(({ path }) => !LONG.test(path))
      .map(({ path, text }) => [path, text.split('\n').length] as const)
      .filter(([, lines]) => lines >= 350);
    expect(long).toEqual([]);
  });
});

interface Lock {
  packages: Record<
    string,
    { version?: string; resolved?: string; integrity?: string; link?: boolean; dev?: boolean }
  >;
}

describe('dependencies', () => {
  const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as Lock;
  const entries = Object.entries(lock.packages).filter(([path]) => path !== '');
  const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
    devDependencies: Record<string, string>;
  };

  it('come from the registry, each with a sha512', () => {
    for (const [path, { resolved, integrity, link }] of entries) {
      expect(link, path).not.toBe(true);
      expect(integrity, path).toMatch(/^sha512-/);
      if (resolved !== undefined)
        expect(resolved, path).toMatch(/^https:\/\/registry\.npmjs\.org\//);
    }
  });

  it('are pinned', () => {
    for (const [name, version] of Object.entries({
      ...manifest.dependencies,
      ...manifest.devDependencies,
    })) {
      expect(version, name).toMatch(/^\d+\.\d+\.\d+(?:-[\w.]+)?$/);
    }
  });

  const FLOORS: Record<string, (version: number[]) => boolean> = {
    fastify: (v) => isAtLeast(v, [5, 12, 1]),
    '@fastify/static': (v) => isAtLeast(v, [9, 1, 1]),
    'fast-uri': (v) => (v[0] === 3 ? isAtLeast(v, [3, 1, 7]) : isAtLeast(v, [4, 1, 4])),
  };
  it.each(Object.keys(FLOORS))('%s is at its floor or above, wherever it is installed', (name) => {
    const found = entries.filter(
      ([path]) => path === `node_modules/${name}` || path.endsWith(`/node_modules/${name}`),
    );
    for (const [path, { version = '' }] of found) {
      const numbers = version.split('.').map((part) => Number.parseInt(part, 10));
      expect(FLOORS[name]?.(numbers), `${path} ${version}`).toBe(true);
    }
    if (name === 'fastify') expect(found.length).toBeGreaterThan(0);
  });

  it('at run time are few', () => {
    expect(Object.keys(manifest.dependencies).length).toBeLessThanOrEqual(40);
  });
});

function isAtLeast(version: number[], floor: number[]): boolean {
  for (const [index, wanted] of floor.entries()) {
    const part = version[index] ?? 0;
    if (part !== wanted) return part > wanted;
  }
  return true;
}
