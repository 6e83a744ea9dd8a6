/** The words and forms in which English dates are written. */

const MONTH =
  '(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?|July?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)';
const WEEKDAY = '(?:Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday)';
const DAY = '(?:3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?';
const YEAR = '(?:19|20)\\d\\d';

/** One date, its parts in named groups. */
export const PATTERN = new RegExp(
  `\\b(?<prep>(?:[Ss]ince|[Uu]ntil|[Tt]ill|[Bb]y|[Bb]efore|[Aa]fter|[Ff]rom|[Aa]s of)\\s+(?:the\\s+)?(?:end of\\s+)?)?(?:` +
    [
      `(?<iso>${YEAR}-\\d\\d-\\d\\d)`,
      `(?<count>[Aa]|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|\\d{1,2})\\s+(?<unit10>day|week|month|year)s?\\s+(?:earlier\\b|before\\b(?!\\s+(?:the|he|she|it|they|his|her|its|a)\\b))`,
      `[Tt]he\\s+(?<unit11>day|week|month|year)\\s+before(?=[\\s]*[,.;:)’”"]|\\s+(?:that|by|at|and|to|from))`,
      `(?<same>[Tt]hat\\s+(?:day|morning|afternoon|evening|night)|[Tt]he same day)\\b`,
      `(?:[Tt]he\\s+)?week\\s+(?:to|ending|ended|until)(?:\\s+on)?\\s+(?<weekTo>${WEEKDAY})`,
      `(?<monthStart>(?:the\\s+)?(?:first|start|beginning)\\s+of\\s+(?:the|this)\\s+month)\\b`,
      `[Tt]he\\s+end\\s+of\\s+(?:the|this)\\s+(?<unit12>year|month)\\b`,
      `(?<y12>${YEAR})[–/-](?<y13>\\d\\d(?:\\d\\d)?)(?![\\d–-])`,
      `(?<d1>${DAY})(?:\\s+of)?\\s+(?<m1>${MONTH})(?:,?\\s+(?<y1>${YEAR}))?`,
      `(?<m2>${MONTH})\\s+(?<d2>${DAY})(?![\\d:%]|,\\d)(?:,?\\s+(?<y2>${YEAR}))?`,
      `(?<part>[Ee]arly|[Mm]id|[Ll]ate|[Tt]he end of|[Tt]he start of|[Tt]he beginning of)[\\s-]+(?<m3>${MONTH})(?:,?\\s+(?<y3>${YEAR}))?`,
      `(?:(?<rel4>[Ll]ast|[Tt]his|[Nn]ext)\\s+)?\\b(?<m4>${MONTH})(?=[\\s,.;:)’']|$)(?:,?\\s+(?:of\\s+)?(?<y4>${YEAR}|last year|this year))?`,
      `[Tt]he\\s+(?<part5>first|second|third|fourth)\\s+(?<unit5>half|quarter)\\s+of\\s+(?<y5>${YEAR}|this year|last year)`,
      `(?<near>[Yy]esterday|[Tt]oday|[Tt]onight|[Oo]vernight|[Tt]omorrow|[Ee]arlier today|[Tt]his (?:morning|afternoon|evening))`,
      `(?:(?<rel6>[Ll]ast|[Nn]ext|[Tt]his|[Tt]he past|[Tt]he previous|[Tt]he same)\\s+(?<unit6>weekend|week|month|year|quarter)\\b|[Tt]he\\s+(?<unit7>weekend))`,
      `(?:(?:[Ee]arly|[Ll]ate)\\s+(?:on\\s+)?)?(?:(?<rel8>[Ll]ast|[Nn]ext|[Tt]his)\\s+)?(?<wd>${WEEKDAY})(?:\\s+(?:morning|afternoon|evening|night))?`,
      `(?<y9>${YEAR})(?![-–]?\\w|,\\d|\\.\\d)`,
    ].join('|') +
    `)`,
  'gu',
);

/** Named groups of a match of `PATTERN`. */
export type Groups = Record<string, string | undefined>;

/** True where "may" or "march" is a verb, or a year is a plain number. */
export function isNoDate(text: string, match: RegExpMatchArray, groups: Groups): boolean {
  const start = match.index ?? 0;
  const before = text.slice(Math.max(0, start - 12), start);
  if (groups.m4 && !groups.y4 && /^(?:May|March|Mar|Jan|Dec)$/.test(groups.m4)) {
    return (
      !/\b(?:in|of|on|since|until|by|last|this|next|from|during|through|late|early|mid|and|to|end)[\s-]+$/i.test(
        before,
      ) &&
      !groups.prep &&
      !groups.rel4
    );
  }
  if (groups.y9) {
    const after = text.slice(start + match[0].length, start + match[0].length + 14);
    return (
      !groups.prep &&
      (!/(?:\b(?:in|of|during|year|and|to|for|between|through|spring|summer|autumn|fall|winter|quarter|early|mid|late|than|the|,)\s*|[(/–-])$/i.test(
        before,
      ) ||
        /^\s(?:people|troops|soldiers|of the|men|women|homes|houses|dollars|euros|deaths)/.test(
          after,
        ))
    );
  }
  return false;
}
