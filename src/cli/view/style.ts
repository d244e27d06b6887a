import { styleText } from 'node:util';
import type { Status } from '../../record/index.ts';
import type { Output } from '../terminal.ts';

type Paint = (text: string) => string;

/** How a view looks on one output: its width, and its colours or none. */
export interface Style {
  readonly columns: number;
  readonly strong: Paint;
  readonly dim: Paint;
  readonly heading: Paint;
  readonly trigger: Paint;
  readonly warning: Paint;
  readonly status: Readonly<Record<Status, Paint>>;
}

type Format = Parameters<typeof styleText>[0];

/** The style that an output can show. */
export function styleFor({ columns, isColoured }: Output): Style {
  const paint = (format: Format): Paint => (isColoured ? (text) => painted(format, text) : (text) => text);
  return {
    columns,
    strong: paint('bold'),
    dim: paint('dim'),
    heading: paint(['bold', 'cyan']),
    trigger: paint(['bold', 'underline']),
    warning: paint('yellow'),
    status: {
      occurred: paint('green'),
      ongoing: paint('cyan'),
      planned: paint('blue'),
      possible: paint('yellow'),
      negated: paint('red'),
    },
  };
}

function painted(format: Format, text: string): string {
  return text === '' ? '' : styleText(format, text);
}
