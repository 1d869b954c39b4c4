/** Takes contents out of the file store; the documents' side knows how. */
export abstract class StoredContents {
  /** Takes the bytes away, for good. What is not there any more is no error. */
  abstract erase(authority: string, content: string): Promise<void>;
}
