/** What a file of Markdown says of itself above its text: YAML between ---, TOML between +++. */
import { parse as parseYaml } from 'yaml';
import { isObject, type Json } from './json.ts';

const YAML = /^---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;
const TOML = /^\+\+\+[ \t]*\r?\n([\s\S]*?)\r?\n\+\+\+[ \t]*(?:\r?\n|$)/;

interface FrontMatter {
  fields: Json;
  /** The text below it. */
  rest: string;
  lost: string[];
}

export function readFrontMatter(source: string): FrontMatter {
  const yaml = YAML.exec(source);
  const toml = yaml === null ? TOML.exec(source) : null;
  const rest = source.slice((yaml ?? toml)?.[0].length ?? 0);
  const read = yaml === null ? tomlFields : yamlFields;
  const head = (yaml ?? toml)?.[1];
  if (head === undefined) return { fields: {}, rest, lost: [] };
  const fields = read(head);
  if (fields !== null) return { fields, rest, lost: [] };
  const mark = source.slice(0, 3);
  return {
    fields: {},
    rest,
    lost: [`The lines between ${mark} at its beginning could not be read.`],
  };
}

function yamlFields(source: string): Json | null {
  try {
    // Aliases are what lets a few lines of YAML grow without bound.
    const fields: unknown = parseYaml(source, { maxAliasCount: 0 });
    return isObject(fields) ? fields : null;
  } catch {
    return null;
  }
}

/** Strings on one line, dates and lists of strings (TOML 1.0), those of a table within it. */
function tomlFields(source: string): Json | null {
  const fields: Json = {};
  let table = fields;
  const end = source.lastIndexOf(']');
  const lists = source
    .slice(0, end + 1)
    .replace(/= *\[[^\]]*\]/g, (list) => list.replace(/(?<!\s)\s*\r?\n\s*/g, ' '));
  for (const line of `${lists}${source.slice(end + 1)}`.split(/\r?\n/)) {
    if (/^\s*(?:#|$)/.test(line)) continue;
    const [, name] = /^\s*\[{1,2}\s*([\w.-]+)\s*\]{1,2}\s*(?:#.*)?$/.exec(line) ?? [];
    if (name !== undefined) {
      table = {};
      if (name !== '__proto__') fields[name] = table;
      continue;
    }
    const [, key, value] = /^["']?([\w-]+)["']?\s*=\s*(.*)$/.exec(line.trim()) ?? [];
    if (key === undefined || value === undefined || key === '__proto__') return null;
    if (/^(?:"""|''')/.test(value)) return null;
    table[key] = readValue(value);
  }
  return fields;
}

function readValue(written: string): unknown {
  if (written.startsWith('[')) return stringsOf(written);
  if (/^["']/.test(written)) return stringsOf(written)[0];
  const words = written.replace(/(?<!\s)\s*#.*$/, '');
  return words === 'true' || words === 'false' ? words === 'true' : words;
}

/** A string without its end takes all behind it along. */
const STRINGS = /"((?:[^"\\]|\\.)*)"|'([^']*)'|["'][\s\S]*/g;
const ESCAPE = /\\(?:u([\da-fA-F]{4})|U(000[\da-fA-F]{5}|0010[\da-fA-F]{4})|(.))/g;
const CONTROLS = new Map(Object.entries({ b: '\b', t: '\t', n: '\n', f: '\f', r: '\r' }));

const stringsOf = (value: string): string[] =>
  Array.from(value.matchAll(STRINGS), ([, escaped, literal = '']) =>
    escaped === undefined ? literal : unescaped(escaped),
  );

const unescaped = (words: string): string =>
  words.replace(ESCAPE, (_all, short?: string, long?: string, sign = '') => {
    const code = short ?? long;
    return code === undefined
      ? (CONTROLS.get(sign) ?? sign)
      : String.fromCodePoint(Number.parseInt(code, 16));
  });
