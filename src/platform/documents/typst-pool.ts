import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { packageRoot } from '#platform/package-root';
import { fontFolders } from './fonts.ts';

export type Made = { readonly bytes: Buffer; readonly pages: number };

/** `as`: the standard of a PDF, or one picture of all pages, one below the other. */
export type RenderInput = { readonly json: string; readonly layoutVersion: number; readonly as: '1.7' | 'a-2b' | 'svg' };

export type TypstPool = {
  render(input: RenderInput): Promise<Made>;
  /** Stops every worker; what is still waiting is refused. The pool starts again with the next document. */
  close(): Promise<void>;
};

type Reply = { readonly id: number; readonly bytes?: Uint8Array; readonly pages?: number; readonly failed?: string };
type Job = {
  readonly id: number;
  readonly input: RenderInput;
  readonly done: (made: Made) => void;
  readonly fail: (error: Error) => void;
};
type Seat = { readonly worker: Worker; job: Job | null; timer: NodeJS.Timeout | null };

/**
 * Compilers in threads of their own, one each, started when first needed. A thread that crashes or exceeds the time
 * fails its document only and is replaced. Idle threads do not keep the process alive.
 */
export function typstPool(options: { readonly size: number; readonly timeoutMs: number }): TypstPool {
  const folder = join(packageRoot(), 'src', 'platform', 'documents');
  const waiting: Job[] = [];
  let seats: Seat[] = [];
  let lastId = 0;

  function leave(seat: Seat, error: Error): void {
    if (!seats.includes(seat)) return;
    seats = seats.filter((other) => other !== seat);
    settle(seat)?.fail(error);
    void seat.worker.terminate();
    serve();
  }

  function settle(seat: Seat): Job | null {
    if (seat.timer !== null) clearTimeout(seat.timer);
    const { job } = seat;
    seat.timer = null;
    seat.job = null;
    seat.worker.unref();
    return job;
  }

  function newSeat(): Seat {
    const worker = new Worker(join(folder, 'typst-worker.mjs'), {
      workerData: { folder: join(folder, 'typst'), fontFolders: fontFolders() },
      execArgv: [],
    });
    const seat: Seat = { worker, job: null, timer: null };
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
    free.worker.postMessage({ id: next.id, ...next.input });
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

function answer(job: Job | null, reply: Reply): void {
  if (reply.bytes === undefined) job?.fail(new Error(reply.failed ?? 'document not rendered'));
  else job?.done({ bytes: Buffer.from(reply.bytes), pages: reply.pages ?? 0 });
}
