/**
 * Words with offsets and parts of speech. The tokeniser is ours, because wink-nlp gives no
 * offsets; its tags (Universal Dependencies part of speech) are laid over our tokens by place.
 */
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import type { Paragraph } from './layout.ts';

export interface Token {
  /** UTF-16 indices into the text. */
  start: number;
  end: number;
  text: string;
  lower: string;
  pos: string;
  /** Index of the paragraph. */
  paragraph: number;
  /** Index of the quotation that the token stands in, or -1. */
  quote: number;
}

const ABBREVIATIONS =
  'Mr|Mrs|Ms|Dr|Prof|Sen|Sens|Rep|Reps|Gov|Govs|Gen|Maj|Col|Lt|Sgt|Capt|Cmdr|Adm|Brig|Cpl|Pvt|Rev|Hon|St|Jr|Sr|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|No|Nos|Inc|Corp|Co|Ltd|vs|etc|Ave|Blvd|Dept|Est|Fla|Calif|Pa|Ill|Mass|Mich|Minn|Wis|Tenn|Ariz|Colo|Conn|Del|Ga|Ky|Md|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Tex|Va|Vt|Wash|Wyo|Ala|Ark|Ind|Kan|La|approx|ca|Supt|Det|Insp|Amb|Atty|Messrs|Mt|Ft|Pres|Sec|Assn|Bros';
const WORD = new RegExp(
  [
    `(?:${ABBREVIATIONS})\\.(?=[\\s,)]|$)`,
    // Text whose words and points were set apart: "Fla . ,", "Ann T . Lee", "( D-Fla . )".
    `(?!Nos? )(?:${ABBREVIATIONS}) \\.(?= [\\p{L}\\d,(])`,
    '(?!I )\\p{Lu} \\.(?= \\p{Lu}(?:\\p{Ll}| \\.))',
    '[A-Z]-(?:\\p{Lu}\\p{Ll}+ \\.|\\p{Lu} \\. \\p{Lu}(?: \\.)?)(?= [),])',
    '[A-Z]-(?:\\p{Lu}\\p{Ll}+\\.|(?:\\p{Lu}\\.){2})(?=[\\s,)])',
    '(?:[A-Za-z]\\.){2,}',
    '\\p{Lu}\\.(?=\\s)',
    '\\d+(?:[.,:]\\d+)*',
    '[\\p{L}\\p{N}]+ \\. (?:com|org|net|gov|edu)(?![\\p{L}\\p{N}])',
    '[\\p{L}\\p{N}]+\\.(?:com|org|net|gov|edu|co|uk|news|info|io|de|fr|eu)(?![\\p{L}\\p{N}])',
    "(?:n['’]t|['’](?:s|S|re|ve|ll|d|m))(?![\\p{L}\\p{N}])",
    "[\\p{L}\\p{N}\\p{M}]+?(?=n['’]t(?![\\p{L}\\p{N}]))",
    "[\\p{L}\\p{N}\\p{M}]+(?:[-‐‑&][\\p{L}\\p{N}]+|['’](?!(?:s|S|re|ve|ll|d|m|t)(?![\\p{L}\\p{N}]))[\\p{L}]+)*",
    "''|``|\\.{2,}|--+",
    '[^\\s]',
  ].join('|'),
  'gu',
);

/** Abbreviated titles and initials, after which a capitalised word is a name whatever the tagger says. */
const TITLE =
  /^(?:Mr|Mrs|Ms|Dr|Prof|Sens?|Reps?|Govs?|Gen|Col|Lt|Sgt|Capt|Rev|Adm)\.$|^\p{Lu} ?\.$/u;

let nlp: ReturnType<typeof winkNLP> | undefined;

/** Loading the language model takes some 70 ms, so it waits for the first English text. */
function tagger(): ReturnType<typeof winkNLP> {
  nlp ??= winkNLP(model, ['pos']);
  return nlp;
}

/** Start offsets and tags of wink's tokens in one paragraph, in order. */
function tagParagraph(body: string): { starts: number[]; tags: string[] } {
  const engine = tagger();
  // A typographic apostrophe keeps wink from seeing contractions; lengths stay the same.
  const plain = body
    .replace(/[’‘]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[\u00a0\u202f]/g, ' ')
    // The tagger's own patterns are slow on long runs of signs and on endless words.
    .replace(/[^\p{L}\p{N}\s]{6,}|\S{120,}/gu, (run) => ' '.repeat(run.length));
  const document = engine.readDoc(plain);
  const values = document.tokens().out() as string[];
  const tags = document.tokens().out(engine.its.pos) as string[];
  const starts: number[] = [];
  let at = 0;
  for (const value of values) {
    const found = plain.indexOf(value, at);
    // A token that wink rewrote is not in the text: it takes the place where it should be.
    const start = found >= 0 && found - at < 40 ? found : at;
    starts.push(start);
    at = found === start ? start + value.length : start;
  }
  return { starts, tags };
}

