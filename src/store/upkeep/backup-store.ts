import { existsSync } from 'node:fs';
import { ChanceryError } from '../../problems.ts';
import { copyFile } from '../sqlite/copy-file.ts';
import { openSqliteStore } from '../sqlite/open-sqlite.ts';
import type { Store } from '../store.ts';
import { copyStore } from './copy-store.ts';

/** Writes a store, as it stands at one moment, into a new SQLite file; others may go on writing to it meanwhile. */
export async function backupStore(store: Store, file: string): Promise<void> {
  if (existsSync(file))
    throw new ChanceryError('store/file-there', 'There is a file of this name already.', {
      at: { file },
      hint: 'Name another, or delete it first.',
    });
  if (store.dialect.name === 'SQLite') return copyFile(store.db, file);
  const copy = await openSqliteStore(file, { mode: 'write' });
  try {
    await copyStore(store, copy);
  } finally {
    await copy.close();
  }
}
