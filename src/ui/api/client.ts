import type { Json } from '#law';
import { ApiError, type Failure, offline, readFailure } from './failure.ts';
import type { FileInfo } from './types.ts';

/**
 * The browser's way to the server. A call that meets an expired session or a missing second factor asks the person
 * over the open page and is then repeated as it was: nothing typed is lost.
 */
export type Ask = { signIn(): Promise<boolean>; stepUp(reason: string): Promise<boolean> };

let ask: Ask | null = null;

/** The shell registers its dialogs here. Null while nobody is signed in: then failures are passed on. */
export function askThrough(dialogs: Ask | null): void {
  ask = dialogs;
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
export type CallOptions = {
  readonly body?: unknown;
  /** Bytes instead of a body of JSON, with the headers that describe them. */
  readonly bytes?: { readonly blob: Blob; readonly headers: Readonly<Record<string, string>> };
  /** Names one intent; a repeated click or a repeated call of the same intent is performed once. */
  readonly key?: string;
  /** Passes 401 and step-up on instead of asking. */
  readonly quiet?: boolean;
  /** The call gives the browser a new token in place of the one that it comes with. */
  readonly renews?: boolean;
  /** Gives the call up; whoever does so must not wait for its answer. */
  readonly signal?: AbortSignal;
};

export function newKey(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The last call that renews the session: until its answer is there, the browser still sends the token that it replaces. */
let renewing: Promise<unknown> = Promise.resolve();

/** Calls the API. Throws ApiError and nothing else. */
export async function call<T>(method: Method, path: string, options: CallOptions = {}): Promise<T> {
  const key = options.key ?? newKey();
  const once = (): Promise<Answer> => answerTo(method, path, key, options);
  const { answer, failure } = await (options.renews === true ? renew(once) : underThisSession(once));
  if (failure === null) return (await readJson(answer)) as T;
  if (options.quiet !== true && ask !== null) {
    if (failure.is === 'signed-out' && (await ask.signIn())) return call(method, path, { ...options, key });
    if (failure.is === 'step-up' && (await ask.stepUp(failure.reason))) return call(method, path, { ...options, key });
  }
  throw new ApiError(failure);
}

function renew<T>(once: () => Promise<T>): Promise<T> {
  const answered = once();
  renewing = answered.catch(() => undefined);
  return answered;
}

/** What was on its way when the session got a new token came with the old one, which is nobody's any more: it is asked once more. */
async function underThisSession<T extends { readonly failure: Failure | null }>(once: () => Promise<T>): Promise<T> {
  const first = await once();
  if (first.failure?.is !== 'signed-out') return first;
  await renewing;
  return once();
}

type Answer = { readonly answer: Response; readonly failure: Failure | null };

async function answerTo(method: Method, path: string, key: string, options: CallOptions = {}): Promise<Answer> {
  const answer = await send(method, path, key, options);
  return { answer, failure: answer.ok ? null : readFailure(answer.status, await readJson(answer)) };
}

export function get<T>(path: string): Promise<T> {
  return call<T>('GET', path);
}

async function send(method: Method, path: string, key: string, { body, bytes, signal }: CallOptions = {}): Promise<Response> {
  const headers: Record<string, string> = { accept: 'application/json', 'x-faheng': '1', ...bytes?.headers };
  if (body !== undefined) headers['content-type'] = 'application/json';
  if (method !== 'GET') headers['idempotency-key'] = key;
  try {
    return await fetch(path, {
      method,
      headers,
      credentials: 'same-origin',
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(bytes === undefined ? {} : { body: bytes.blob }),
      ...(signal === undefined ? {} : { signal }),
    });
  } catch {
    throw new ApiError(offline());
  }
}

async function readJson(answer: Response): Promise<unknown> {
  const text = await answer.text();
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * Fetches a file and hands it to the browser to keep, asking for a fresh code where the server wants one. `body`: what the file is
 * made from, where it is more than an address can carry.
 */
export async function download(path: string, fallbackName: string, body?: unknown): Promise<void> {
  const asked = () => (body === undefined ? answerTo('GET', path, newKey()) : answerTo('POST', path, newKey(), { body }));
  const { answer, failure } = await underThisSession(asked);
  if (failure !== null) {
    if (failure.is === 'signed-out' && ask !== null && (await ask.signIn())) return download(path, fallbackName, body);
    if (failure.is === 'step-up' && ask !== null && (await ask.stepUp(failure.reason))) return download(path, fallbackName, body);
    throw new ApiError(failure);
  }
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await answer.blob());
  link.download = nameIn(answer.headers.get('content-disposition')) ?? fallbackName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

function nameIn(disposition: string | null): string | null {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1];
  return encoded === undefined ? null : decodeURIComponent(encoded);
}

/** Uploads one file. `onProgress` gets 0…1. */
export async function upload(file: File, onProgress: (share: number) => void, signal?: AbortSignal): Promise<FileInfo> {
  const once = async () => {
    const { status, json } = await sendFile(file, onProgress, signal);
    return { json, failure: status >= 200 && status < 300 ? null : readFailure(status, json) };
  };
  const { json, failure } = await underThisSession(once);
  if (failure === null) return json as FileInfo;
  if (failure.is === 'signed-out' && ask !== null && (await ask.signIn())) return upload(file, onProgress, signal);
  throw new ApiError(failure);
}

// fetch reports no upload progress.
function sendFile(
  file: File,
  onProgress: (share: number) => void,
  signal?: AbortSignal,
): Promise<{ status: number; json: Json | object | null }> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/api/files');
    request.setRequestHeader('x-faheng', '1');
    request.setRequestHeader('idempotency-key', newKey());
    request.responseType = 'json';
    request.upload.onprogress = (event) => onProgress(event.lengthComputable ? event.loaded / event.total : 0);
    request.onload = () => resolve({ status: request.status, json: request.response });
    request.onerror = () => reject(new ApiError(offline()));
    signal?.addEventListener('abort', () => request.abort());
    const form = new FormData();
    form.append('file', file);
    request.send(form);
  });
}
