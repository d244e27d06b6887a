/**
 * Speed of everything after the parse, stage by stage, on one core: the actors with coreference, the times, the quotations, the
 * predications, the rules, and the joining of candidates to events. "coding" is quotations to joining, with all that indexes a
 * report for them; "everything" is that with actors and times. The bar of 5,000 is set on coding and not met: 1,200 to 1,800
 * settled on a loaded machine, 250 to 400 in a first pass, before the compiler has settled (2026-11-25). No step stands out: a
 * sentence makes some 200 KB of short-lived values, over four predications and two codings of which every third is an event.
 *
 *   npx tsx bench/coding.ts [REPORTS.jsonl] [--json]
 *
 * Without a file it reads the samples; a file has one report a line, `{ "id", "text", "published"? }`. Figures are sentences a
 * second of processor time of all threads (V8's compiler and collector included): of the first pass of a new process over all
 * reports, and the median of passes after the compiler has settled. Every pass reads fresh copies, so nothing is remembered.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { findCandidates, joinCandidates } from '../src/code/code-events.ts';
import { growTree, type ResolvedReport } from '../src/document/index.ts';
import { analyseResolved, openToolkit, resolveReport } from '../src/pipeline.ts';
import { predicate } from '../src/predicate/index.ts';
import { extractQuotations } from '../src/quote/index.ts';
import { makeReport } from '../src/read/index.ts';
import { resolveActors } from '../src/resolve/actors/index.ts';
import { resolveTimes } from '../src/resolve/time/index.ts';

/** The compiler takes that long to settle: over the first five thousand sentences the speed still doubles. */
const WARM_UP_SENTENCES = 25_000;
const RUNS = 15;
const SAMPLES = new URL('../samples/', import.meta.url);

const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean' } } });
const toolkit = await openToolkit();
const reports: ResolvedReport[] = [];
for (const report of reportsOf(positionals[0])) {
  reports.push(await resolveReport(makeReport({ ...report, source: 'bench' }), toolkit));
}
await toolkit.session.close();

const sentences = reports.reduce((sum, report) => sum + report.sentences.length, 0);
const first = onePass();
for (let seen = sentences; seen < WARM_UP_SENTENCES; seen += sentences) onePass();
const passes = Array.from({ length: RUNS }, onePass);
const figures = Object.keys(first).map((stage) => ({
  stage,
  first: perSecond(first[stage]!),
  settled: perSecond(passes.map((pass) => pass[stage]!).sort((a, b) => a - b)[Math.floor(RUNS / 2)]!),
}));
if (values.json) console.log(JSON.stringify({ reports: reports.length, sentences, figures }));
else {
  console.log(`${reports.length} reports, ${sentences} sentences; sentences a second of processor time`);
  console.log(`${''.padEnd(14)}${'first pass'.padStart(10)}${`median of ${RUNS}`.padStart(14)}`);
  for (const row of figures)
    console.log(`${row.stage.padEnd(14)}${String(row.first).padStart(10)}${String(row.settled).padStart(14)}`);
}

/** The seconds that each stage takes over all reports. */
function onePass(): Readonly<Record<string, number>> {
  const { times, knowledge, quotations, lexicon } = toolkit;
  const alone = {
    actors: secondsOf((report) => resolveActors(report, knowledge, report.times), reports.map(freshCopy)).seconds,
    times: secondsOf((report) => resolveTimes(report, times), reports.map(freshCopy)).seconds,
    trees: secondsOf((report) => report.sentences.map(growTree), reports.map(freshCopy)).seconds,
    quotations: secondsOf((report) => extractQuotations(report, quotations), reports.map(freshCopy)).seconds,
    predications: secondsOf((report) => predicate(report, lexicon), reports.map(freshCopy)).seconds,
  };
  const analyses = secondsOf((report) => analyseResolved(report, toolkit), reports.map(freshCopy));
  const candidates = secondsOf(
    ({ context, predications }) => ({ context, candidates: findCandidates(context, predications) }),
    analyses.results,
  );
  const joining = secondsOf((one) => joinCandidates(one.context, one.candidates), candidates.results);
  const coding = analyses.seconds + candidates.seconds + joining.seconds;
  const stages = { ...alone, rules: candidates.seconds, joining: joining.seconds, coding };
  return { ...stages, everything: alone.actors + alone.times + coding };
}

/** Runs a stage over all reports, or over what another made of them. */
function secondsOf<Given, Made>(
  stage: (given: Given) => Made,
  given: readonly Given[],
): { readonly seconds: number; readonly results: readonly Made[] } {
  const before = process.cpuUsage();
  const results = given.map(stage);
  const { user, system } = process.cpuUsage(before);
  return { seconds: (user + system) / 1e6, results };
}

/** New sentences and tokens, so that nothing is remembered of them. */
function freshCopy(report: ResolvedReport): ResolvedReport {
  const sentences = report.sentences.map((one) => ({ ...one, tokens: one.tokens.map((token) => ({ ...token })) }));
  return { ...report, sentences };
}

function perSecond(seconds: number): number {
  return Math.round(sentences / seconds);
}

function reportsOf(file: string | undefined): readonly { text: string; published?: string }[] {
  if (file !== undefined) {
    const lines = readFileSync(file, 'utf8').split('\n');
    return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as { text: string });
  }
  const names = readdirSync(SAMPLES).filter((name) => name.endsWith('.txt'));
  return names.map((name) => ({ text: readFileSync(new URL(name, SAMPLES), 'utf8') }));
}
