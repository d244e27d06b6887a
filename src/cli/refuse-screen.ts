import type { Exporter } from '../export/index.ts';
import { ChanceryError } from '../problems.ts';
import type { Output } from './terminal.ts';

/** Throws where a file that is no text would land on a screen. */
export function refuseScreen({ name, extension, isBinary = false }: Exporter, out: Output): void {
  if (!isBinary || !out.isTerminal) return;
  throw new ChanceryError('cli/no-text', `${name} is no text for a screen.`, {
    hint: `Send it into a file: > record.${extension}`,
  });
}
