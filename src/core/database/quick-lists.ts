/** Which lists are read from an index in their order, and so are soon read. */

/**
 * By table and order: the columns that begin an index which goes on in that order, as
 * prisma/schema.prisma has them. Rows with one value there are read in order, as all rows are.
 */
const LEADS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  Article: { updatedAt: ['state'] },
  PublishedArticle: { publishedAt: ['section', 'language'], updatedAt: [], firstPublishedAt: [] },
  PublishedTurn: { publishedAt: ['speakerId'], position: ['articleId'] },
  PublishedQuote: {
    publishedAt: ['speakerId', 'organisation', 'section'],
    position: ['articleId'],
  },
  PublishedClaim: {
    publishedAt: ['figureId', 'sourceId', 'place'],
    asOfFrom: ['figureId'],
    position: ['articleId'],
  },
  PublishedSource: { id: [] },
  PublishedFigure: { id: [] },
  Change: { seq: [] },
};

/**
 * Whether the rows of a list stand one after another in an index. Else the database has to look
 * at rows that don't belong to it, all of them where none does.
 *
 * @param where a condition as lists have it
 * @param order the column that the list is ordered by first
 */
export function isQuick(table: string, where: object, order: string): boolean {
  const leads = LEADS[table]?.[order];
  const others = conditionsIn(where).filter(([name, wanted]) => !isOfOrder(name, wanted, order));
  if (leads === undefined || others.length === 0) return leads !== undefined;
  const [lead, ...rest] = others.sort(([, one], [, other]) => rank(one) - rank(other));
  if (lead === undefined || !leads.includes(lead[0]) || isTest(lead[1])) return false;
  // A figure’s claims by date: those that end before a day are soon passed.
  return rest.every(([name]) => order === 'asOfFrom' && name === 'asOfTo');
}

type Part = [name: string, wanted: unknown];

/** The conditions that must all be fulfilled. */
function conditionsIn(where: object): Part[] {
  return Object.entries(where).flatMap(([name, wanted]): Part[] => {
    if (wanted === undefined) return [];
    if (name !== 'AND') return [[name, wanted]];
    return (Array.isArray(wanted) ? wanted : [wanted]).flatMap(conditionsIn);
  });
}

/** Whether a condition only says where in the order a list begins and ends. */
function isOfOrder(name: string, wanted: unknown, order: string): boolean {
  if (name !== 'OR') return name === order;
  const names = (wanted as object[]).flatMap((one) => Object.keys(one));
  return names.every((one) => one === order || one === 'id');
}

/** Whether it is a comparison, not a value. */
function isTest(wanted: unknown): boolean {
  return typeof wanted === 'object' && !(wanted instanceof Date);
}

/** Values come before comparisons. */
function rank(wanted: unknown): number {
  return isTest(wanted) ? 1 : 0;
}
