import { uuidv7 } from 'uuidv7';

/** A new UUIDv7 (RFC 9562): sortable by time of creation. */
export function createId(): string {
  return uuidv7();
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function isId(value: string): boolean {
  return UUID.test(value);
}

/** Ids of requests: unique over processes and restarts, and cheap, since every read gets one. */
export function createRequestIds(): () => string {
  const process = createId().slice(-12);
  let count = 0;
  return () => {
    count += 1;
    return `${process}-${count.toString(36)}`;
  };
}
