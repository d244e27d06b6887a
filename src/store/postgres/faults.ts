import { type Faults, faultOf } from '../fault.ts';

/** What PostgreSQL's and the network's codes mean to the person at the keyboard. Source: PostgreSQL manual, appendix A. */
const FAULTS: Faults = [
  [
    /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOENT)$|^timeout exceeded/,
    {
      code: 'store/no-server',
      message: 'No PostgreSQL server answers there.',
      hint: 'Check that it runs, and host and port in the address.',
    },
  ],
  [
    /^28|^SASL/,
    {
      code: 'store/wrong-password',
      message: 'The server does not let this user in.',
      hint: 'Check user and password in the address, or set PGUSER and PGPASSWORD.',
    },
  ],
  [
    /^3D000$/,
    {
      code: 'store/no-database',
      message: 'The server has no database of this name.',
      hint: "Make it first: 'createdb NAME'.",
    },
  ],
  [
    /^25006$/,
    {
      code: 'store/read-only',
      message: 'The store cannot be written to.',
      hint: 'It is open for reading only, or the server is a copy of another that takes no changes.',
    },
  ],
  [
    /^42501$/,
    {
      code: 'store/no-right',
      message: 'This user may not do this in the database.',
      hint: 'Use the owner of the database, or have its owner grant the right.',
    },
  ],
  [
    /^(0A000|58P01)$/,
    {
      code: 'store/no-unaccent',
      message: 'The server lacks the extension unaccent.',
      hint: "It comes with PostgreSQL's contrib package.",
    },
  ],
  [
    /^53100$/,
    {
      code: 'store/disk-full',
      message: 'The disk of the server is full; the report at hand was not kept, earlier ones are.',
      hint: 'Make room and run the same command again: it goes on where it stopped.',
    },
  ],
  [
    /^(55P03|40P01)$/,
    {
      code: 'store/locked',
      message: 'Another program is writing to the store.',
      hint: 'Wait for it to end, then run the same command again.',
    },
  ],
  [
    /^XX00[12]$/,
    {
      code: 'store/damaged',
      message: 'The store is damaged.',
      hint: 'Restore a backup, or ingest the reports into a new store.',
    },
  ],
  [
    /^(08|57P|53300)|^(ECONNRESET|EPIPE)$|^Connection terminated/,
    {
      code: 'store/lost-server',
      message: 'The server broke off; the report at hand was not kept, earlier ones are.',
      hint: 'When it is back, run the same command again: it goes on where it stopped.',
    },
  ],
];

/** A fault of the server as a `ChanceryError`; anything else as it is. */
export function asStoreError(error: unknown, path: string): unknown {
  // Where a name has several addresses, Node tells of each that failed in one error.
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error;
  return faultOf(FAULTS, first, path);
}
