import { readConfig } from '../config.ts';
import { startServer, stopOnSignals } from '../server.ts';
import { print } from './print.ts';

export async function serve(): Promise<void> {
  const config = readConfig(process.env);
  const running = await startServer(config);
  stopOnSignals(running);
  print(`Onrecord serves at ${running.url} (documentation: ${running.url}/docs)`);
  if (config.adminToken === undefined) {
    print('No ADMIN_TOKEN is set: make a first token with `onrecord tokens create NAME admin`.');
  }
}
