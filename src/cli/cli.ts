import type { Problem } from '../problems.ts';
import type { Report, Resolution } from '../record/index.ts';
import type { Reading } from '../store/index.ts';
import type { Terminal } from './terminal.ts';

/** How a command ended. Listed in docs/cli.md. */
export const EXIT = {
  /** All went well. */
  fine: 0,
  /** Some inputs could not be read, or a check found something. */
  findings: 1,
  /** The command was not carried out: it was misspelt, or its store, file or machine failed it. */
  failed: 2,
  /** A fault of Chancery itself. */
  fault: 3,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** A reading with whom each mention of it means, which no store keeps. */
export interface ExplainedReading extends Reading {
  readonly resolution: Resolution;
}

/** Reads reports into records. `version` names program, dictionaries and knowledge together. */
export interface Reader {
  readonly version: string;
  read(report: Report, problems: readonly Problem[]): Promise<ExplainedReading>;
  /** The parse of a whole report, as CoNLL-U. */
  parse(report: Report): Promise<string>;
}

/** How to read. */
export interface ReaderOptions {
  /** Where somebody's own rules lie, which extend or replace the shipped ones. */
  readonly lexicon?: readonly string[];
  /** Where somebody's own facts lie, which add to the knowledge base or correct it. */
  readonly knowledge?: readonly string[];
  /** How many reports are read beside one another; 1 if left out. */
  readonly workers?: number;
}

/** A reader that takes seconds to load, and the version that it will have, which does not. */
export interface ReaderSource {
  version(options: ReaderOptions): Promise<string>;
  open(options: ReaderOptions): Promise<Reader>;
}

/** What a command gets from the program around it. */
export interface Cli {
  readonly terminal: Terminal;
  /** The version of the reader, without loading it. */
  readerVersion(options?: ReaderOptions): Promise<string>;
  /** Loads model, dictionaries and knowledge, on the first call, whose options hold for all. */
  loadReader(options?: ReaderOptions): Promise<Reader>;
  /** Says how the command ended. Without it, all went well. */
  end(code: ExitCode): void;
}
