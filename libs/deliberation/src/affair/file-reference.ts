/** A content kept in the file store, named by the hash of salt and bytes. */
export interface FileReference {
  /** SHA-256 of salt ‖ bytes, hexadecimal: its name in the store. */
  readonly id: string;
  /** Sixteen random bytes, base64. */
  readonly salt: string;
  /** Length in bytes. */
  readonly size: number;
}
