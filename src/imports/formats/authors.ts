/** Who wrote a story, out of the lines in which formats say it. */
import { clip, type ImportItem } from '../item.ts';
import { cleanText, NAME_MAX } from './clean-text.ts';

export interface Author {
  name: string;
  role: string | null;
}

/** Each author once, by name: feeds give `jane@example.org (Jane Doe)` and `Jane Doe` for one. */
export function readAuthors(
  authors: readonly (string | Author)[],
  lost: Set<string>,
): ImportItem['bylines'] {
  const found = new Map<string, Author>();
  for (const given of authors) {
    const { name: line, role } = typeof given === 'string' ? { name: given, role: null } : given;
    const author = inLine(line);
    if (author === '') continue;
    const name = nameOf(author);
    const key = name.toLowerCase();
    if (name === '') lost.add('An author who is named by an e-mail address alone is left out.');
    else if (found.get(key)?.role == null)
      found.set(key, { name: clip(name, NAME_MAX), role: role && clip(inLine(role), NAME_MAX) });
  }
  return [...found.values()].slice(0, 50);
}

const inLine = (value: string): string => cleanText(value).replace(/\s+/g, ' ').trim();

const EMAIL = /(?<![^\s()<>@])[^\s()<>@]+@[^\s()<>@]+/;

function nameOf(author: string): string {
  if (!EMAIL.test(author)) return author;
  return author
    .replace(EMAIL, '')
    .replace(/mailto:/i, '')
    .replace(/[()<>"]/g, '')
    .trim();
}

/** What somebody does at a paper: “Chief Reporter”, “Editor of the Ledger”, “in Berlin”. */
const OFFICE =
  /(?:^|[\s-])(?:reporter(?:in)?|editor|correspondent|writer|columnist|photographer|journalist|producer|contributor|critic|redakteur(?:in)?|korrespondent(?:in)?|rédact(?:eur|rice)|journaliste|redactora?|staff)$|^(?:head|editor|chief) (?:in|of|at) /i;
const BY = /^(?:by|von|par|por|di|door|av|af)[:\s]+(?=\p{Lu})/iu;
const AND = /,?(?<!\s)\s+(?:and|und|et|y|en|och|og|&)\s+/u;

/** A line such as `By Ada Renn, Chief Reporter, Bo Lind and Cy Dahl` as names with their offices. */
export function splitByline(line: string): Author[] {
  const names = line.trim().replace(BY, '');
  const groups = names.split(AND);
  const last = groups.length - 1;
  const parts = groups.flatMap((group, index) => {
    const pieces = group.split(/,\s+/);
    // Behind the last name there may stand what is no name: a place, an agency.
    return index < last || pieces.slice(1).every((piece) => OFFICE.test(piece)) ? pieces : group;
  });
  const authors: Author[] = [];
  for (const part of parts) {
    const author = authors.at(-1);
    if (author !== undefined && OFFICE.test(part))
      author.role = author.role === null ? part : `${author.role} and ${part}`;
    else authors.push({ name: part, role: null });
  }
  const areNames = authors.every(({ name }) => /^[\p{L}.’'-]+(?:\s[\p{L}.’'-]+){1,3}$/u.test(name));
  return parts.length > 1 && areNames ? authors : [{ name: names, role: null }];
}
