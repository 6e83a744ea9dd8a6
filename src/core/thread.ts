import { Worker } from 'node:worker_threads';

/**
 * Starts a thread. In development its module is TypeScript, which a loader has to read.
 *
 * @param name the thread's module, without its ending
 * @param beside the address of a module in the same folder
 */
export function startThread(name: string, beside: string, workerData?: unknown): Worker {
  if (!beside.endsWith('.ts')) return new Worker(new URL(`./${name}.js`, beside), { workerData });
  const entry = JSON.stringify(new URL(`./${name}.ts`, beside).href);
  const code = `import('tsx/esm/api').then(({ register }) => { register(); return import(${entry}); })`;
  return new Worker(code, { eval: true, workerData });
}
