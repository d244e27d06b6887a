import { ChanceryError } from '../../problems.ts';
import type { ReadContext } from '../context.ts';
import { decodeBytes } from '../decode.ts';
import { readByline, readStamp } from '../header.ts';
import type { ReportFields } from '../make-report.ts';
import { type ReadResult, readReport } from '../read-result.ts';
import { readAll, type Source } from '../source.ts';
import { readArticle } from './article.ts';
import type { Block } from './blocks.ts';
import { parsePage } from './dom.ts';
import { readPageMetadata } from './page-metadata.ts';

/** Reads a web page as one report. */
export async function* readHtml(source: Source, context: ReadContext): AsyncIterable<ReadResult> {
  const bytes = await readAll(source, context.limits.maxDocumentBytes);
  const { text, problems } = decodeBytes(bytes, source.charset ?? declaredCharset(source.head), source.name);
  yield await readReport({ ...pageFields(text, source.name, source.url), ...context.given }, problems);
}

/** The charset that a page names in its head. A page that is read as ASCII up to here is not UTF-16, whatever it says. */
export function declaredCharset(head: Uint8Array): string | null {
  const beginning = Buffer.from(head.subarray(0, 4096)).toString('latin1');
  const label =
    /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]+)|^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w-]+)/i.exec(
      beginning,
    );
  const charset = (label?.[1] ?? label?.[2])?.toLowerCase() ?? null;
  return charset?.startsWith('utf-16') ? 'utf-8' : charset;
}

/** Takes the fields of a report out of a page; throws `read/no-article` where it shows no running text. */
export function pageFields(html: string, file: string, fetchedFrom: string | null): ReportFields {
  const document = parsePage(html, file);
  const { articleBody, language, ...metadata } = readPageMetadata(document, fetchedFrom);
  const lines = headLinesApart(readArticle(document, file));
  const text = lines.blocks.map((block) => block.text).join('\n\n') || (articleBody ?? '');
  if (text === '') throw noArticle(html, file);
  return {
    ...metadata,
    byline: metadata.byline ?? lines.byline,
    stated: metadata.stated ?? lines.stated,
    statedLanguage: language,
    text,
    source: file,
  };
}

const HEAD_BLOCKS = 6;

/** Bylines and dates that stand above the text as blocks of their own say something about the report and are not part of it. */
function headLinesApart(
  blocks: readonly Block[],
): Pick<ReportFields, 'byline' | 'stated'> & { readonly blocks: readonly Block[] } {
  const head = blocks
    .slice(0, HEAD_BLOCKS)
    .map((block) => ({ block, byline: readByline(block.text), stamp: readStamp(block.text) }));
  const stamps = head.map(({ stamp }) => stamp).filter((stamp) => stamp !== null);
  return {
    blocks: [
      ...head.filter(({ byline, stamp }) => byline === null && stamp === null).map(({ block }) => block),
      ...blocks.slice(HEAD_BLOCKS),
    ],
    byline: head.find(({ byline }) => byline !== null)?.byline ?? null,
    stated: (stamps.find(({ isUpdate }) => !isUpdate) ?? stamps[0])?.stated ?? null,
  };
}

function noArticle(html: string, file: string): ChanceryError {
  const hint = /<script\b/i.test(html)
    ? 'Pages that are put together by scripts must be saved from a browser first.'
    : 'Is it a list of links? Read the pages that it leads to.';
  return new ChanceryError('read/no-article', 'There is no running text in the page.', { at: { file }, hint });
}
