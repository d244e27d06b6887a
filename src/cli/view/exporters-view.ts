import type { Exporter } from '../../export/index.ts';
import { hang, padTo } from './layout.ts';
import type { Style } from './style.ts';

/** What each format is, and what a reader of it cannot know any more; of one alone, also its columns. */
export function exportersView(exporters: readonly Exporter[], style: Style): string {
  const width = Math.max(...exporters.map(({ name }) => name.length)) + 2;
  const told = exporters.map((exporter) => exporterLines(exporter, width, style).join('\n'));
  return `${[...told, ...(exporters.length === 1 ? columnLines(exporters[0]!, style) : [])].join('\n')}\n`;
}

function exporterLines({ name, describes, loses }: Exporter, width: number, style: Style): readonly string[] {
  const left = style.strong(padTo(name, width));
  return [
    ...hang(left, describes, style.columns, width),
    ...hang(`${' '.repeat(width)}${style.dim('loses')} `, loses, style.columns, width + 6),
  ];
}

function columnLines({ table }: Exporter, style: Style): readonly string[] {
  const columns = table?.columns ?? [];
  const width = Math.max(0, ...columns.map(({ name }) => name.length)) + 2;
  return columns.flatMap(({ name, type, describes }) =>
    hang(
      `  ${padTo(name, width)}${style.dim(padTo(type === 'strings' ? 'string' : type, 9))}`,
      describes,
      style.columns,
    ),
  );
}
