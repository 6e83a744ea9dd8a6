/** What one check found. */
export interface Finding {
  /** What was checked, in a few words. */
  name: string;
  /** How many things were looked at. */
  checked: number;
  /** What is wrong, one line each; at most `LISTED_MAX` are kept. */
  problems: string[];
  /** How many problems there are in all. */
  wrong: number;
  /** What could not be judged, and why. */
  note?: string;
}

const LISTED_MAX = 20;

/** Collects a finding while rows stream by. */
export class Findings {
  readonly #name: string;
  readonly #problems: string[] = [];
  #checked = 0;
  #wrong = 0;

  constructor(name: string) {
    this.#name = name;
  }

  look(count = 1): void {
    this.#checked += count;
  }

  report(problem: string): void {
    this.#wrong += 1;
    if (this.#problems.length < LISTED_MAX) this.#problems.push(problem);
  }

  finish(note?: string): Finding {
    return {
      name: this.#name,
      checked: this.#checked,
      problems: this.#problems,
      wrong: this.#wrong,
      ...(note === undefined ? {} : { note }),
    };
  }
}

/** Findings as lines for a person. */
export function formatFindings(findings: readonly Finding[]): string[] {
  return findings.flatMap(({ name, checked, problems, wrong, note }) => [
    `${wrong === 0 ? 'ok   ' : 'WRONG'}  ${name} (${checked} checked${wrong === 0 ? '' : `, ${wrong} wrong`})`,
    ...problems.map((problem) => `         ${problem}`),
    ...(wrong > problems.length ? [`         … and ${wrong - problems.length} more`] : []),
    ...(note === undefined ? [] : [`         Note: ${note}`]),
  ]);
}
