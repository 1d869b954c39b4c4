import type { Recorded } from './client';
import { Problem, problemFrom, unreachable } from './problem';

interface Upload {
  readonly authority: string;
  readonly session: string;
  readonly affair: string;
  readonly title: string;
  readonly file: File;
  /** The same for each try: it is attached once. */
  readonly key: string;
  /** How much is sent, from 0 to 1. */
  readonly onProgress: (share: number) => void;
}

/** Attaches an annex with its file. `fetch` does not tell how much is sent. @throws Problem */
export function uploadAnnex(upload: Upload): Promise<Recorded> {
  const { authority, session, affair, title, file, key, onProgress } = upload;
  const path = [authority, 'sessions', session, 'affairs', affair, 'annexes', 'file'].map(encodeURIComponent);
  const request = new XMLHttpRequest();
  request.open('POST', `/api/v1/${path.join('/')}?${new URLSearchParams({ title }).toString()}`);
  request.setRequestHeader('content-type', 'application/octet-stream');
  request.setRequestHeader('x-registre', 'pages');
  request.setRequestHeader('idempotency-key', key);
  request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 1 : loaded / total);
  return new Promise((resolve, reject) => {
    request.onerror = () => reject(unreachable());
    request.onload = () => {
      const answer = parsed(request.responseText);
      if (request.status < 300 && answer !== null) resolve(answer);
      else reject(problemFrom(request.status, answer ?? {}));
    };
    request.send(file);
  }).catch((error: unknown) => {
    throw error instanceof Problem ? error : unreachable();
  }) as Promise<Recorded>;
}

function parsed(text: string): object | null {
  try {
    return JSON.parse(text) as object;
  } catch {
    return null;
  }
}
