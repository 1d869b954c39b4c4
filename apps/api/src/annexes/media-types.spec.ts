import { mediaTypeOf } from './media-types.js';

const zip = (...names: readonly string[]) =>
  Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), Buffer.from(names.join('\0'))]);

describe('the kind of a file', () => {
  it.each([
    ['pdf', Buffer.from('%PDF-1.7\n')],
    ['png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0])],
    ['jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
    ['docx', zip('[Content_Types].xml', 'word/document.xml')],
    ['xlsx', zip('xl/workbook.xml')],
    ['odt', zip('mimetypeapplication/vnd.oasis.opendocument.text')],
    ['txt', Buffer.from('Plan de financement\r\n\tété 2024')],
  ])('is %s by its bytes', (extension, bytes) => {
    expect(mediaTypeOf(bytes)?.extension).toBe(extension);
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a program', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0])],
    ['a ZIP that is no document', zip('virus.exe')],
    ['text in another encoding', Buffer.from([0xe9, 0x74, 0xe9])],
  ])('is not taken: %s', (_what, bytes) => {
    expect(mediaTypeOf(bytes)).toBeUndefined();
  });

  it.each([0x00, 0x08, 0x0b, 0x0e, 0x1b, 0x1f])('is not text with the control character %i', (sign) => {
    expect(mediaTypeOf(Buffer.from(`a${String.fromCharCode(sign)}b`))).toBeUndefined();
  });
});
