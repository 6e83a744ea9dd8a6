/**
 * What a process did to its files, read from `strace -f -y -xx`, and what a disk may hold
 * of it when the power goes: everything that was synced, and any part of what was not.
 */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Random } from './hostile.ts';

/** The calls to record. What a socket is told belongs to them: it acknowledges writes. */
export const RECORDED_CALLS = 'write,writev,pwrite64,pwritev,fsync,fdatasync,ftruncate,unlink';

export type DiskStep =
  | { kind: 'write'; path: string; offset: number; data: Buffer }
  | { kind: 'truncate'; path: string; size: number }
  | { kind: 'sync'; path: string }
  | { kind: 'unlink'; path: string }
  | { kind: 'told'; text: string };

/** Disks write sectors whole, and those of one call in any order. */
const SECTOR_BYTES = 512;

/** The steps of a recording that touch files in a folder or tell a socket something, in order. */
export async function* readRecording(file: string, folder: string): AsyncGenerator<DiskStep> {
  const begun = new Map<string, string>();
  for await (const line of createInterface({ input: createReadStream(file) })) {
    const [, process = '', text = ''] = /^(\d+)\s+(.*)$/.exec(line) ?? [];
    const unfinished = text.indexOf(' <unfinished ...>');
    if (unfinished >= 0) {
      begun.set(process, text.slice(0, unfinished));
      continue;
    }
    const [resumed] = /^<\.\.\. \w+ resumed>/.exec(text) ?? [''];
    const whole = resumed === '' ? text : (begun.get(process) ?? '') + text.slice(resumed.length);
    const step = readCall(whole, folder);
    if (step !== null) yield step;
  }
}

const CALL = /^(\w+)\((.*)\)\s+= (-?\d+)/;
const DESCRIPTOR = /^\d+<([^>]*)>/;

function readCall(text: string, folder: string): DiskStep | null {
  const [, name = '', args = '', result = '-1'] = CALL.exec(text) ?? [];
  if (Number(result) < 0) return null;
  if (name === 'unlink') {
    const path = decode(args).toString();
    return path.startsWith(folder) ? { kind: 'unlink', path } : null;
  }
  const path = decodeEscapes(DESCRIPTOR.exec(args)?.[1] ?? '');
  if (!path.startsWith(folder)) {
    return /^(?:TCP|socket)/.test(path) ? { kind: 'told', text: decode(args).toString() } : null;
  }
  if (name === 'fsync' || name === 'fdatasync') return { kind: 'sync', path };
  const last = Number(/, (\d+)$/.exec(args)?.[1]);
  if (name === 'ftruncate') return { kind: 'truncate', path, size: last };
  if (name !== 'pwrite64') throw new Error(`A database is not expected to call ${name}.`);
  const data = decode(args);
  if (data.length !== Number(result)) throw new Error('The recording cut a write short.');
  return { kind: 'write', path, offset: last, data };
}

/** All strings of a call's arguments, one after the other. */
function decode(args: string): Buffer {
  const digits = [...args.matchAll(/"((?:\\x[\da-f]{2})*)"/g)].map(([, hex = '']) => hex);
  return Buffer.from(digits.join('').replaceAll('\\x', ''), 'hex');
}

const decodeEscapes = (path: string) =>
  path.replace(/\\x([\da-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );

type Pending = Extract<DiskStep, { kind: 'write' | 'truncate' }>;

/** A disk that may lose whatever was not synced. */
export class RecordedDisk {
  readonly #synced: Map<string, Buffer>;
  readonly #pending = new Map<string, Pending[]>();

  constructor(files: Map<string, Buffer>) {
    this.#synced = new Map(files);
  }

  take(step: DiskStep): void {
    if (step.kind === 'told') return;
    if (step.kind === 'unlink') {
      this.#synced.delete(step.path);
      this.#pending.delete(step.path);
    } else if (step.kind === 'sync') {
      this.#synced.set(
        step.path,
        this.#settle(step.path, () => true),
      );
      this.#pending.delete(step.path);
    } else {
      const pending = this.#pending.get(step.path);
      if (pending === undefined) this.#pending.set(step.path, [step]);
      else pending.push(step);
    }
  }

  /** What may be found after the power went now: of what was not synced, any sectors. */
  cut(random: Random): Map<string, Buffer> {
    const kept = random.pick([0, 0.5, 0.95, 1]);
    const paths = new Set([...this.#synced.keys(), ...this.#pending.keys()]);
    return new Map([...paths].map((path) => [path, this.#settle(path, () => random.chance(kept))]));
  }

  #settle(path: string, keep: () => boolean): Buffer {
    let content: Buffer = Buffer.from(this.#synced.get(path) ?? []);
    for (const step of this.#pending.get(path) ?? []) {
      if (step.kind === 'truncate') content = keep() ? resized(content, step.size) : content;
      else content = withSectors(content, step, keep);
    }
    return content;
  }
}

function withSectors(
  content: Buffer,
  { offset, data }: { offset: number; data: Buffer },
  keep: () => boolean,
): Buffer {
  let result = content;
  for (let at = 0; at < data.length; at += SECTOR_BYTES) {
    if (!keep()) continue;
    const sector = data.subarray(at, at + SECTOR_BYTES);
    if (result.length < offset + at + sector.length)
      result = resized(result, offset + at + sector.length);
    sector.copy(result, offset + at);
  }
  return result;
}

function resized(content: Buffer, size: number): Buffer {
  if (size <= content.length) return Buffer.from(content.subarray(0, size));
  return Buffer.concat([content, Buffer.alloc(size - content.length)]);
}