/** Longest stretch that is handed to the tagger at once, so that a text of one line stays linear. */
const PARAGRAPH_MAX = 20_000;

/** Tokens of all paragraphs in order; `quote` is -1 until quotations are known. */
export function listTokens(text: string, paragraphs: readonly Paragraph[], tag = true): Token[] {
  const tokens: Token[] = [];
  paragraphs.forEach((paragraph, index) => {
    for (let from = paragraph.start; from < paragraph.end; ) {
      const to = pieceEnd(text, from, paragraph.end);
      pushTokens(tokens, text, from, to, index, tag);
      from = to;
    }
  });
  return tokens;
}

/** The end of a piece of a paragraph that the tagger takes at once: between words, if it can be. */
function pieceEnd(text: string, from: number, end: number): number {
  const most = Math.min(end, from + PARAGRAPH_MAX);
  let to = most;
  while (to < end && to > from + 1 && /\S/.test(text[to] ?? '')) to -= 1;
  return to <= from + 1 ? most : to;
}

function pushTokens(
  tokens: Token[],
  text: string,
  from: number,
  to: number,
  paragraph: number,
  tag: boolean,
): void {
  const body = text.slice(from, to);
  const { starts, tags } = tag ? tagParagraph(body) : { starts: [], tags: [] };
  let cursor = 0;
  for (const match of body.matchAll(WORD)) {
    const word = match[0];
    while (cursor + 1 < starts.length && (starts[cursor + 1] ?? 0) <= match.index) cursor += 1;
    const last = tokens[tokens.length - 1];
    // "Will" and "May" before a capitalised word are names.
    if (
      last?.pos === 'AUX' &&
      /^\p{Lu}\p{Ll}/u.test(last.text) &&
      /^\p{Lu}\p{Ll}/u.test(word) &&
      /^(?:Will|May|Can|Wo)$/.test(last.text)
    )
      last.pos = 'PROPN';
    const pos =
      word === '-' && OLD.test(body.slice(match.index + 1, match.index + 12))
        ? 'ADJ'
        : correctTag(word, tags[cursor] ?? 'X');
    const named = pos === 'VERB' && last?.pos === 'PROPN' && TITLE.test(last.text);
    tokens.push({
      start: from + match.index,
      end: from + match.index + word.length,
      text: word,
      lower: word.includes('’') ? word.toLowerCase().replaceAll('’', "'") : word.toLowerCase(),
      pos: named && /^\p{Lu}/u.test(word) ? 'PROPN' : pos,
      paragraph,
      quote: -1,
    });
  }
}

/** Behind the hyphen of "46-year-old" and "50-state poll", which is no dash: a part of the noun phrase. */
const OLD =
  /^\s?(?:(?:year|month|week|day)s?-old|(?:state|page|point|member|person|year|month|week|day|hour|minute|seat|vote)\b)/;

/** "deserved", "uttered": rare past forms that the tagger takes for nouns. */
const PAST_FORM = /^\p{Ll}{2,}[^e\P{L}]ed$/u;
const ED_NOUN = /^(?:hatred|bloodshed|watershed|kindred|hundred|moped|biped|newlywed)$/;

/** Tags that the tagger is known to get wrong, by form alone. */
function correctTag(word: string, tag: string): string {
  if (word.length < 4 && /^\p{Lu} ?\.$/u.test(word)) return 'PROPN';
  if (word === 'polling' || word === 'Polling') return 'NOUN';
  if (/^[A-Za-z]/.test(word) && !/^(?:PUNCT|X|SPACE)$/.test(tag)) return tag;
  if (/^[^\p{L}\p{N}]+$/u.test(word) && !/^[$€£%]/.test(word)) return 'PUNCT';
  if (/^\d/.test(word)) return 'NUM';
  if (tag === 'NOUN' && PAST_FORM.test(word) && !ED_NOUN.test(word)) return 'VERB';
  if (tag === 'PUNCT' || tag === 'X' || tag === 'SPACE')
    return /^\p{Lu}/u.test(word) ? 'PROPN' : 'NOUN';
  return tag;
}
