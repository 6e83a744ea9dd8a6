/** Footnotes of WordPress’ block editor: their words are in a custom field, away from the text. */
import { type Json, list, text } from './json.ts';

/** The custom field that holds them. */
export const FOOTNOTES = 'footnotes';
/** Where they stand in the text. */
const BLOCK = /<!-- wp:footnotes(?:\s[^>]{0,2000})?\/-->/;

/** A post with its footnotes where it shows them; null where it shows none. */
export function withFootnotes(content: string, field: string): string | null {
  const notes = readNotes(field).map((note) => `<li>${text(note.content)}</li>`);
  if (notes.length === 0 || !BLOCK.test(content)) return null;
  return content.replace(BLOCK, () => `<ol>${notes.join('')}</ol>`);
}

function readNotes(field: string): Json[] {
  try {
    return list(JSON.parse(field));
  } catch {
    return [];
  }
}
