import { csvHead, csvLine, type CsvColumns } from './csv.js';

const COLUMNS: CsvColumns<{ readonly said: string | number | null }> = {
  objet: ({ said }) => said,
  fin: () => 'x',
};
const line = (said: string | number | null) => csvLine(COLUMNS, { said });

describe('a file for spreadsheets', () => {
  it('begins with a mark of its encoding and the names of its columns', () =>
    expect(csvHead(COLUMNS)).toBe('\uFEFFobjet,fin\r\n'));

  it('keeps commas, quotes and line breaks inside a cell (RFC 4180)', () =>
    expect(line('Vœu « eau », dit "l’eau",\nreporté')).toBe(
      '"Vœu « eau », dit ""l’eau"",\nreporté","x"\r\n',
    ));

  it('leaves empty what is not known, and never writes 0 for it', () => {
    expect(line(null)).toBe(',"x"\r\n');
    expect(line(0)).toBe('0,"x"\r\n');
    expect(line(-3)).toBe('-3,"x"\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\uFF1D1', ' =1', '\t1', '\n=1'])(
    'does not let a spreadsheet run the text %j',
    (text) => expect(line(text)).toBe(`"'${text}","x"\r\n`),
  );
});
