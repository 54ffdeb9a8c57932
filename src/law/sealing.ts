import type { Citation } from './citation.ts';
import { files } from './form.ts';
import type { BaseState, Folds, Guard, Lifecycle, LifecycleRow, May } from './matter-kind.ts';
import { letterGuards, type Outgoing, scanOf } from './outgoing.ts';

export const SEALING_FORMS = { seal: {}, 'seal-by-hand': { scan: files('用印后的扫描件', { max: 1 }) } };
type SealingForms = typeof SEALING_FORMS;

export type Sealing<S extends BaseState> = {
  readonly cite: Citation;
  readonly by: readonly May[];
  readonly from: readonly S['status'][];
  readonly to: S['status'] | ((folded: S) => S['status']);
  readonly letterOf: (s: S) => Outgoing | null;
  /** Asked before the conditions that every letter has: who may come near a sealed matter … */
  readonly guards?: readonly Guard<S, null>[];
  /** The party whose letter it is, where another reads the matter before it is served. */
  readonly inside?: string;
  /** The paper of the letter, where others of the matter may be waiting beside it. */
  readonly marked?: (s: S) => string | null | undefined;
  /** What comes once the letter is sealed: 等待送达. */
  readonly next: string;
};

/** 用印, by the platform or by hand with a scan: by another hand than the signatory's, and never of a page that is not there yet. */
export function sealing<S extends BaseState>(way: Sealing<S>): Lifecycle<S, SealingForms> {
  const { cite, by, from, to, letterOf, guards = [], inside, marked, next } = way;
  const { notSigner, rendered } = letterGuards(cite, letterOf);
  const numbered = (s: S): string => letterOf(s)?.number ?? '';
  const also = { ...(inside === undefined ? {} : { inside }), ...(marked === undefined ? {} : { marked }) };
  const step = { does: 'step', from, to, by, cite, ...also } as const satisfies Partial<LifecycleRow<S, never>>;
  return {
    seal: {
      ...step,
      label: '用印',
      guards: [...guards, notSigner, rendered],
      stepUp: true,
      documents: 'e-seal',
      says: (s) => `${numbered(s)}已用印；用印文书生成后${next}。`,
    },
    'seal-by-hand': {
      ...step,
      label: '手工用印并上传',
      guards: [...guards, notSigner],
      documents: 'sealed-by-hand',
      says: (s) => `${numbered(s)}已手工用印，扫描件已存；等待${next}。`,
    },
  };
}

/** The platform's seal leaves its mark by an act of its own; a seal set by hand is known by its scan. */
export function sealingFolds<S extends BaseState & { readonly letter: Outgoing | null }>(): Folds<S, SealingForms> {
  return {
    seal: (s) => s,
    'seal-by-hand': (s, _, frame) => (s.letter === null ? s : { ...s, letter: { ...s.letter, scan: scanOf(frame) } }),
  };
}
