import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { anAnswer, aTerm } from '../../knowledge/refresh/answers.ts';
import { temporaryFolder } from '../../store/temporary-folder.ts';
import { ran } from '../run-cli.ts';
import { stubService } from './stub-service.ts';

const NEW = anAnswer([aTerm('NOR', 'foreign_minister', ['Q990001', 'Ada Testberg'], '2026-05-12')]);

function refreshing(endpoint: string, folder: string, ...more: readonly string[]) {
  const to = ['--endpoint', endpoint, '--cache', join(folder, 'cache'), '--contact', 'ann@example.org'];
  return ran(['kb', 'refresh', '--states', 'NOR', '--only', 'foreign-ministers', ...to, ...more]);
}

describe('chancery kb refresh', () => {
  it('shows what is new and takes nothing, then takes it from the same answers', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'taken.yaml');
    const { endpoint, asked } = await stubService([{ text: NEW }]);
    const shown = await refreshing(endpoint, folder);
    expect(shown.out).toContain('NOR  Ada Testberg, foreign minister, 2026-05-12 to …');
    expect(shown.err).toContain('Nothing was taken');
    expect(shown.code).toBe(0);
    const taken = await refreshing(endpoint, folder, '--take', file);
    expect(taken.err).toContain('facts were taken');
    expect(asked).toHaveLength(1);
    expect(readFileSync(file, 'utf8')).toContain('holder: Ada Testberg');
    const who = await ran(['kb', 'who', 'foreign minister of Norway', '--on', '2026-06-01', '--knowledge', file]);
    expect(who.out).toContain('Ada Testberg');
    expect((await refreshing(endpoint, folder, '--knowledge', file)).out).toContain('The base holds all of it.');
  }, 60_000);

  it('writes nothing when one of several queries fails', async () => {
    const folder = temporaryFolder();
    const { endpoint } = await stubService([{ text: NEW }, { status: 400 }]);
    const { code, err } = await refreshing(endpoint, folder, '--only', 'heads', '--take', join(folder, 'taken.yaml'));
    expect(code).toBe(2);
    expect(err).toContain('[refresh/refused]');
    expect(readdirSync(folder)).toEqual(['cache']);
  });

  it('writes over no file, and asks nothing then', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'mine.yaml');
    writeFileSync(file, '[]\n');
    const { endpoint, asked } = await stubService([]);
    const { code, err } = await refreshing(endpoint, folder, '--take', file);
    expect([code, asked.length]).toEqual([2, 0]);
    expect(err).toContain('[refresh/file-exists]');
  });

  it('says clearly that there is no network', async () => {
    const folder = temporaryFolder();
    const { code, err } = await refreshing('http://127.0.0.1:1/sparql', folder, '--take', join(folder, 'taken.yaml'));
    expect(code).toBe(2);
    expect(err).toContain('kb refresh needs the network. Nothing was taken');
    expect(existsSync(join(folder, 'taken.yaml'))).toBe(false);
  });

  it('wants to know whom Wikidata may write to, and codes of states', async () => {
    expect((await ran(['kb', 'refresh'])).err).toContain('--contact');
    const { err } = await ran(['kb', 'refresh', '--contact', 'x', '--states', 'Norway']);
    expect(err).toContain('[refresh/bad-state]');
  });
});
