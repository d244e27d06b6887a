import { describe, expect, it } from 'vitest';
import { SQLITE_STORES } from '../store/stores.ts';
import { ran } from './run-cli.ts';

/** Runs commands one after another on a store of two reports; what they print comes back joined. */
async function reviewed(...commands: readonly (readonly string[])[]) {
  const store = await SQLITE_STORES.exampleStore();
  await store.close();
  const runs = [];
  for (const words of commands) runs.push(await ran([...asAnn(words), '--store', store.path]));
  return runs;
}

/** Whoever judges without a name is Ann. */
function asAnn(words: readonly string[]): readonly string[] {
  const judges = words[0] === 'review' && !['log', 'agreement'].includes(words[1]!);
  return judges && !words.includes('--reviewer') ? [...words, '--reviewer', 'ann'] : words;
}

const list = ['review', 'list', '--report', 'r_ca11'];

describe('chancery review', () => {
  it('lists reports with what is left to judge', async () => {
    const [before, , after] = await reviewed(
      ['review', 'list'],
      ['review', 'done', 'r_5a4c', '--accept-rest'],
      ['review', 'list'],
    );
    expect(before?.out).toMatch(/^r_5a4c .* 2 to judge, 0 judged\nr_ca11 .* 4 to judge, 0 judged\n$/);
    expect(after?.out).toMatch(/^r_ca11 .* 4 to judge, 0 judged\n$/);
  });

  it('judges events, says so, and lists what is left of a report', async () => {
    const [accepted, rejected, left, all] = await reviewed(
      ['review', 'accept', 'r_ca/e1', 'r_ca/q1'],
      ['review', 'reject', 'r_ca11/e2', '--note', 'only the office'],
      list,
      [...list, '--all'],
    );
    expect(accepted?.out).toBe(
      'r_ca11#1  accept e1 CONSULT phone occurred per:ada-holm → per:bo-lind “telephoned”\n' +
        'r_ca11#2  accept q1 “We never sent arms to the rebels,”\n',
    );
    expect(rejected?.out).toBe('r_ca11#3  reject e2 CONSULT visit planned per:ada-holm → SUD “visit”\n');
    expect(left?.out).toMatch(/1 to judge, 3 judged\n.*military aid.*\n +\[r_ca11\/e3\]/);
    expect(left?.out).not.toContain('phone call');
    expect(all?.out).toContain('[r_ca11/e1 accept by ann]');
    expect(all?.out).toContain('e2 CONSULT visit planned per:ada-holm → SUD “visit” reject by ann (r_ca11#3)');
  });

  it('mends events, and the record says so from then on', async () => {
    const [edited, , , json] = await reviewed(
      [
        'review',
        'edit',
        'r_ca11/e2',
        '--set',
        'status=negated',
        '--set',
        'recipients=SUD; Eastland|EAS',
        '--set',
        'from=',
      ],
      ['review', 'merge', 'r_ca11/e2', 'r_ca11/e1', '--set', 'mode=meeting'],
      [
        'review',
        'add',
        'r_ca11',
        '--set',
        'type=reject',
        '--set',
        'actors=Bo Lind',
        '--set',
        'trigger=rejecting',
        '--set',
        'evidence=rejecting a claim',
        '--set',
        'denies=SUD',
      ],
      ['timeline', '--format', 'json'],
    );
    expect(edited?.out).toContain('→ e2 CONSULT visit negated per:ada-holm → SUD+rev:eastland-eas “visit”');
    const { entries } = JSON.parse(json!.out) as { entries: { id: string; event: Record<string, unknown> }[] };
    const byId = new Map(entries.map(({ id, event }) => [id, event]));
    expect(byId.get('r_ca11/e2')).toMatchObject({
      mode: 'meeting',
      cameo: '040',
      status: 'negated',
      recipients: ['SUD', 'rev:eastland-eas', 'per:bo-lind'],
      time: { from: null, to: '2025-05-25', basis: 'stated' },
    });
    expect(byId.has('r_ca11/e1')).toBe(false);
    expect(byId.get('r_ca11/c3')).toMatchObject({
      type: 'REJECT',
      cameo: '120',
      quad: 3,
      rule: 'review',
      trigger: { text: 'rejecting' },
      attribution: [{ actor: 'SUD', stance: 'denies' }],
    });
  });

  it('splits an event', async () => {
    const [split] = await reviewed([
      'review',
      'split',
      'r_ca11/e2',
      '--part',
      'status=planned',
      '--part',
      'status=negated && actors=SUD && recipients=NOR',
    ]);
    expect(split?.out).toContain(
      '→ e2 CONSULT visit planned per:ada-holm → SUD “visit” and e2 CONSULT visit negated SUD → NOR “visit”',
    );
  });

  it('mends and adds quotations', async () => {
    const [edited, added] = await reviewed(
      ['review', 'edit', 'r_ca11/q1', '--set', 'speaker=Ada Holm'],
      ['review', 'add', 'r_ca11', '--set', 'quotation=her office said', '--set', 'kind=mixed', '--set', 'speaker=|NOR'],
    );
    expect(edited?.code).toBe(0);
    expect(added?.out).toBe('r_ca11#2  add her office said\n');
  });

  it('takes back, and keeps everything in its log', async () => {
    const [, , log, lost] = await reviewed(
      ['review', 'reject', 'r_ca11/e1', '--note', 'why not'],
      ['review', 'undo', 'r_ca11#1'],
      ['review', 'log', 'r_ca'],
      ['review', 'log', '--lost'],
    );
    const lines = log!.out.trim().split('\n');
    expect(lines[0]).toMatch(/^r_ca11#1 {2}\d{4}-\d\d-\d\d \d\d:\d\d ann: reject e1 .*/);
    expect(log?.out.replace(/\s+/g, ' ')).toContain('(why not) undone');
    expect(log?.out).toMatch(/ann: undo #1\n$/);
    expect(lost?.out).toBe('The log has no such entry.\n');
  });

  it('makes gold of what is done, and says how far two agree', async () => {
    const [refused, nothing, , gold, , agreement] = await reviewed(
      ['review', 'done', 'r_ca11'],
      ['export', '--format', 'gold'],
      ['review', 'done', 'r_ca11', '--accept-rest'],
      ['export', '--format', 'gold', '--reviewer', 'ann'],
      ['review', 'done', 'r_ca11', '--accept-rest', '--reviewer', 'bob'],
      ['review', 'agreement', 'ann', 'bob'],
    );
    expect(refused?.err).toContain('4 of its events and quotations are not judged yet. [review/not-judged]');
    expect(nothing).toMatchObject({ code: 0, out: '[]\n', err: expect.stringContaining('there is no gold') });
    expect(gold?.err).toBe('');
    const readings = JSON.parse(gold!.out) as { format: string; id: string; events: unknown[] }[];
    expect(readings.map(({ format, id, events }) => [format, id, events.length])).toEqual([
      ['chancery/gold@1', 'r_ca11', 3],
    ]);
    expect(agreement?.out).toContain('1 reports that both ann and bob have done.');
    expect(agreement?.out).toContain('Events found     3 of 3 and 3, F1 1.00');
  });

  it.each([
    [['accept', 'r_ca11/e1', '--reviewer', ''], 'cli/no-reviewer'],
    [['accept', 'r_ca11/e9'], 'review/unknown-event'],
    [['accept', 'e1'], 'review/unknown-event'],
    [['accept', 'r_none/e1'], 'ask/unknown-report'],
    [['edit', 'r_ca11/e1', '--set', 'colour=red'], 'review/unknown-field'],
    [['edit', 'r_ca11/e1', '--set', 'red'], 'review/no-setting'],
    [['edit', 'r_ca11/e1', '--set', 'status=maybe'], 'review/bad-value'],
    [['edit', 'r_ca11/e1', '--set', 'type=PARTY'], 'review/bad-value'],
    [['edit', 'r_ca11/e1', '--set', 'mode=dance'], 'review/bad-value'],
    [['edit', 'r_ca11/e1', '--set', 'from=2025-02-30'], 'review/bad-value'],
    [['edit', 'r_ca11/e1', '--set', 'count=some'], 'review/bad-value'],
    [['edit', 'r_ca11/e1', '--set', 'actors=Nobody'], 'review/unknown-party'],
    [['edit', 'r_ca11/e1', '--set', 'trigger=danced'], 'review/no-such-words'],
    [['edit', 'r_ca11/q1', '--set', 'status=planned'], 'review/unknown-field'],
    [['add', 'r_ca11', '--set', 'type=AID', '--set', 'evidence=not there'], 'review/no-such-words'],
    [['add', 'r_ca11', '--set', 'type=AID', '--set', 'evidence=Sudmark'], 'review/several-places'],
    [['add', 'r_ca11', '--set', 'type=AID'], 'review/no-setting'],
    [['split', 'r_ca11/e1', '--part', 'status=planned'], 'review/too-few'],
    [['merge', 'r_ca11/e1', 'r_5a4c/e1'], 'review/several-reports'],
    [['undo', 'r_ca11#1'], 'review/unknown-entry'],
  ] as const)('refuses %j', async (words, code) => {
    const store = await SQLITE_STORES.exampleStore();
    await store.close();
    const run = await ran([...asAnn(['review', ...words]), '--store', store.path]);
    expect(run.err).toContain(`[${code}]`);
    expect(run.code).toBe(2);
    expect((await ran(['review', 'log', '--store', store.path])).out).toBe('The log has no such entry.\n');
  });
});
