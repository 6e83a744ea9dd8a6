/** What holds for a transaction on either engine. */

/** After so long it is rolled back: others wait to write. */
export const TRANSACTION_TIMEOUT_MS = 60_000;

export function tookTooLong(): Error {
  return new Error(`A transaction took more than ${TRANSACTION_TIMEOUT_MS} ms.`);
}

/** Of what is asked of one afterwards. */
export function hasEnded(): Error {
  return new Error('The transaction of this statement has ended.');
}
