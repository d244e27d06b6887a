import { goldReading } from '../review/index.ts';
import type { ReviewExporter } from './exporter.ts';

/** Reports that somebody reviewed from end to end, as the scorers of `eval` take them. */
export const gold: ReviewExporter = {
  over: 'reviews',
  name: 'gold',
  describes: 'reports that were reviewed from end to end, as gold readings (chancery/gold@1) for `eval`',
  loses: 'what nobody judged; reports that are not done, time expressions, ids of actors, contexts, codes',
  extension: 'json',
  mediaType: 'application/json',
  async *write(reviews) {
    let between = '[\n';
    for await (const reviewed of reviews()) {
      if (reviewed.doneBy.size === 0) continue;
      yield `${between}${JSON.stringify(goldReading(reviewed))}`;
      between = ',\n';
    }
    yield between === '[\n' ? '[]\n' : '\n]\n';
  },
};
