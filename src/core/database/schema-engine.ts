/**
 * Prisma's schema engine as WebAssembly, so that a server can migrate its own database
 * with no CLI and no download. The package has no loader for Node: its module is
 * instantiated by hand here.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import type { SchemaEngine } from '@prisma/schema-engine-wasm';
import { createQueue } from './queue.ts';
import type { Engine } from './types.ts';

/** Tables that Prisma does not model, those of the search index; a drift check leaves them alone. */
export function externalTables(engine: Engine): string[] {
  const shadows = ['data', 'idx', 'docsize', 'config'].map((part) => `SearchIndex_${part}`);
  const tables = ['SearchIndex', 'SearchArticle', 'SearchText', 'SearchWord'];
  return engine === 'sqlite' ? [...tables, ...shadows] : tables.map((table) => `public.${table}`);
}

type EngineModule = typeof import('@prisma/schema-engine-wasm') & {
  __wbg_set_wasm(exports: WebAssembly.Exports): void;
};

/**
 * Runs `work` with a schema engine on the adapter's database, and closes every connection
 * that the engine opened: on SQLite it keeps an exclusive lock on them.
 */
export function withSchemaEngine<T>(
  schema: string,
  adapter: SqlMigrationAwareDriverAdapterFactory,
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  return shared.oneAtATime(() => useSchemaEngine(schema, adapter, work));
}

/**
 * The package's bindings are one for the whole process, and two engines at work in them
 * corrupt each other's memory. So the queue and the loaded module belong to the process
 * too, however many copies of this file a test runner makes.
 */
interface Shared {
  oneAtATime: ReturnType<typeof createQueue>;
  loading?: Promise<EngineModule>;
}
const SHARED = Symbol.for('onrecord.schema-engine');
const registry = globalThis as typeof globalThis & { [SHARED]?: Shared };
registry[SHARED] ??= { oneAtATime: createQueue() };
const shared: Shared = registry[SHARED];

async function useSchemaEngine<T>(
  schema: string,
  adapter: SqlMigrationAwareDriverAdapterFactory,
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  shared.loading ??= load();
  const { SchemaEngine } = await shared.loading;
  const { factory, closeAll } = tracked(adapter);
  const engine = await SchemaEngine.new(
    { datamodels: [['schema.prisma', schema]] },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(factory),
  );
  try {
    return await work(engine);
  } finally {
    engine.free();
    await closeAll();
  }
}

function tracked(adapter: SqlMigrationAwareDriverAdapterFactory) {
  const opened: SqlDriverAdapter[] = [];
  const keep = async (connecting: Promise<SqlDriverAdapter>) => {
    const connection = await connecting;
    opened.push(connection);
    return connection;
  };
  const factory: SqlMigrationAwareDriverAdapterFactory = {
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    connect: () => keep(adapter.connect()),
    connectToShadowDb: () => keep(adapter.connectToShadowDb()),
  };
  const closeAll = async () => {
    for (const connection of opened) await connection.dispose();
  };
  return { factory, closeAll };
}

async function load(): Promise<EngineModule> {
  const module = (await import('@prisma/schema-engine-wasm/schema_engine_bg')) as EngineModule;
  const path = createRequire(import.meta.url).resolve(
    '@prisma/schema-engine-wasm/schema_engine_bg',
  );
  const bytes = await readFile(path.replace(/\.js$/, '.wasm'));
  const imports = { './schema_engine_bg.js': module as unknown as WebAssembly.ModuleImports };
  const { instance } = await WebAssembly.instantiate(bytes, imports);
  module.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return module;
}
