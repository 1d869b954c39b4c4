import { createHash } from 'node:crypto';
import { request } from 'node:http';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { eachStore } from '../support/each-store.js';
import type { LooseJson } from '../support/loose-json.js';
import { RegisterClient } from '../support/register-client.js';
import { runCli } from '../support/run-cli.js';
import { constituteCouncil, members, openSeance, type Seance } from '../support/seance.js';
import { startServer, type RunningServer } from '../support/start-server.js';
import { tempFolder } from '../support/temp-folder.js';

const PDF = Buffer.from(`%PDF-1.7\n${'Plan de financement\n'.repeat(5_000)}%%EOF\n`);
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

eachStore('annexes', (store) => {
  const dataDir = tempFolder();
  let server: RunningServer;
  let register: RegisterClient;
  let seance: Seance;
  let affair: string;
  beforeAll(async () => {
    server = await startServer({ dataDir, env: { ...store.env, REGISTRE_ANNEX_BYTES: '200000' } });
    register = new RegisterClient(server.url);
    await constituteCouncil(register, 3);
    seance = await openSeance(register, { inOffice: 3, present: members(3) });
    affair = await seance.place('Une convention');
  });

  const path = () => `${seance.affairPath(affair)}/annexes`;
  const upload = (bytes: Uint8Array, query = 'title=Convention', headers = {}) =>
    register.sendText(`${path()}/file?${query}`, bytes, {
      'content-type': 'application/octet-stream',
      ...headers,
    });
  /** The same without its size, as a browser does not know it either of what it reads from elsewhere. */
  const inPieces = async (bytes: Uint8Array): Promise<[status: number, code: unknown]> => {
    const pieces = new ReadableStream({
      start(sent) {
        for (let at = 0; at < bytes.length; at += 65_536) sent.enqueue(bytes.subarray(at, at + 65_536));
        sent.close();
      },
    });
    const answer = await fetch(`${server.url}/api/v1/${register.authority}${path()}/file?title=Morceaux`, {
      method: 'POST',
      headers: { authorization: `Bearer ${server.token}`, 'content-type': 'application/octet-stream' },
      body: pieces,
      duplex: 'half',
    });
    const { code, stream, revision } = (await answer.json()) as LooseJson;
    if (answer.ok) register.seeing(`${stream}@${revision}`);
    return [answer.status, code];
  };
  const download = (place: number, headers = {}) =>
    fetch(`${server.url}/api/v1/${register.authority}${path()}/${place}`, {
      headers: { authorization: `Bearer ${server.token}`, ...headers },
    });
  const annexes = async () => (await register.read(`/affairs/${affair}`)).annexes ?? [];
  const onDisk = () => {
    const folder = join(dataDir, register.authority, 'files');
    return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).length;
  };

  it('given a file, when it is sent, then the same bytes can be had, as a file and nothing that runs', async () => {
    const answer = await upload(PDF, `title=${encodeURIComponent('Convention d’été : « annexe »')}`);
    expect(answer.status).toBe(200);
    const [annex] = await annexes();
    expect(annex).toMatchObject({ sha256: sha256(PDF), file: { size: PDF.length } });

    const got = await download(1);
    expect(got.status).toBe(200);
    expect(Buffer.from(await got.arrayBuffer()).equals(PDF)).toBe(true);
    expect(got.headers.get('content-type')).toBe('application/pdf');
    expect(got.headers.get('x-content-type-options')).toBe('nosniff');
    expect(decodeURIComponent(got.headers.get('content-disposition') ?? '')).toMatch(
      /^attachment; .*été.*\.pdf$/,
    );
    const again = await download(1, { 'if-none-match': got.headers.get('etag') ?? '' });
    expect([again.status, (await again.arrayBuffer()).byteLength]).toEqual([304, 0]);
  });

  it('given a key, when the same is sent again, then the same answer, no second annex and no second file', async () => {
    const key = { 'idempotency-key': 'annexe-1' };
    const first = await upload(PDF, 'title=Plan', key);
    const [count, kept] = [(await annexes()).length, onDisk()];
    const second = await upload(PDF, 'title=Plan', key);
    expect([second.status, second.body]).toEqual([200, first.body]);
    expect([(await annexes()).length, onDisk()]).toEqual([count, kept]);

    for (const [bytes, query] of [
      [Buffer.concat([PDF, PDF.subarray(0, 9)]), 'title=Plan'],
      [PDF, 'title=Autre'],
    ] as const) {
      expect(await upload(bytes, query, key)).toMatchObject({
        status: 422,
        body: { code: 'idempotency-key-reused' },
      });
    }
    expect(onDisk()).toBe(kept);
  });

  describe('given what cannot be taken', () => {
    it.each([
      ['too large', () => upload(Buffer.alloc(200_001, 'a')), 413, 'annex.too-large'],
      ['of a kind that is not taken', () => upload(Buffer.from([0x4d, 0x5a, 0x90, 0, 3])), 400, 'annex.kind'],
      [
        'other bytes than announced',
        () => upload(PDF, `title=x&sha256=${'0'.repeat(64)}`),
        400,
        'annex.sha256',
      ],
      ['without a title', () => upload(PDF, ''), 400, 'invalid-body'],
      ['as JSON', () => register.send(`${path()}/file?title=x`, { title: 'x' }), 400, 'annex.kind'],
    ])('when it is %s, then it is refused and nothing is kept', async (_what, send, status, code) => {
      const [count, kept] = [(await annexes()).length, onDisk()];
      expect(await send()).toMatchObject({ status, body: { code } });
      expect([(await annexes()).length, onDisk()]).toEqual([count, kept]);
    });

    it('when its size is not announced, then it is taken up to the limit and not one byte more', async () => {
      const [count, kept] = [(await annexes()).length, onDisk()];
      expect(await inPieces(Buffer.alloc(200_001, 'a'))).toEqual([413, 'annex.too-large']);
      expect([(await annexes()).length, onDisk()]).toEqual([count, kept]);
      expect((await upload(Buffer.alloc(200_000, 'a'), 'title=Entier')).status).toBe(200);
      expect(await inPieces(Buffer.alloc(200_000, 'b'))).toEqual([200, undefined]);
      expect([(await annexes()).length, onDisk()]).toEqual([count + 2, kept + 2]);
    });

    it('when the connection is cut, then nothing is kept', async () => {
      const [count, kept] = [(await annexes()).length, onDisk()];
      await new Promise<void>((resolve) => {
        const sending = request(`${server.url}/api/v1/${register.authority}${path()}/file?title=x`, {
          method: 'POST',
          headers: {
            authorization: `Bearer ${server.token}`,
            'content-type': 'application/octet-stream',
            'content-length': PDF.length,
          },
        });
        sending.on('error', () => resolve());
        sending.write(PDF.subarray(0, 50_000), () =>
          setTimeout(() => sending.destroy(new Error('cut')), 100),
        );
      });
      expect((await upload(PDF, 'title=Ensuite')).status).toBe(200);
      expect([(await annexes()).length, onDisk()]).toEqual([count + 1, kept + 1]);
    });

    it('when it is asked elsewhere than for a file, then only JSON is taken', async () => {
      const headers = { 'content-type': 'application/octet-stream' };
      expect((await register.sendText(`${seance.path}/chair`, PDF, headers)).status).toBe(415);
    });
  });

  it('given an annex of which only the title is known, when its file is asked for, then there is none', async () => {
    await register.command(path(), { title: 'Sur papier' });
    const place = (await annexes()).length;
    const answer = await download(place);
    expect([answer.status, await answer.json()]).toMatchObject([404, { code: 'annex.title-only' }]);
    expect((await download(place + 1)).status).toBe(404);
  });

  it('leaves nothing for doctor to find', async () => {
    const args = ['doctor', '--data', dataDir, '--authority', register.authority, '--json'];
    const { stdout } = await runCli(args, store.env);
    expect(JSON.parse(stdout)).toMatchObject([{ findings: [] }]);
  });
});
