import type { Kysely, RawBuilder, Transaction } from 'kysely';
import type { Tables } from './tables.ts';

/** A migration meets whatever tables stand before it, so its database has no type. */
// biome-ignore lint/suspicious/noExplicitAny: Kysely's own type for migrations
export type AnyDatabase = Kysely<any>;
export type Write = Transaction<Tables>;

/** The full-text indexes over words that are given row by row, each with the table whose rows it finds. */
export const WORD_INDEXES = { event_text: 'events', quotation_text: 'quotations' } as const;
export type WordIndex = keyof typeof WORD_INDEXES;

/** A place in a report where the words stand; what matched lies between `MARK_OPEN` and `MARK_CLOSE`. */
export interface Snippet {
  readonly key: number;
  readonly snippet: string;
}

/** Stand around the words in a snippet; no report holds them. */
export const MARK_OPEN = '\uE000';
export const MARK_CLOSE = '\uE001';
/** About how many words a snippet has. */
export const SNIPPET_WORDS = 40;

/**
 * What differs between the databases that can keep a store; all other SQL of the program is the same for both.
 * Words and phrases are taken alike: each must be there, in whatever inflection; a star at the end stands for any ending.
 */
export interface Dialect {
  readonly name: 'SQLite' | 'PostgreSQL';
  /** The parts of a table's definition that differ. */
  readonly ddl: {
    /** The type of a key that the database counts up itself. */
    readonly KEY: string;
    /** The type of text that is compared character by character. */
    readonly TEXT: string;
    /** The type of whole numbers, and of what refers to a key. */
    readonly INT: string;
    /** Stands after the columns of a table that is kept in the order of its primary key. */
    readonly ROWLESS: string;
  };
  /** How many migrations the tables have seen: 0 when there are no tables, null when they are those of another program. */
  version(db: AnyDatabase): Promise<number | null>;
  setVersion(db: AnyDatabase, version: number): Promise<void>;
  /** Makes a transaction the only one that writes; others wait for it. */
  lockForWriting(trx: AnyDatabase): Promise<void>;

  /** Runs questions that all see the store as it stands at one moment, whatever is written meanwhile. */
  snapshot<Result>(db: Kysely<Tables>, use: (db: Kysely<Tables>) => Promise<Result>): Promise<Result>;
  /** Has the database look at itself; what it finds wrong, in its own words. */
  integrity(db: Kysely<Tables>): Promise<readonly string[]>;
  /** Gives back the room of what was deleted, and puts the indexes in order. */
  compact(db: Kysely<Tables>): Promise<void>;
  /** How many bytes the store takes. */
  size(db: Kysely<Tables>): Promise<number>;
  /** Which database this is, with its version. */
  software(db: Kysely<Tables>): Promise<string>;
  /** Lets the database count on from the greatest key of a table whose keys were brought along. */
  continueKeys(trx: Write, table: string, column: string): Promise<void>;

  /** Makes the full-text index over the texts of reports. */
  createReportIndex(db: AnyDatabase): Promise<void>;
  /** Makes a full-text index over words that `addWords` brings; they go when their row goes. */
  createWordIndex(db: AnyDatabase, index: WordIndex): Promise<void>;
  indexReport(trx: Write, key: number, text: string): Promise<void>;
  addWords(trx: Write, index: WordIndex, key: number, words: string): Promise<void>;
  /** A query for the reports that hold words: `key`, and `fit`, the less, the better. */
  reportsHolding(words: readonly string[]): RawBuilder<{ key: number; fit: number }>;
  /** A query for the `key` of every row that is in a full-text index. */
  indexedRows(index: WordIndex | 'report_text'): RawBuilder<{ key: number }>;
  /** A query for the `key` of the rows that were indexed under words. */
  rowsHolding(index: WordIndex, words: readonly string[]): RawBuilder<{ key: number }>;
  /** Where the words stand in these reports. */
  snippets(db: Kysely<Tables>, words: readonly string[], reports: readonly number[]): Promise<readonly Snippet[]>;
}
