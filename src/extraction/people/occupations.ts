/** What people do for a living, told by a relative clause in the place of an office. */
import type { Token } from '../reading/tokens.ts';

const OCCUPIED =
  /^(?:runs|leads|heads|covers|chairs|teaches|grows|sells|owns|manages|represents|directs|studies|coaches|farms|trades|drives|edits|advises|brings|works|oversees|sold|grown|taught|driven|led|run|owned|managed|farmed|coached|edited)$/;

const CLAUSE_END = /^(?:[,.;:!?()—–]|--)$/;

/** ", who runs the soup kitchen", ", who has sold onions": token range from the verb on, or null. */
export function relativeRole(
  tokens: readonly Token[],
  comma: number,
): { from: number; to: number } | null {
  if (tokens[comma]?.text !== ',' || tokens[comma + 1]?.lower !== 'who') return null;
  const from = tokens[comma + 2]?.lower === 'has' ? comma + 3 : comma + 2;
  if (!OCCUPIED.test(tokens[from]?.lower ?? '')) return null;
  let to = from;
  while (to < from + 14 && tokens[to] && !CLAUSE_END.test(tokens[to]?.text ?? '')) to += 1;
  return { from, to };
}

/** True for a role that is told by a verb: "covers West Africa". */
export function isOccupation(role: string): boolean {
  return OCCUPIED.test(role.split(' ')[0] ?? '');
}

/** Verbs whose agent stands before "of": "leads a fire crew" is "leader of a fire crew". */
const AGENTS: Readonly<Record<string, string>> = {
  leads: 'leader',
  led: 'leader',
  heads: 'head',
  chairs: 'chair',
  owns: 'owner',
  owned: 'owner',
  manages: 'manager',
  managed: 'manager',
  directs: 'director',
  edits: 'editor',
  edited: 'editor',
  coaches: 'coach',
  coached: 'coach',
};

/** Verbs whose agent stands behind the object: "grows lemons" is "lemon grower". */
const TRADES: Readonly<Record<string, string>> = {
  grows: 'grower',
  grown: 'grower',
  sells: 'seller',
  sold: 'seller',
  drives: 'driver',
  driven: 'driver',
  trades: 'trader',
  teaches: 'teacher',
  taught: 'teacher',
};

const OBJECT =
  /^(?:(?:a|an|the|his|her|their)\s+)?(\p{Ll}[\p{L}-]*(?:\s+(?!(?:at|on|in|for|from|to|there|here|up|with|since|near|by)\b)\p{Ll}[\p{L}-]*)?)(?=\s|$)/u;
const EMPLOYER = /\s+at\s+\p{Lu}.*$/u;

/** An occupation as a noun where that is plain: "leads a crew" → "leader of a crew". */
export function asNoun(role: string): string {
  const [, verb, rest] = /^(\S+)\s+(.+)$/su.exec(role) ?? [];
  const agent = AGENTS[verb ?? ''];
  if (agent && rest && !/^(?:to|up|by)\b/.test(rest)) return `${agent} of ${rest}`;
  const trade = TRADES[verb ?? ''];
  const [whole, object] = (trade && rest && OBJECT.exec(rest)) || [];
  if (!trade || !rest || !object) return role;
  const plural = whole === object && trade !== 'teacher' && /[^su]s$/.test(object);
  return `${plural ? object.slice(0, -1) : object} ${trade}${EMPLOYER.exec(rest)?.[0] ?? ''}`;
}
