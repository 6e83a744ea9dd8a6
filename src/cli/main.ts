#!/usr/bin/env node
import { Command, InvalidArgumentError } from 'commander';
import { Problem } from '../core/errors.ts';
import { setUpHeap } from '../core/heap.ts';
import { ROLES, type Role } from '../core/roles.ts';
import { StartError } from '../core/start-error.ts';

setUpHeap();

const program = new Command('onrecord')
  .description('A headless news API in which everything is on the record.')
  .showHelpAfterError();

program
  .command('serve')
  .description('serve the newsroom that the settings name')
  .action(async () => (await import('./serve.ts')).serve());

program
  .command('demo')
  .description('serve the sample newsroom, in a folder of its own')
  .action(async () => (await import('./demo.ts')).demo());

program
  .command('rebuild')
  .description('make the published tables and the search index again from the editions')
  .action(async () => (await import('./rebuild.ts')).rebuildCommand());

program
  .command('extract')
  .description('find turns, quotes and figures in a text; nothing is kept')
  .argument('[file]', 'the text')
  .option('--published <date>', 'when it was published, for relative dates, YYYY-MM-DD')
  .option('--format <format>', 'text, to read, or json', 'text')
  .option('--dir <folder>', 'read every .txt of a folder')
  .option('--out <folder>', 'where the .json of --dir go')
  .option('--trace', 'say which rule found what', false)
  .action(async (file: string | undefined, flags) =>
    (await import('./extract.ts')).extractCommand(file, flags),
  );

program
  .command('import')
  .description('bring in text, Markdown, HTML, feeds, WordPress, Ghost, ninjs or our own NDJSON')
  .usage('[options] <files...>')
  .argument('[files...]', 'files to import; twice is once')
  .option('--format <format>', 'what the files are, if it can’t be told from their content')
  .option(
    '--accept [confidence]',
    'accept suggestions that are at least this sure, 0 to 1; 0.5 if no number is given',
  )
  .option('--publish', 'publish what carries a date and passes the gate')
  .option('--published <date>', 'the date of stories that carry none, YYYY-MM-DD')
  .option('--section <slug>', 'the section of stories that name none', 'news')
  .option('--language <tag>', 'the language of stories that name none', 'en')
  .action(async (files: string[], flags) =>
    (await import('./import.ts')).importCommand(files, flags),
  );

program
  .command('check')
  .description(
    'verify the audit chain, the change log, hashes, anchors, published tables and search index',
  )
  .action(async () => (await import('./check.ts')).checkCommand());

program
  .command('export')
  .description('write the newsroom to standard output as NDJSON (docs/export.md)')
  .option('--published', 'what is public; this is the default')
  .option('--all', 'drafts and the reasons of unnamed sources as well', false)
  .action(async ({ published, all }: { published?: boolean; all: boolean }) => {
    if (published && all) throw new InvalidArgumentError('Say --published or --all, not both.');
    await (await import('./export.ts')).exportCommand({ all });
  });

program
  .command('backup')
  .description('copy the database to a file, while servers run')
  .argument('<file>', 'a file that does not exist yet')
  .action(async (file: string) => (await import('./backup.ts')).backupCommand(file));

program
  .command('restore')
  .description('put a backup in the place of the database; no server may run')
  .argument('<file>', 'a file that `onrecord backup` made')
  .option(
    '--replace',
    'put it in the place of a database that is there; that stays beside it',
    false,
  )
  .action(async (file: string, { replace }: { replace: boolean }) =>
    (await import('./backup.ts')).restoreCommand(file, replace),
  );

program
  .command('prune-changes')
  .description('delete old entries of the change log, which is kept for ever otherwise')
  .requiredOption('--before <date>', 'delete what is older than this, such as 2024-01-31')
  .action(async ({ before }: { before: string }) =>
    (await import('./prune.ts')).pruneChangesCommand(before),
  );

const tokens = program.command('tokens').description('make, list and revoke tokens');
tokens
  .command('create')
  .description('make a token; its secret is printed once')
  .argument('<name>', 'whose it is, or what it is for')
  .argument('<role>', ROLES.join(', '), parseRole)
  .action(async (name: string, role: Role) =>
    (await import('./tokens.ts')).createTokenCommand(name, role),
  );
tokens
  .command('list')
  .description('list all tokens')
  .action(async () => (await import('./tokens.ts')).listTokensCommand());
tokens
  .command('revoke')
  .description('revoke a token')
  .argument('<id>', 'the token’s id')
  .action(async (id: string) => (await import('./tokens.ts')).revokeTokenCommand(id));

function parseRole(value: string): Role {
  if ((ROLES as readonly string[]).includes(value)) return value as Role;
  throw new InvalidArgumentError(`The roles are ${ROLES.join(', ')}.`);
}

/** Errors that say what to do are printed without their stack. */
const EXPLAINED = [StartError, Problem];

/** Whoever reads what is printed may stop early, as `head` does, which is no fault to tell of. */
const isClosedPipe = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EPIPE';
process.stdout.on('error', (error) => {
  if (!isClosedPipe(error)) throw error;
});

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = 1;
  if (!isClosedPipe(error)) tell(error);
}

function tell(error: unknown): void {
  const explained = EXPLAINED.some((type) => error instanceof type);
  const text = error instanceof Error ? (explained ? error.message : error.stack) : String(error);
  process.stderr.write(`${text}\n`);
}
