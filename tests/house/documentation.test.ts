import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { fillTables } from '../../scripts/docs-tables.ts';
import { readConfig, SETTINGS } from '../../src/config.ts';

const ROOT = new URL('../..', import.meta.url).pathname;

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

const PAGES: Record<string, string> = Object.fromEntries(
  [
    'README.md',
    ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .map((name) => `docs/${name}`),
  ].map((path) => [path, read(path)]),
);

/** What a pattern's first group matches anywhere in the pages, and where. */
function found(pattern: RegExp): [match: string, page: string][] {
  return Object.entries(PAGES).flatMap(([page, text]) =>
    [...text.matchAll(pattern)].map(([, match = '']): [string, string] => [match, page]),
  );
}

/** `serve`, `tokens create` and so on, as the command line itself declares them. */
function commands(): string[] {
  const declared = [...read('src/cli/main.ts').matchAll(/(\w+)\s*\.command\('([\w-]+)'\)/g)];
  const names = declared.map(([, parent, name]) =>
    parent === 'program' ? name : `${parent} ${name}`,
  );
  return names.filter((name): name is string => name !== undefined && name !== 'tokens');
}

describe('Settings', () => {
  it('are all on their page, and no others', () => {
    const rows = [...(PAGES['docs/configuration.md'] ?? '').matchAll(/^\| (`[^|]+) \|/gm)];
    const named = rows.flatMap(([, cell = '']) => cell.match(/[A-Z_]+/g) ?? []);

    expect(named.sort()).toEqual([...SETTINGS].sort());
  });

  /** Name, default and description of each row that names one setting. */
  const rows = [
    ...(PAGES['docs/configuration.md'] ?? '').matchAll(
      /^\| `([A-Z_]+)` \| ([^|]+) \| ([^|]+) \|$/gm,
    ),
  ].map(([, name = '', given = '', what = '']) => ({ name, given, what }));

  it('have the default that their page says', () => {
    const defaults = rows.flatMap(({ name, given }) => {
      const [, value] = /^`([^`]+)`$/.exec(given) ?? [];
      return value === undefined ? [] : [[name, value] as const];
    });
    const values = Object.fromEntries(defaults);

    expect(defaults.length).toBeGreaterThan(8);
    for (const [name, value] of defaults) {
      const meant = value.replace(/\b(?:HOST|PORT)\b/g, (other) => values[other] ?? other);
      expect(readConfig({ [name]: meant }), name).toEqual(readConfig({}));
    }
  });

  it('have the bounds that their page says', () => {
    const bounded = rows.flatMap(({ name, what }) => {
      const [, least, most] = /from (\d+) to (\d+)/.exec(what) ?? [];
      return least === undefined ? [] : [{ name, least: Number(least), most: Number(most) }];
    });

    expect(bounded.length).toBeGreaterThan(4);
    for (const { name, least, most } of bounded) {
      for (const value of [least, most])
        expect(() => readConfig({ [name]: String(value) }), name).not.toThrow();
      for (const value of [least - 1, most + 1])
        expect(() => readConfig({ [name]: String(value) }), name).toThrow(name);
    }
  });
});

describe('Commands', () => {
  it('are all on their page', () => {
    const page = PAGES['docs/commands.md'] ?? '';

    expect(commands().length).toBeGreaterThan(8);
    expect(commands().filter((name) => !page.includes(`\`onrecord ${name}`))).toEqual([]);
  });

  it('that a page names exist', () => {
    const known = new Set(commands().flatMap((name) => [name, name.split(' ')[0]]));
    const named = found(/(?:`|npx )onrecord ((?:tokens )?[a-z][a-z-]*)/g);

    expect(named.length).toBeGreaterThan(8);
    expect(named.filter(([name]) => !known.has(name))).toEqual([]);
  });
});

describe('Scripts', () => {
  it('that a page names exist', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const known = new Set(Object.keys(scripts));
    const named = [
      ...found(/npm run (?:-s |--silent )?([\w:-]+)/g),
      ...found(/npm (test|start)\b/g),
    ];

    expect(named.length).toBeGreaterThan(3);
    expect(named.filter(([name]) => !known.has(name))).toEqual([]);
  });
});

describe('Codes', () => {
  const page = PAGES['docs/api.md'] ?? '';

  it('of problems and of the gate are on the page of conventions as the code has them', () => {
    expect(fillTables(page)).toBe(page);
  });

  it('of what is wrong in a request are all on it, wherever they are given', () => {
    const sources = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !path.startsWith('generated'))
      .map((path) => read(`src/${path}`))
      .join('\n');
    const given = [
      // Beside the place of what is wrong, as parameters of a schema, or by a condition.
      /(?:pointer|parameter)(?:[^{}]|\$\{[^}]*\})*?\bcode: '([a-z-]+)'/g,
      /params: \{ code: '([a-z-]+)'/g,
      /\bcode: \w+ \? '([a-z-]+)' : '([a-z-]+)'/g,
    ].flatMap((pattern) => [...sources.matchAll(pattern)].flatMap(([, ...codes]) => codes));

    expect(new Set(given).size).toBeGreaterThan(15);
    expect(given.filter((code) => !page.includes(`\`${code}\``))).toEqual([]);
  });
});

describe('Routes', () => {
  it('that a page names are in the contract', () => {
    const { paths } = parse(read('openapi.yaml')) as { paths: object };
    const patterns = Object.keys(paths).map(
      (path) => new RegExp(`^${path.replace(/\./g, '\\.').replace(/\{\w+\}/g, '[^/]+')}$`),
    );
    const named = found(
      /(?:\$B|http:\/\/127\.0\.0\.1:3000|(?:GET|POST|PATCH|DELETE) )(\/[\w./{}$-]*)/g,
    );

    expect(named.length).toBeGreaterThan(5);
    expect(named.filter(([path]) => !patterns.some((pattern) => pattern.test(path)))).toEqual([]);
  });
});

describe('Links', () => {
  it('of the pages lead to files that exist', () => {
    const broken = found(/\]\((?!https?:|#)([^)#\s]+)(?:#[^)]*)?\)/g).filter(
      ([path, page]) => !existsSync(join(ROOT, dirname(page), path)),
    );

    expect(broken).toEqual([]);
  });
});

describe('Libraries', () => {
  it('have a reason each, and no other has one', () => {
    const { dependencies } = JSON.parse(read('package.json')) as { dependencies: object };
    const rows = [
      ...(PAGES['docs/decisions/0008-libraries.md'] ?? '').matchAll(/^\| ([^|]+) \|/gm),
    ];
    const named = rows
      .flatMap(([, cell = '']) => cell.split(', '))
      .filter((name) => name !== 'library' && !/^-+$/.test(name));

    expect(named.sort()).toEqual(Object.keys(dependencies).sort());
    expect(PAGES['docs/decisions/0008-libraries.md']).toContain(`There are ${named.length}, `);
  });
});
