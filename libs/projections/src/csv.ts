/** What a spreadsheet would take for a formula, were the cell to begin with it. */
const FORMULA = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/;

/** The columns of a file for spreadsheets, in order, each with what it holds; null: not known. */
export type CsvColumns<Row> = { readonly [column: string]: (row: Row) => string | number | null };

/** The first line, behind a mark that tells a spreadsheet that the file is UTF-8. */
export const csvHead = <Row>(columns: CsvColumns<Row>): string =>
  `\uFEFF${Object.keys(columns).join(',')}\r\n`;

/** A line by RFC 4180; unknown is empty, and a text that a spreadsheet would run begins with an apostrophe. */
export const csvLine = <Row>(columns: CsvColumns<Row>, row: Row): string =>
  `${Object.values(columns)
    .map((valueOf) => cell(valueOf(row)))
    .join(',')}\r\n`;

function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return `"${text.replaceAll('"', '""')}"`;
}
