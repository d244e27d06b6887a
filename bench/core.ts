import { annotateText, openSession } from '../src/annotate/index.ts';

/** A text of ours, in the manner of a news report; repeated, it is as long as a long article. */
const PARAGRAPHS = [
  'Norway and Kenya open talks on fishing rights',
  'The foreign ministers of Norway and Kenya met in Nairobi on Tuesday to open negotiations on fishing rights, the first such meeting since the two countries suspended their agreement in 2019.',
  '“We have come to listen, and we will not leave without a plan,” Norway’s minister, Kari Lund, told reporters after the two-hour session. She said that both governments had agreed to exchange experts by the end of March.',
  'Her host, James Otieno, was more careful. He did not rule out new tariffs on imported fish, but added that “nobody wants a dispute between friends” and that a second round of talks would be held in Oslo later this year.',
  'Officials in Nairobi have accused foreign trawlers of ignoring the limits that were set six years ago, an allegation that the Norwegian shipowners’ association denies. Its chairman called the figures “simply wrong” and urged the government to publish them.',
  'The visit, which had been postponed twice, also included a call on the president and the signing of a $25 million loan for a port near Mombasa. The money is to be paid in three parts, provided that parliament approves the contract before July.',
];
const REPEATS = 8;
const RUNS = 5;

const began = performance.now();
const session = await openSession();
const loadMs = performance.now() - began;
const text = Array.from({ length: REPEATS }, () => PARAGRAPHS.join('\n\n')).join('\n\n');
await annotateText(text, session);
const runs: { wall: number; cpu: number }[] = [];
let words = 0;
for (let run = 0; run < RUNS; run++) {
  const cpuBefore = process.cpuUsage();
  const start = performance.now();
  const { sentences } = await annotateText(text, session);
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(cpuBefore);
  words = sentences.reduce((sum, { tokens }) => sum + tokens.length, 0);
  runs.push({ wall: words / seconds, cpu: words / ((user + system) / 1e6) });
}
const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
console.log(`load ${Math.round(loadMs)} ms`);
console.log(
  `${words} words a run, median of ${RUNS}: ${Math.round(median(runs.map(({ wall }) => wall)))} words/s by the clock`,
);
console.log(`${Math.round(median(runs.map(({ cpu }) => cpu)))} words/s of processor time`);
console.log(`resident set ${Math.round(process.memoryUsage().rss / 1e6)} MB`);
await session.close();
