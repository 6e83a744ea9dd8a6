import { extractDirectory } from './cli.ts';

const args = process.argv.slice(2);
const value = (name: string): string => args[args.indexOf(name) + 1] ?? '';
extractDirectory(value('--dir'), value('--out'), args.includes('--trace'));
