import { type Faults, faultOf } from '../fault.ts';

/** What SQLite's result codes mean to the person at the keyboard. Some have a longer form, such as `SQLITE_IOERR_READ`. */
const FAULTS: Faults = [
  [
    /^SQLITE_NOTADB/,
    {
      code: 'store/not-a-store',
      message: 'This is not a Chancery store, nor any SQLite file.',
      hint: 'Name the store with --store PATH.',
    },
  ],
  [
    /^SQLITE_READONLY/,
    {
      code: 'store/read-only',
      message: 'The store cannot be written to.',
      hint: 'Check the rights of the file and of its folder, or name another store with --store PATH.',
    },
  ],
  [
    /^SQLITE_FULL/,
    {
      code: 'store/disk-full',
      message: 'The disk is full; the report at hand was not kept, earlier ones are.',
      hint: 'Make room and run the same command again: it goes on where it stopped.',
    },
  ],
  [
    /^SQLITE_BUSY/,
    {
      code: 'store/locked',
      message: 'Another program is writing to the store.',
      hint: 'Wait for it to end, then run the same command again.',
    },
  ],
  [
    /^SQLITE_CORRUPT/,
    {
      code: 'store/damaged',
      message: 'The store is damaged.',
      hint: 'Restore a backup, or ingest the reports into a new store.',
    },
  ],
  [
    /^SQLITE_CANTOPEN/,
    {
      code: 'store/cannot-open',
      message: 'The store cannot be opened.',
      hint: 'Check that it is a file, and the rights of the file and of its folder.',
    },
  ],
  [
    /^SQLITE_IOERR/,
    {
      code: 'store/disk-error',
      message: 'The disk failed while the store was in use; the report at hand was not kept, earlier ones are.',
      hint: 'Check the disk and the room left on it, then run the same command again.',
    },
  ],
];

/** Runs one call on the database; what fails for a reason outside the program is told as a `ChanceryError`. */
export function withStoreErrors<Result>(path: string, call: () => Result): Result {
  try {
    return call();
  } catch (error) {
    throw asStoreError(error, path);
  }
}

/** A fault of the file as a `ChanceryError`; anything else as it is. */
export function asStoreError(error: unknown, path: string): unknown {
  return faultOf(FAULTS, error, path);
}
