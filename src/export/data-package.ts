import type { ColumnFacts } from './columns.ts';
import type { Exporter, TableFacts } from './exporter.ts';

/** A text table's data dictionary: a Frictionless Data Package beside the file. Source: Data Package standard, version 1. */
export function dataPackage(exporter: Exporter, table: TableFacts, fileName: string): string {
  const descriptor = {
    profile: 'tabular-data-package',
    name: slug(fileName),
    description: `Chancery, ${exporter.name}: ${exporter.describes}. Left out: ${exporter.loses}.`,
    resources: [
      {
        profile: 'tabular-data-resource',
        name: slug(fileName),
        path: fileName,
        format: exporter.extension,
        mediatype: exporter.mediaType.split(';')[0],
        encoding: 'utf-8',
        dialect: {
          delimiter: table.delimiter,
          lineTerminator: table.delimiter === ',' ? '\r\n' : '\n',
          header: table.hasHeader,
          doubleQuote: table.delimiter === ',',
        },
        schema: { fields: table.columns.map(field), missingValues: [''] },
      },
    ],
  };
  return `${JSON.stringify(descriptor, null, 2)}\n`;
}

function field({ name, type, describes }: ColumnFacts) {
  return { name, type: type === 'strings' ? 'string' : type, description: describes };
}

/** Lower-case letters, digits and `.`, `-`, `_`, as the standard wants names. */
function slug(fileName: string): string {
  return fileName
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
