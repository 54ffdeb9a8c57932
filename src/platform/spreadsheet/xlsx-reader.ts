import { Worker, type WorkerOptions } from 'node:worker_threads';
import { isRefusal, type Refusal } from '#law/outcome';
import { refuseFile, type SheetItem, type Spreadsheet, type SpreadsheetLimits } from './sheet.ts';
import type { FromWorker, ToWorker } from './xlsx.worker.ts';
import { openParts } from './xlsx-zip.ts';

/**
 * Opens a workbook in a thread of its own, which is ended when it takes too much memory or time: the thread that serves
 * requests only looks at the list of parts, so that a bomb is refused before a thread starts, and never unpacks anything.
 */
export async function openXlsx(path: string, limits: SpreadsheetLimits): Promise<Spreadsheet | Refusal> {
  const weighed = await openParts(path, limits);
  if (isRefusal(weighed)) return weighed;
  weighed.close();
  const line = new WorkerLine(path, limits);
  const first = await line.next();
  if (first.is === 'opened') {
    return {
      format: 'xlsx',
      encoding: null,
      separator: null,
      sheets: first.sheets,
      read: (sheet) => rowsOf(line, sheet),
      progress: () => line.progress,
      close: () => line.close(),
    };
  }
  await line.close();
  return first.is === 'refused' ? first.refusal : refuseFile('broken-workbook', '工作簿无法打开');
}

async function* rowsOf(line: WorkerLine, sheet: number): AsyncGenerator<readonly SheetItem[]> {
  line.say({ read: sheet });
  for (;;) {
    const message = await line.next();
    if (message.is === 'end') return;
    if (message.is === 'rows') {
      line.progress = message.progress;
      yield message.items;
      line.say({ more: true });
    } else if (message.is === 'refused') {
      yield [{ is: 'fault', fault: { line: null, reason: `${message.refusal.reason}；此前的行已读取` } }];
      return;
    }
  }
}

/**
 * A built program has the worker beside it as plain JavaScript. From source, the thread first learns TypeScript: a
 * thread does not inherit the loader of the one that starts it.
 */
function startWorker(options: WorkerOptions): Worker {
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL('./xlsx.worker.js', import.meta.url), options);
  const loader = import.meta.resolve('tsx/esm/api');
  const source = new URL('./xlsx.worker.ts', import.meta.url).href;
  const start = `import(${JSON.stringify(loader)}).then(({ register }) => { register(); return import(${JSON.stringify(source)}); })`;
  return new Worker(start, { ...options, eval: true });
}

class WorkerLine {
  progress = 0;
  readonly #worker: Worker;
  readonly #limits: SpreadsheetLimits;
  readonly #messages: FromWorker[] = [];
  #waiting: ((message: FromWorker) => void) | null = null;
  #over: FromWorker | null = null;

  constructor(path: string, limits: SpreadsheetLimits) {
    this.#limits = limits;
    this.#worker = startWorker({
      workerData: { path, limits },
      resourceLimits: { maxOldGenerationSizeMb: limits.heapMb, maxYoungGenerationSizeMb: 32 },
      execArgv: [],
    });
    this.#worker.on('message', (message: FromWorker) => this.#arrived(message));
    this.#worker.on('error', (error: NodeJS.ErrnoException) => this.#ended(refusalOf(error)));
    this.#worker.on('exit', () => this.#ended(refuseFile('reader-ended', '读取工作簿的进程意外结束，请重试')));
  }

  say(message: ToWorker): void {
    this.#worker.postMessage(message);
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  async next(): Promise<FromWorker> {
    const ready = this.#messages.shift() ?? this.#over;
    if (ready !== null && ready !== undefined) return ready;
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.#ended(refuseFile('too-slow', '读取工作簿用时过长，已停止；请拆分成几个文件，或另存为CSV后再导入'));
        void this.#worker.terminate();
      }, this.#limits.answerMs);
      this.#waiting = (message) => {
        clearTimeout(timer);
        resolve(message);
      };
    });
  }

  #arrived(message: FromWorker): void {
    const waiting = this.#waiting;
    this.#waiting = null;
    if (waiting === null) this.#messages.push(message);
    else waiting(message);
  }

  #ended(refusal: Refusal): void {
    if (this.#over !== null) return;
    this.#over = { is: 'refused', refusal };
    if (this.#waiting !== null) this.#arrived(this.#over);
  }
}

function refusalOf(error: NodeJS.ErrnoException): Refusal {
  return error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? refuseFile('too-much-memory', '工作簿内容过多，超出读取内存上限；请拆分成几个文件，或另存为CSV后再导入')
    : refuseFile('broken-workbook', '工作簿无法读取，可能不完整或已损坏；请重新导出或另存后再导入');
}
