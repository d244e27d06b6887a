import { Command } from 'commander';
import type { Cli } from '../cli.ts';
import { printJson } from '../options.ts';

/** `chancery schema`: the JSON Schema of the record. */
export function schemaCommand(cli: Cli): Command {
  return new Command('schema').description('the JSON Schema of the record').action(async () => {
    const { z } = await import('zod');
    const { RECORD_SCHEMA, reportRecordSchema } = await import('../../record/index.ts');
    await printJson(cli, { $id: RECORD_SCHEMA, ...z.toJSONSchema(reportRecordSchema) });
  });
}
