/** A kind of file that may be annexed. */
export interface MediaType {
  readonly type: string;
  readonly extension: string;
}

const OFFICE = 'application/vnd.openxmlformats-officedocument.';
const ODF = 'application/vnd.oasis.opendocument.';
const startsWith =
  (...bytes: readonly number[]) =>
  (file: Buffer): boolean =>
    bytes.every((byte, place) => file[place] === byte);
const isZip = startsWith(0x50, 0x4b, 0x03, 0x04);
/** The names of a ZIP's entries stand in it as they are. */
const zipWith =
  (name: string) =>
  (file: Buffer): boolean =>
    isZip(file) && file.includes(name);
const isOpenDocument = (kind: string) => zipWith(`mimetype${ODF}${kind}`);

/** The kinds that are taken, each by what its bytes begin with or hold: what a client says of them is not trusted. */
const KINDS: readonly (MediaType & { readonly fits: (file: Buffer) => boolean })[] = [
  { type: 'application/pdf', extension: 'pdf', fits: startsWith(0x25, 0x50, 0x44, 0x46, 0x2d) },
  { type: 'image/png', extension: 'png', fits: startsWith(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) },
  { type: 'image/jpeg', extension: 'jpg', fits: startsWith(0xff, 0xd8, 0xff) },
  { type: 'image/gif', extension: 'gif', fits: startsWith(0x47, 0x49, 0x46, 0x38) },
  { type: 'image/tiff', extension: 'tif', fits: startsWith(0x49, 0x49, 0x2a, 0x00) },
  { type: 'image/tiff', extension: 'tif', fits: startsWith(0x4d, 0x4d, 0x00, 0x2a) },
  { type: `${OFFICE}wordprocessingml.document`, extension: 'docx', fits: zipWith('word/document.xml') },
  { type: `${OFFICE}spreadsheetml.sheet`, extension: 'xlsx', fits: zipWith('xl/workbook.xml') },
  { type: `${OFFICE}presentationml.presentation`, extension: 'pptx', fits: zipWith('ppt/presentation.xml') },
  { type: `${ODF}text`, extension: 'odt', fits: isOpenDocument('text') },
  { type: `${ODF}spreadsheet`, extension: 'ods', fits: isOpenDocument('spreadsheet') },
  { type: `${ODF}presentation`, extension: 'odp', fits: isOpenDocument('presentation') },
  { type: 'text/plain; charset=utf-8', extension: 'txt', fits: isText },
];

/** What the bytes are; undefined: nothing that may be annexed. */
export function mediaTypeOf(file: Buffer): MediaType | undefined {
  const kind = KINDS.find(({ fits }) => fits(file));
  return kind && { type: kind.type, extension: kind.extension };
}

/** UTF-8 without control characters, save those of lines and columns. */
function isText(file: Buffer): boolean {
  if (file.length === 0) return false;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(file);
    // eslint-disable-next-line no-control-regex
    return !/[\0-\x08\x0b\x0e-\x1f]/.test(text);
  } catch {
    return false;
  }
}
