import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseCsv, readTable } from '../../src/knowledge/csv.ts';
import { ChanceryError } from '../../src/problems.ts';

describe('records of a table', () => {
  it('may hold commas, quotes and line breaks in quotation marks', () => {
    const rows = parseCsv('a,b\n"x, ""y""","1\n2"\nz,\n');
    expect(rows.map((row) => row.fields)).toEqual([
      ['a', 'b'],
      ['x, "y"', '1\n2'],
      ['z', ''],
    ]);
    expect(rows.map((row) => row.line)).toEqual([1, 2, 4]);
  });

  it('may end lines as Windows does, and need no last line break', () => {
    expect(parseCsv('a,b\r\n1,2').map((row) => row.fields)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });
});

describe('a faulty row', () => {
  const schema = z.object({ iso3: z.string().regex(/^[A-Z]{3}$/u, 'not a state code') });
  const fault = (text: string) => {
    try {
      readTable('knowledge/made.csv', text, schema);
    } catch (error) {
      return error as ChanceryError;
    }
    return null;
  };

  it('is told with file and line', () => {
    const error = fault('iso3\nCHN\nchina\n');
    expect(error).toBeInstanceOf(ChanceryError);
    expect(error!.details.at).toEqual({ file: 'knowledge/made.csv', line: 3 });
    expect(error!.message).toBe('iso3: not a state code');
  });

  it('may also have too many fields', () => {
    expect(fault('iso3\nCHN,RUS\n')!.message).toBe('The row has 2 fields where the header has 1.');
  });
});
