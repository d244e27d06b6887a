import type { ReportRecord } from '../../../record/index.ts';
import { formatDay, formatInterval } from '../parts/dates.ts';
import { originOf } from '../parts/report-label.ts';
import { Name, VisibleText } from '../parts/visible-text.tsx';

/** Where the report comes from, and the day that its relative dates are counted from. */
export function ReportHeader({ record }: { readonly record: ReportRecord }) {
  const { report } = record;
  const isTitleInText = report.title !== null && report.text.trimStart().startsWith(report.title.trim());
  return (
    <header className="report-header">
      <p className="kicker caps">
        <Name>{originOf(report)}</Name>
        <span className="dot"> · </span>
        <Published record={record} />
        {report.byline && (
          <span className="byline">
            <span className="dot"> · </span>
            <Name>{report.byline}</Name>
          </span>
        )}
      </p>
      {!isTitleInText && (
        <h1 className={report.title === null ? 'unseen' : ''} tabIndex={-1}>
          <VisibleText>{report.title ?? `Report from ${originOf(report)}`}</VisibleText>
        </h1>
      )}
    </header>
  );
}

function Published({ record }: { readonly record: ReportRecord }) {
  const { published } = record.report;
  if (published.value) return <time dateTime={published.value}>{formatDay(published.value)}</time>;
  if (published.basis !== 'inferred') return <span>undated</span>;
  return <span>some time in {formatInterval(published.from, published.to)}, by its own text</span>;
}
