import type { OfficialDocument } from '#law';
import { type RenderOptions, typstInput } from './typst-input.ts';
import { typstPool } from './typst-pool.ts';

/** All pages one below the other as one picture, drawn by the same template, renderer and fonts as the PDF. */
export type DraftPages = { readonly svg: string; readonly pages: number };
/** superseded: the same person has asked for a newer page meanwhile. busy: too many are waiting. too-long: not drawn in time. */
export type NoPages = 'superseded' | 'busy' | 'too-long';

export type DraftRequest = {
  readonly document: OfficialDocument;
  /** What lies over the pages: 草稿 across them, or seal and code. */
  readonly layers: RenderOptions;
  /** Whose page it is: a newer one takes the place of the one that is still waiting. */
  readonly account: string;
  /** Nobody waits for the answer any more. */
  readonly signal?: AbortSignal;
};

export type DraftRenderer = {
  render(request: DraftRequest): Promise<DraftPages | NoPages>;
  close(): Promise<void>;
};

type Waiting = { readonly request: DraftRequest; readonly answer: (pages: DraftPages | NoPages) => void };

/** About two hundred pages; what is longer is drawn when it is issued and by then has been read as text. */
const LONGEST_JSON = 1_200_000;
const MOST_WAITING = 12;

/**
 * Draws drafts one at a time in a thread of its own, so that they never wait for, nor hold up, what has been issued.
 * At most one page a person waits, and no more than `MOST_WAITING` in all.
 */
export function draftRenderer(options: { readonly timeoutMs: number } = { timeoutMs: 10_000 }): DraftRenderer {
  const pool = typstPool({ size: 1, timeoutMs: options.timeoutMs });
  const waiting = new Map<string, Waiting>();
  let busy = false;

  async function serve(): Promise<void> {
    if (busy) return;
    busy = true;
    for (let next = take(); next !== null; next = take()) next.answer(await drawn(next.request));
    busy = false;
  }

  function take(): Waiting | null {
    for (const [account, one] of waiting) {
      waiting.delete(account);
      if (one.request.signal?.aborted !== true) return one;
      one.answer('superseded');
    }
    return null;
  }

  async function drawn({ document, layers }: DraftRequest): Promise<DraftPages | NoPages> {
    const { json, layoutVersion } = typstInput(document, layers);
    if (json.length > LONGEST_JSON) return 'too-long';
    try {
      const { bytes, pages } = await pool.render({ json, layoutVersion, as: 'svg' });
      return { svg: bytes.toString('utf8'), pages };
    } catch (error) {
      if (error instanceof Error && error.message.includes('not rendered within')) return 'too-long';
      console.error('draft pages:', error);
      return 'busy';
    }
  }

  return {
    render: (request) =>
      new Promise((answer) => {
        const before = waiting.get(request.account);
        if (before === undefined && waiting.size >= MOST_WAITING) return answer('busy');
        before?.answer('superseded');
        waiting.set(request.account, { request, answer });
        void serve();
      }),
    close: () => pool.close(),
  };
}
