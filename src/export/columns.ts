/** What stands in a column of a table: the data dictionary that goes with it. */
export interface ColumnFacts {
  readonly name: string;
  readonly type: 'string' | 'strings' | 'date' | 'integer' | 'number';
  readonly describes: string;
}

/** What a cell holds before it is written: several strings stand in one cell, in the order of the record. */
export type CellValue = string | number | null | readonly string[];

/** A column with what it takes from a row. */
export interface Column<Row> extends ColumnFacts {
  readonly cell: (row: Row) => CellValue;
}
