import { describe, expect, it } from 'vitest';
import { makeReport } from '../../src/read/index.ts';

const body = 'The foreign ministers of the two countries met on Tuesday. They agreed to meet again.';
const make = (fields: Partial<Parameters<typeof makeReport>[0]>) =>
  makeReport({ text: body, source: 'a.txt', ...fields });

describe('makeReport', () => {
  it('puts the title first, then a blank line, then the body', () => {
    expect(make({ title: 'Ministers meet' }).text).toBe(`Ministers meet\n\n${body}`);
  });

  it('does not repeat a title with which the body begins', () => {
    const text = `Ministers “meet”\n\n${body}`;
    expect(make({ text, title: 'MINISTERS "MEET"' }).text).toBe(text);
  });

  it('keeps a dateline out of the sentences and says where it is', () => {
    const report = make({ title: 'Ministers meet', text: `VIENNA, May 3 (Reuters) - ${body}` });
    const { start, end, text, place } = report.dateline!;
    expect([text, place, report.outlet]).toEqual(['VIENNA, May 3 (Reuters) -', 'VIENNA', 'Reuters']);
    expect(report.text.slice(start, end)).toBe(text);
  });

  it('makes a dateline that stood apart the first line of the body', () => {
    const report = make({ title: 'Ministers meet', dateline: 'Vienna' });
    expect(report.text).toBe(`Ministers meet\n\nVienna\n\n${body}`);
    expect(report.dateline).toEqual({ start: 16, end: 22, text: 'Vienna', place: 'Vienna' });
  });

  it('takes the date of a dateline only with its year', () => {
    expect(make({ text: `VIENNA, May 3, 2022 (Reuters) - ${body}` }).published).toMatchObject({
      value: '2022-05-03',
      basis: 'metadata',
    });
    expect(make({ text: `VIENNA, May 3 (Reuters) - ${body}` }).published).toMatchObject({
      value: null,
      basis: 'unknown',
    });
  });

  it('lets the given date overrule the stated one', () => {
    const report = make({ text: `VIENNA, May 3, 2022 (Reuters) - ${body}`, published: '2022-05-04' });
    expect(report.published).toEqual({
      value: '2022-05-04',
      basis: 'given',
      from: '2022-05-04',
      to: '2022-05-04',
      reasons: [],
    });
  });

  it.each([
    ['Published 17 March 2023', '2023-03-17'],
    ['March 17, 2023', '2023-03-17'],
    ['Updated 5:32 PM EDT, Fri March 17, 2023', '2023-03-17'],
    ['Published: 14:02 GMT, 17 March 2023 | Updated: 18 March 2023', '2023-03-17'],
    ['Fri 17 Mar 2023 14.02 GMT', '2023-03-17'],
  ])('takes the date of the line %j', (line, date) => {
    expect(make({ text: `Ministers meet\n${line}\n${body}` }).published.value).toBe(date);
  });

  it('takes no date from running text', () => {
    expect(make({ text: `On March 17, 2023, they met. ${body}` }).published.value).toBeNull();
    expect(make({ text: `${body}\n\nMarch 17, 2023` }).published.value).toBeNull();
  });

  it('reads a byline', () => {
    expect(make({ text: `Ministers meet\nBy Ada Example and Ben Other in Vienna\n${body}` }).byline).toBe(
      'Ada Example and Ben Other',
    );
    expect(make({ text: `By Tuesday all had left.\n${body}` }).byline).toBeNull();
  });

  it('gives the same words on the same day the same id, wherever they were read', () => {
    const first = make({ published: '2023-03-17', source: 'a.txt' });
    const second = make({ published: '2023-03-17', source: 'b.txt', text: body.replaceAll(' ', '\u00A0') });
    expect(second.id).toBe(first.id);
    expect(make({ published: '2023-03-18' }).id).not.toBe(first.id);
    expect(first.id).toMatch(/^r_[0-9a-f]{16}$/);
  });

  it('names the outlet by the host of its address', () => {
    expect(make({ url: 'https://edition.cnn.com/2023/03/17/example' }).outlet).toBe('CNN');
    expect(make({ url: 'https://example.org/' }).outlet).toBeNull();
  });
});
