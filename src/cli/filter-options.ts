import { type Command, Option } from 'commander';
import type { Filter } from '../ask/index.ts';
import { ChanceryError } from '../problems.ts';
import { collect } from './options.ts';

/** What the options of `addFilterOptions` give. */
export interface FilterOptions {
  readonly actor?: readonly string[];
  readonly between?: readonly string[];
  readonly by?: string;
  readonly type?: readonly string[];
  readonly mode?: readonly string[];
  readonly status?: readonly string[];
  readonly since?: string;
  readonly until?: string;
  readonly place?: readonly string[];
  readonly outlet?: readonly string[];
}

/** The options that say which events are meant, and the words of the query, with the same meaning in every command. */
export function addFilterOptions(command: Command): Command {
  return command
    .argument('[words...]', 'words of the evidence; field:value (actor:CHN type:CONSULT date:2023-03) works too')
    .option(
      '--actor <who>',
      'takes part: a name, an id or a country code; again for another who takes part too',
      collect,
    )
    .addOption(new Option('--between <who...>', 'the two who have to do with one another: --between A B'))
    .option('--by <who>', 'who says so, or denies it')
    .option('--type <type>', 'type of event, such as CONSULT; again for others', collect)
    .option('--mode <mode>', 'mode, such as visit; again for others', collect)
    .option('--status <status>', 'occurred, ongoing, planned, possible or negated; again for others', collect)
    .option('--since <date>', 'first day: 2023-03-17, 2023-03 or 2023')
    .option('--until <date>', 'last day')
    .option('--place <place>', 'place or country code; again for others', collect)
    .option('--outlet <outlet>', 'who published it; again for others', collect);
}

/** The filter that words and options ask for together. */
export async function filterFrom(words: readonly string[], options: FilterOptions): Promise<Filter> {
  const { bothFilters, fieldFilter, parseFilter } = await import('../ask/index.ts');
  const fields: readonly (readonly [string, readonly string[] | undefined])[] = [
    ['actor', options.actor],
    ['by', options.by === undefined ? [] : [options.by]],
    ['type', options.type],
    ['mode', options.mode],
    ['status', options.status],
    ['since', options.since === undefined ? [] : [options.since]],
    ['until', options.until === undefined ? [] : [options.until]],
    ['place', options.place],
    ['outlet', options.outlet],
  ];
  const filters = fields.flatMap(([field, values = []]) => values.map((value) => fieldFilter(field, value)));
  const query = parseFilter(words.map(asOnePart).join(' '));
  return [query, ...filters, betweenFilter(options.between)].reduce(bothFilters, {});
}

/** Words that the shell held together stay a phrase. */
function asOnePart(words: string): string {
  return /\s/.test(words) && !/[:"]/.test(words) ? `"${words}"` : words;
}

function betweenFilter(between: readonly string[] | undefined): Filter {
  if (between === undefined) return {};
  const [one, other, ...more] = between;
  if (one !== undefined && other !== undefined && more.length === 0) return { between: [one, other] };
  throw new ChanceryError('cli/two-parties', `--between takes two parties, not ${between.length}.`, {
    hint: 'Put quotation marks around names of several words, and words to search for before the option.',
  });
}
