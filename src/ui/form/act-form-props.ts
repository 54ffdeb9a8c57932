import type { ActAnswer, MatterView, OfferedAct } from '../api/types.ts';
import type { TypedForm } from './typed.ts';

export type ActFormProps = {
  readonly act: Pick<OfferedAct, 'act' | 'label' | 'form' | 'article' | 'cite' | 'stepUp'>;
  /** POST path of the act. */
  readonly path: string;
  /** Names the draft: kind, act and matter. */
  readonly subject: string;
  readonly matter?: Pick<MatterView, 'id' | 'seq'>;
  readonly initial?: TypedForm;
  /** What a row of a list in the form is about. */
  readonly captionOf?: (field: string, row: TypedForm) => string | null;
  /** Offers 补录 of what happened elsewhere. */
  readonly mayReport?: boolean;
  readonly onDone: (answer: ActAnswer) => void;
  readonly onCancel?: () => void;
  /** Reads the matter again after somebody else changed it; what was typed stays. */
  readonly onReload?: () => Promise<unknown>;
};
