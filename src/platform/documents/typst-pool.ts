import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { packageRoot } from '#platform/package-root';
import { fontFolders } from './fonts.ts';

export type Made = { readonly bytes: Buffer; readonly pages: number };

/** `as`: the standard of a PDF, or one picture of all pages, one below the other. */
export type RenderInput = { readonly json: string; readonly layoutVersion: number; readonly as: '1.7' | 'a-2b' | 'svg' };

/** A worker of the pool: where it stands below the platform, the folder of its layout files, and what of an input moves to it instead of being copied. */
export type PoolWorker<I> = { readonly file: string; readonly folder: string; moved(input: I): readonly ArrayBuffer[] };

export type TypstPool<I = RenderInput> = {
  render(input: I): Promise<Made>;
  /** Stops every worker; what is still waiting is refused. The pool starts again with the next document. */
  close(): Promise<void>;
};

type Reply = { readonly id: number; readonly bytes?: Uint8Array; readonly pages?: number; readonly failed?: string };
type Job<I> = {
  readonly id: number;
  readonly input: I;
  readonly done: (made: Made) => void;
  readonly fail: (error: Error) => void;
};
type Seat<I> = { readonly worker: Worker; job: Job<I> | null; timer: NodeJS.Timeout | null };

const OFFICIAL: PoolWorker<RenderInput> = { file: 'documents/typst-worker.mjs', folder: 'documents/typst', moved: () => [] };
type PoolOptions = { readonly size: number; readonly timeoutMs: number };

/**
 * Compilers in threads of their own, one each, started when first needed. A thread that crashes or exceeds the time
 * fails its document only and is replaced. Idle threads do not keep the process alive.
 */
export function typstPool(options: PoolOptions): TypstPool {
  return poolOf(options, OFFICIAL);
}

/** The same for another worker with layout files of its own. */
export function poolOf<I extends object>(options: PoolOptions, kind: PoolWorker<I>): TypstPool<I> {
  const platform = join(packageRoot(), 'src', 'platform');
  const waiting: Job<I>[] = [];
  let seats: Seat<I>[] = [];
  let lastId = 0;

  function leave(seat: Seat<I>, error: Error): void {
    if (!seats.includes(seat)) return;
    seats = seats.filter((other) => other !== seat);
    settle(seat)?.fail(error);
    void seat.worker.terminate();
    serve();
  }

  function settle(seat: Seat<I>): Job<I> | null {
    if (seat.timer !== null) clearTimeout(seat.timer);
    const { job } = seat;
    seat.timer = null;
    seat.job = null;
    seat.worker.unref();
    return job;
  }

  function newSeat(): Seat<I> {
    const worker = new Worker(join(platform, kind.file), {
      workerData: { folder: join(platform, kind.folder), fontFolders: fontFolders() },
      execArgv: [],
    });
    const seat: Seat<I> = { worker, job: null, timer: null };
    worker.on('message', (reply: Reply) => {
      if (seat.job?.id !== reply.id) return;
      answer(settle(seat), reply);
      serve();
    });
    worker.on('error', (error) => leave(seat, error));
    worker.on('exit', (code) => leave(seat, new Error(`document worker ended with code ${code}`)));
    worker.unref();
    seats.push(seat);
    return seat;
  }

  function serve(): void {
    const next = waiting[0];
    const free = seats.find((seat) => seat.job === null) ?? (seats.length < options.size && next !== undefined ? newSeat() : undefined);
    if (next === undefined || free === undefined) return;
    waiting.shift();
    free.job = next;
    free.worker.ref();
    free.timer = setTimeout(() => leave(free, new Error(`document not rendered within ${options.timeoutMs} ms`)), options.timeoutMs);
    free.worker.postMessage({ ...next.input, id: next.id }, [...kind.moved(next.input)]);
    serve();
  }

  return {
    render: (input) =>
      new Promise((done, fail) => {
        lastId += 1;
        waiting.push({ id: lastId, input, done, fail });
        serve();
      }),
    close: async () => {
      const closing = seats;
      const refused = new Error('document renderer closed');
      seats = [];
      for (const job of waiting.splice(0)) job.fail(refused);
      for (const seat of closing) settle(seat)?.fail(refused);
      await Promise.all(closing.map((seat) => seat.worker.terminate()));
    },
  };
}

function answer(job: Pick<Job<never>, 'done' | 'fail'> | null, reply: Reply): void {
  if (reply.bytes === undefined) job?.fail(new Error(reply.failed ?? 'document not rendered'));
  else job?.done({ bytes: Buffer.from(reply.bytes), pages: reply.pages ?? 0 });
}
