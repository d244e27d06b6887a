import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { collectBytes } from './collect.ts';

const CRLF = '\r\n';

function record(type: string, uri: string, contentType: string, content: Buffer | string): Buffer {
  const body = Buffer.from(content);
  const head = [
    'WARC/1.0',
    `WARC-Type: ${type}`,
    `WARC-Target-URI: ${uri}`,
    `Content-Type: ${contentType}`,
    `Content-Length: ${body.length}`,
    '',
    '',
  ].join(CRLF);
  return Buffer.concat([Buffer.from(head), body, Buffer.from(CRLF + CRLF)]);
}

function response(
  uri: string,
  body: Buffer | string,
  headers: readonly string[] = ['Content-Type: text/html; charset=utf-8'],
  status = '200 OK',
): Buffer {
  const head = [`HTTP/1.1 ${status}`, ...headers, '', ''].join(CRLF);
  return record(
    'response',
    uri,
    'application/http; msgtype=response',
    Buffer.concat([Buffer.from(head), Buffer.from(body)]),
  );
}

const page = (title: string) =>
  `<html><head><title>${title}</title></head><body><article><h1>${title}</h1><p>The ministers met in the old town hall.</p></article></body></html>`;
const info = record('warcinfo', '', 'application/warc-fields', 'software: by hand');

async function read(bytes: Buffer) {
  const results = await collectBytes(bytes);
  return results.map((result) =>
    result.kind === 'report'
      ? [result.report.source, result.report.url, result.report.title]
      : [result.source, result.error.code],
  );
}

describe('WARC', () => {
  const one = response('https://gazette.example/2024/03/12/one', page('One'));
  const two = response('https://gazette.example/two', page('Two'));

  it('gives a report for each page, named by the offset of its record', async () => {
    expect(await read(Buffer.concat([info, one, two]))).toEqual([
      [`-#${info.length}`, 'https://gazette.example/2024/03/12/one', 'One'],
      [`-#${info.length + one.length}`, 'https://gazette.example/two', 'Two'],
    ]);
  });

  it('reads archives of one gzip member a record', async () => {
    const packed = Buffer.concat([info, one, two].map((bytes) => gzipSync(bytes)));
    expect((await read(packed)).map(([, , title]) => title)).toEqual(['One', 'Two']);
  });

  it('puts chunked bodies together and unpacks packed ones', async () => {
    const [start, rest] = [page('One').slice(0, 40), page('One').slice(40)];
    const chunked = `28${CRLF}${start}${CRLF}${rest.length.toString(16)}${CRLF}${rest}${CRLF}0${CRLF}${CRLF}`;
    const archive = Buffer.concat([
      response('https://gazette.example/1', chunked, ['Content-Type: text/html', 'Transfer-Encoding: chunked']),
      response('https://gazette.example/2', gzipSync(page('Two')), [
        'Content-Type: text/html',
        'Content-Encoding: gzip',
      ]),
      response('https://gazette.example/3', page('Three'), ['Content-Type: text/html', 'Content-Encoding: gzip']),
    ]);
    expect((await read(archive)).map(([, , title]) => title)).toEqual(['One', 'Two', 'Three']);
  });

  it('passes over pictures, errors, requests and robots.txt', async () => {
    const archive = Buffer.concat([
      info,
      record(
        'request',
        'https://gazette.example/1',
        'application/http; msgtype=request',
        `GET /1 HTTP/1.1${CRLF}${CRLF}`,
      ),
      response('https://gazette.example/a.png', 'x', ['Content-Type: image/png']),
      response('https://gazette.example/gone', page('Gone'), ['Content-Type: text/html'], '404 Not Found'),
      response('https://gazette.example/robots.txt', 'User-agent: *', ['Content-Type: text/plain']),
      one,
    ]);
    expect((await read(archive)).map(([, , title]) => title)).toEqual(['One']);
  });

  it('goes on after a page without text, and says where an archive breaks off', async () => {
    const empty = response('https://gazette.example/app', '<html><body><div id="app"></div></body></html>');
    const results = await read(Buffer.concat([empty, one, Buffer.from('WARC/1.0\r\nbroken')]));
    expect(results).toEqual([
      ['-#0', 'read/no-article'],
      [`-#${empty.length}`, 'https://gazette.example/2024/03/12/one', 'One'],
      ['-', 'read/broken-archive'],
    ]);
  });
});
