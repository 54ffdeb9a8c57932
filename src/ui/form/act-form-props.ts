import type { ReactNode } from 'react';
import type { ActAnswer, MatterView, OfferedAct } from '../api/types.ts';
import type { FormLists } from './form-lists.ts';
import type { TypedForm } from './typed.ts';

/** elsewhere: only as 补录. reported: 补录 of what happened elsewhere, with its source. dated: an entry about an earlier day. today: neither. */
export type Behind = 'elsewhere' | 'reported' | 'dated' | 'today';

export function behindOf(act: Pick<OfferedAct, 'does' | 'reportable' | 'onlyReported'>): Behind {
  if (act.onlyReported) return 'elsewhere';
  if (act.reportable) return 'reported';
  return act.does === 'entry' ? 'dated' : 'today';
}

export type Prints = NonNullable<OfferedAct['prints']>;

export type FormHelp = {
  readonly group: string;
  /** The item of the matter; null: it names none. */
  readonly itemCode: string | null;
  /** Fields that are asked for only once `show` has found an occasion for them, in what is in force today. */
  readonly leftOut: readonly string[];
  readonly show: (typed: TypedForm, change: (typed: TypedForm) => void, leaveOut: (fields: readonly string[]) => void) => ReactNode;
};

export type ActFormProps = {
  readonly act: Pick<OfferedAct, 'act' | 'label' | 'form' | 'article' | 'cite' | 'stepUp'> & { readonly reason?: string | null };
  /** POST path of the act. */
  readonly path: string;
  /** Names the draft: kind, act and matter. */
  readonly subject: string;
  readonly matter?: Pick<MatterView, 'id' | 'seq'>;
  readonly initial?: TypedForm;
  /** What a row of a list in the form is about. */
  readonly captionOf?: (field: string, row: TypedForm) => string | null;
  /** Optional fields for which the matter gives no occasion. */
  readonly unasked?: readonly string[];
  /** What there is to tick in the matter, by field. */
  readonly lists?: FormLists;
  /** What helps to fill in one group of the form; it may fill in for whoever types. */
  readonly help?: FormHelp | null;
  /** How the act may tell of a day behind; without it the act is done today. */
  readonly behind?: Behind;
  /** What the act prints is shown beside the form. */
  readonly preview?: { readonly kind: string; readonly matterId: string | null; readonly prints: Prints };
  readonly onDone: (answer: ActAnswer) => void;
  readonly onCancel?: () => void;
  /** Reads the matter again after somebody else changed it; what was typed stays. */
  readonly onReload?: () => Promise<unknown>;
};
