/** Characters that no XML document may hold, in whatever spelling. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  // As themselves these would be read as a line feed or, in attributes, as a space.
  '\r': '&#13;',
};

/** Text for an element alone, where quotation marks stand for themselves. */
export function escapeInElement(text: string): string {
  return text.replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign);
}

/** Text for an element or an attribute, in XML, SVG and HTML alike. */
export function escapeXml(text: string): string {
  return text.replace(FORBIDDEN, '').replace(/[&<>"'\r]/g, (sign) => ENTITIES[sign] ?? sign);
}
