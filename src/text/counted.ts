/** A number with what it counts, in English: "1 claim", "2 stories". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
