/** A query's tree as an expression of each database's own language. */
import type { Add } from '../core/database/list-conditions.ts';
import { FIELD_MARKS, type Field, type HitType } from './index-rows.ts';
import { positiveWords, type QueryNode, type WordsNode } from './query.ts';

/** What a row must match: a query in a field, tokens it must have, and what it must not match. */
export interface Expression {
  query: QueryNode;
  field: Field;
  /** At least one word of the query stands in a headline. */
  anyInHeadline?: boolean;
}

/**
 * The steps of the ranking, best first. What matches an earlier one is left out of the
 * later ones; inside one the newest comes first.
 *
 * @param type the only one that is looked for: some have no headline, and turns no lead
 */
export function rankingSteps(query: QueryNode, type?: HitType): Expression[] {
  const hasHeadline = type === undefined || type === 'article';
  const isPartly = hasHeadline && positiveWords(query).length > 1;
  const steps: (Expression | false)[] = [
    hasHeadline && { query, field: 'headline' },
    type !== 'turn' && { query, field: 'lead' },
    isPartly && { query, field: 'anywhere', anyInHeadline: true },
    { query, field: 'anywhere' },
  ];
  return steps.filter((step) => step !== false);
}

/** What a row must match and must not. */
export interface Condition {
  match: Expression;
  except: readonly Expression[];
  facets: readonly string[];
}

/** As FTS5's MATCH takes it. Every token is quoted and made of letters, digits, `.`, `:` and `-`. */
export function toFts5({ match, except, facets }: Condition): string {
  const wanted = [fts5Expression(match), ...facets.map(quoted)].join(' AND ');
  if (except.length === 0) return wanted;
  return `(${wanted}) NOT (${except.map(fts5Expression).join(' OR ')})`;
}

function fts5Expression({ query, field, anyInHeadline = false }: Expression): string {
  const whole = fts5Node(query, field);
  if (!anyInHeadline) return `(${whole})`;
  const some = positiveWords(query).map((words) => fts5Node(words, 'headline'));
  return `(${whole} AND (${some.join(' OR ')}))`;
}

function fts5Node(node: QueryNode, field: Field): string {
  switch (node.kind) {
    case 'words':
      return `${quoted(marked(node, field).join(' '))}${node.prefix ? ' *' : ''}`;
    case 'or':
      return `(${node.parts.map((part) => fts5Node(part, field)).join(' OR ')})`;
    case 'and': {
      const wanted = `(${node.parts.map((part) => fts5Node(part, field)).join(' AND ')})`;
      if (node.without.length === 0) return wanted;
      // What must not stand in it must not stand anywhere in it.
      const unwanted = node.without.map((part) => fts5Node(part, 'anywhere'));
      return `(${wanted} NOT (${unwanted.join(' OR ')}))`;
    }
  }
}

function quoted(token: string): string {
  return `"${token}"`;
}

function marked({ words }: WordsNode, field: Field): string[] {
  return words.map((word) => FIELD_MARKS[field] + word);
}

/** A condition on PostgreSQL's "SearchIndex", in two parts that must both be true. */
export interface PostgresqlCondition {
  /** What the GIN index knows, which takes phrases for their words. */
  lexemes: string;
  /** What only the row's tokens show; nothing where there are no phrases. */
  phrases: string[];
}

export function toPostgresql({ match, except, facets }: Condition, add: Add): PostgresqlCondition {
  const superset = [
    tsExpression(match),
    ...facets.map((facet) => `'${facet}'`),
    ...except.filter((e) => !hasPhrase(e.query)).map((e) => `!(${tsExpression(e)})`),
  ].join(' & ');
  return {
    lexemes: `"vector" @@ ${add(superset)}::tsquery`,
    phrases: [
      ...(hasPhrase(match.query) ? [sqlExpression(match, add)] : []),
      ...except.filter((e) => hasPhrase(e.query)).map((e) => `NOT ${sqlExpression(e, add)}`),
    ],
  };
}

function hasPhrase(node: QueryNode): boolean {
  if (node.kind === 'words') return node.words.length > 1;
  return [...node.parts, ...(node.kind === 'and' ? node.without : [])].some(hasPhrase);
}

/** A tsquery that matches all that the expression does, and more only where it has phrases. */
function tsExpression({ query, field, anyInHeadline = false }: Expression): string {
  const whole = tsNode(query, field);
  if (!anyInHeadline) return `(${whole})`;
  const some = positiveWords(query).map((words) => tsNode(words, 'headline'));
  return `(${whole} & (${some.join(' | ')}))`;
}

function tsNode(node: QueryNode, field: Field): string {
  switch (node.kind) {
    case 'words': {
      const words = marked(node, field);
      const lexeme = (word: string, index: number) =>
        `'${word}'${node.prefix && index === words.length - 1 ? ':*' : ''}`;
      return `(${words.map(lexeme).join(' & ')})`;
    }
    case 'or':
      return `(${node.parts.map((part) => tsNode(part, field)).join(' | ')})`;
    case 'and': {
      const exact = node.without.filter((part) => !hasPhrase(part));
      return `(${[
        ...node.parts.map((part) => tsNode(part, field)),
        ...exact.map((part) => `!${tsNode(part, 'anywhere')}`),
      ].join(' & ')})`;
    }
  }
}

function sqlExpression({ query, field, anyInHeadline = false }: Expression, add: Add): string {
  const whole = sqlNode(query, field, add);
  if (!anyInHeadline) return `(${whole})`;
  const some = positiveWords(query).map((words) => sqlNode(words, 'headline', add));
  return `(${whole} AND (${some.join(' OR ')}))`;
}

function sqlNode(node: QueryNode, field: Field, add: Add): string {
  switch (node.kind) {
    case 'words': {
      if (node.words.length === 1) return `"vector" @@ ${add(tsNode(node, field))}::tsquery`;
      const phrase = ` ${marked(node, field).join(' ')}${node.prefix ? '' : ' '}`;
      return `strpos(' ' || "tokens" || ' ', ${add(phrase)}) > 0`;
    }
    case 'or':
      return `(${node.parts.map((part) => sqlNode(part, field, add)).join(' OR ')})`;
    case 'and':
      return `(${[
        ...node.parts.map((part) => sqlNode(part, field, add)),
        ...node.without.map((part) => `NOT (${sqlNode(part, 'anywhere', add)})`),
      ].join(' AND ')})`;
  }
}
