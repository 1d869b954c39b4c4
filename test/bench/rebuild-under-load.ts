import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { CLI } from '../support/places.js';
import { answerOf, startCli } from '../support/run-cli.js';
import { everyRole } from '../support/tokens.js';
import { atMost, type Figure } from './figure.js';
import { AUTHORITY, generatedLog } from './generated.js';
import { Clients, type Asked } from './load-clients.js';
import { serve } from './process.js';
import type { Series } from './series.js';

const READS = 200;
const WRITES = 20;
/** Seconds of the same load without a rebuild, before it. */
const BEFORE = 20;
const MEGABYTE = 1024;

export interface UnderLoad {
  readonly figures: readonly Figure[];
  readonly notes: readonly string[];
  readonly series: readonly Series[];
}

/**
 * The read models of a million events are built anew, by `registre replay` beside a server that answers two hundred
 * reads a second and takes twenty writes, each of which is asked for again at once (`?after=`).
 */
export async function rebuildUnderLoad(): Promise<UnderLoad> {
  const { data: generated, events } = await generatedLog('1M');
  // Written to: the next run begins from the same log.
  const data = mkdtempSync(join(tmpdir(), 'bench-load-'));
  cpSync(join(generated, AUTHORITY), join(data, AUTHORITY), {
    recursive: true,
    filter: (path) => !path.endsWith('/files'),
  });
  const server = await serve(CLI, ['serve', '--data', data, '--port', '0'], {
    REGISTRE_LOG_LEVEL: 'error',
    REGISTRE_RATE_PERSON: '1000000000',
  });
  try {
    const clients = await Clients.prepare(`${server.url}/api/v1/${AUTHORITY}`, await everyRole(data));
    await clients.load(READS, WRITES, pause(5_000));
    const alone = await clients.load(READS, WRITES, pause(BEFORE * 1_000));
    const memory = new Memory(server.pid);
    const rebuilding = startCli(['replay', '--data', data, '--authority', AUTHORITY], {});
    memory.alsoOf(rebuilding.pid ?? 0);
    const answered = answerOf(rebuilding);
    const beside = await clients.load(READS, WRITES, answered);
    const series = memory.stop();
    const { code, stderr } = await answered;
    if (code !== 0) throw new Error(`the rebuild failed: ${stderr}`);
    return told(events, alone, beside, series);
  } finally {
    await server.stop();
    rmSync(data, { recursive: true });
  }
}

function told(events: number, alone: Asked, beside: Asked, series: readonly Series[]): UnderLoad {
  const wait = (rank: 'p50' | 'p99', of: 'reads' | 'writes'): Figure => ({
    name: `${of} during a rebuild of ${events} events, wait ${rank} (floor: no rebuild)`,
    measured: beside[of][rank],
    floor: alone[of][rank],
    unit: 'ms',
    reach: null,
  });
  const none = (name: string, measured: number): Figure => ({
    name,
    measured,
    floor: null,
    unit: '',
    reach: atMost(0, 'figure'),
  });
  const [server, rebuild] = series.map(({ points }) => Math.max(...points.map(([, megabytes]) => megabytes)));
  return {
    figures: [
      none('requests that failed during a rebuild', beside.failed),
      none('answers that lacked what their `after` asked', beside.stale),
      none('answers older than one the same client had before', beside.backwards),
      wait('p50', 'reads'),
      wait('p99', 'reads'),
      wait('p50', 'writes'),
      wait('p99', 'writes'),
    ],
    notes: [
      `A rebuild of ${events} events beside ${Math.round(beside.reads.count / beside.seconds)} reads/s and ${Math.round(beside.writes.count / beside.seconds)} writes/s (${READS} and ${WRITES} asked for) took ${Math.round(beside.seconds)} s: ${Math.round(events / beside.seconds)} events/s.`,
      `Memory at most: server ${Math.round(server ?? 0)} MB, rebuilding process ${Math.round(rebuild ?? 0)} MB.`,
      ...beside.faults.map((fault) => `Fault: ${fault}`),
    ],
    series,
  };
}

/** What processes hold in memory, every second. */
class Memory {
  private readonly started = Date.now();
  private readonly timer = setInterval(() => this.look(), 1_000);
  private readonly points: [pid: number, seconds: number, megabytes: number][] = [];
  private readonly pids: number[];

  constructor(server: number) {
    this.pids = [server];
  }

  alsoOf(pid: number): void {
    this.pids.push(pid);
  }

  stop(): readonly Series[] {
    clearInterval(this.timer);
    return this.pids.map((pid, place) => {
      const own = this.points
        .filter(([of]) => of === pid)
        .map(([, seconds, value]) => [seconds, value] as const);
      const name = `memory of the ${place === 0 ? 'server' : 'rebuilding process'}`;
      return { name, unit: 'MB', points: own };
    });
  }

  private look(): void {
    const seconds = (Date.now() - this.started) / 1_000;
    for (const pid of this.pids) {
      const kilobytes = residentOf(pid);
      if (kilobytes !== undefined) this.points.push([pid, seconds, kilobytes / MEGABYTE]);
    }
  }
}

/** In KB; undefined: it has ended. */
function residentOf(pid: number): number | undefined {
  try {
    const [, found] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return found === undefined ? undefined : Number(found);
  } catch {
    return undefined;
  }
}
