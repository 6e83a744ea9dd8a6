/** Statements through Prisma's driver adapter for PostgreSQL. */
import { type ArgType, ColumnTypeEnum, type SqlQueryable } from '@prisma/driver-adapter-utils';
import { Prisma } from '../../generated/sqlite/client.ts';
import { type Connection, quoteName, type Statement, type Values } from './connection.ts';

const SCALAR: ArgType = { scalarType: 'string', arity: 'scalar' };
const LIST: ArgType = { scalarType: 'string', arity: 'list' };

export function createPostgresqlConnection(driver: SqlQueryable): Connection {
  function run({ text, values }: Statement) {
    const args = values.map(bind);
    const argTypes = args.map((arg) => (Array.isArray(arg) ? LIST : SCALAR));
    return driver.queryRaw({ sql: text, args, argTypes });
  }
  async function query(statement: Statement): Promise<Record<string, unknown>[]> {
    const { columnNames, columnTypes, rows } = await run(statement);
    return rows.map((row) =>
      Object.fromEntries(
        columnNames.map((name, index) => [name, read(row[index], columnTypes[index])]),
      ),
    );
  }
  return {
    engine: 'postgresql',
    query,
    column: async (statement) => (await run(statement)).rows.map(([cell]) => cell),
    // It is waited for anyway.
    queryAside: query,
    async insert(table, rows, behind) {
      const [first] = rows;
      if (first === undefined) return;
      const name = Prisma.raw(quoteName(table));
      const columns = Prisma.raw(Object.keys(first).map(quoteName).join(', '));
      await query(Prisma.sql`
        INSERT INTO ${name} (${columns})
        SELECT ${columns} FROM json_populate_recordset(NULL::${name}, ${writeRows(rows)}::json)
        ${Prisma.raw(behind)}`);
    },
    // PostgreSQL sends bytes as text in hexadecimal, twice as long.
    bytesOf: quoteName,
    parameter: (number) => `$${number}`,
    isOneOf(column, values) {
      const name = Prisma.raw(quoteName(column));
      if (values.length === 1) return Prisma.sql`${name} = ${values[0]}`;
      const type = Prisma.raw(typeof values[0] === 'number' ? 'bigint[]' : 'text[]');
      return Prisma.sql`${name} = ANY(${values as unknown as string[]}::${type})`;
    },
    listOf: (values) => values,
  };
}

/** As JSON, in which bytes are text as PostgreSQL reads them. */
function writeRows(rows: readonly Values[]): string {
  return JSON.stringify(rows, function (this: Values, name, value: unknown) {
    const given = this[name];
    return given instanceof Uint8Array ? `\\x${Buffer.from(given).toString('hex')}` : value;
  });
}

/** The columns have no zone: all times are in UTC. */
function bind(value: unknown): unknown {
  return value instanceof Date ? value.toISOString() : value;
}

function read(value: unknown, type: number | undefined): unknown {
  if (typeof value !== 'string') return value;
  if (type === ColumnTypeEnum.DateTime) return new Date(value);
  return type === ColumnTypeEnum.Int64 ? Number(value) : value;
}
