/** Names that the text or the world knows as places: countries, datelines, and what "in" precedes. */
import { type Document, textBetween } from '../reading/document.ts';
import type { Phrase } from '../reading/phrases.ts';
import type { Token } from '../reading/tokens.ts';

const COUNTRIES: ReadonlySet<string> = new Set(
  'afghanistan,albania,algeria,andorra,angola,argentina,armenia,australia,austria,azerbaijan,bahamas,bahrain,bangladesh,barbados,belarus,belgium,belize,benin,bhutan,bolivia,bosnia,botswana,brazil,brunei,bulgaria,burkina faso,burundi,cambodia,cameroon,canada,cape verde,central african republic,chad,chile,china,colombia,comoros,congo,costa rica,croatia,cuba,cyprus,czechia,denmark,djibouti,dominica,dominican republic,east timor,ecuador,egypt,el salvador,england,equatorial guinea,eritrea,estonia,eswatini,ethiopia,fiji,finland,france,gabon,gambia,georgia,germany,ghana,greece,grenada,guatemala,guinea,guinea-bissau,guyana,haiti,honduras,hungary,iceland,india,indonesia,iran,iraq,ireland,israel,italy,ivory coast,jamaica,japan,jordan,kazakhstan,kenya,kiribati,kosovo,kuwait,kyrgyzstan,laos,latvia,lebanon,lesotho,liberia,libya,liechtenstein,lithuania,luxembourg,madagascar,malawi,malaysia,maldives,mali,malta,mauritania,mauritius,mexico,micronesia,moldova,monaco,mongolia,montenegro,morocco,mozambique,myanmar,namibia,nauru,nepal,netherlands,new zealand,nicaragua,niger,nigeria,north korea,north macedonia,northern ireland,norway,oman,pakistan,palau,palestine,panama,papua new guinea,paraguay,peru,philippines,poland,portugal,qatar,romania,russia,rwanda,samoa,saudi arabia,scotland,senegal,serbia,seychelles,sierra leone,singapore,slovakia,slovenia,solomon islands,somalia,south africa,south korea,south sudan,spain,sri lanka,sudan,suriname,sweden,switzerland,syria,taiwan,tajikistan,tanzania,thailand,togo,tonga,tunisia,turkey,turkmenistan,tuvalu,uganda,ukraine,united arab emirates,united kingdom,united states,uruguay,uzbekistan,vanuatu,venezuela,vietnam,wales,yemen,zambia,zimbabwe,britain,america'.split(
    ',',
  ),
);

const FIRST_WORDS: ReadonlySet<string> = new Set(
  [...COUNTRIES].map((name) => name.split(' ')[0] ?? name),
);

export function isCountry(name: string): boolean {
  return COUNTRIES.has(name.toLowerCase().replace(/^the /, ''));
}

/** Places in the order in which the text names them. */
export interface Gazetteer {
  names: { name: string; at: number }[];
  known: ReadonlySet<string>;
  /** The town of the first dateline, or null. */
  dateline: string | null;
  /** How often each capitalised word stands in the text, in lower case. */
  counts: ReadonlyMap<string, number>;
}

/** "LUSAKA, March 14 —", "OSTRAVA, Feb 21 (Wire) --": the town in capitals that opens a story. */
function datelineAt(tokens: readonly Token[], from: number): Phrase | null {
  let to = from;
  while (to < from + 4 && /^\p{Lu}[\p{Lu}'’-]{2,}$/u.test(tokens[to]?.text ?? '')) to += 1;
  if (to === from) return null;
  for (let at = to; at < to + 14; at += 1) {
    const token = tokens[at];
    if (!token || token.paragraph !== tokens[from]?.paragraph) return null;
    if (/^(?:—|–|-|--)$/.test(token.text)) return { from, to };
    if (/^[.?!“"]$/.test(token.text)) return null;
  }
  return null;
}

function countNames(tokens: readonly Token[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const token of tokens)
    if (/^\p{Lu}/u.test(token.text)) counts.set(token.lower, (counts.get(token.lower) ?? 0) + 1);
  return counts;
}

/** Collects the places of a text; `places` are those that stand after a preposition. */
export function readGazetteer(document: Document, places: readonly Phrase[]): Gazetteer {
  const { tokens } = document;
  const names: Gazetteer['names'] = [];
  let town: string | null = null;
  for (const sentence of document.sentences) {
    const dateline = datelineAt(tokens, sentence.from);
    if (!dateline) continue;
    const name = textBetween(document, dateline.from, dateline.to)
      .toLowerCase()
      .replace(/(^|[\s'’-])\p{Ll}/gu, (letter) => letter.toUpperCase());
    town ??= name;
    names.push({ name, at: dateline.from });
  }
  for (const place of places)
    names.push({ name: textBetween(document, place.from, place.to), at: place.from });
  tokens.forEach((token, at) => {
    if (!FIRST_WORDS.has(token.lower) || token.text === token.lower) return;
    const pair = `${token.text} ${tokens[at + 1]?.text ?? ''}`;
    if (isCountry(pair)) names.push({ name: pair, at });
    else if (isCountry(token.text)) names.push({ name: token.text, at });
  });
  names.sort((a, b) => a.at - b.at);
  const known = new Set(names.map(({ name }) => name.toLowerCase()));
  return { names, known, dateline: town, counts: countNames(tokens) };
}

/** The place that "the country", "the valley", "the city" at token `at` stands for; null if none. */
export function describedPlace(gazetteer: Gazetteer, noun: string, at: number): string | null {
  const earlier = gazetteer.names.filter((place) => place.at < at);
  if (/^(?:country|nation)$/.test(noun))
    return mostNamed(
      gazetteer,
      earlier.filter(({ name }) => isCountry(name)),
    );
  const same = earlier.findLast(({ name }) => name.toLowerCase().split(' ').includes(noun));
  if (same) return same.name;
  if (!/^(?:city|town|island|village|capital)$/.test(noun)) return null;
  const { dateline } = gazetteer;
  if (dateline && noun !== 'island') return dateline;
  return mostNamed(
    gazetteer,
    earlier.filter(({ name }) => !isCountry(name) && name !== dateline),
  );
}

/** The name whose rarest word stands most often in the text, the first on ties. */
function mostNamed({ counts }: Gazetteer, names: Gazetteer['names']): string | null {
  let best: string | null = null;
  let most = 0;
  for (const { name } of names) {
    const often = Math.min(
      ...name
        .toLowerCase()
        .split(' ')
        .map((word) => counts.get(word) ?? 0),
    );
    if (often <= most) continue;
    best = name;
    most = often;
  }
  return best;
}
