import type { LocalDate } from '#law';

export const ASSISTED_LABELS = { given: '已协助', refused: '不予协助' } as const;

/** The answer of an organ that was asked for help (处罚法 26). It proves nothing before it has been taken as evidence and verified. */
export type AssistanceAnswer = {
  readonly no: number;
  readonly requestId: string;
  readonly organ: string;
  readonly letter: string;
  readonly outcome: keyof typeof ASSISTED_LABELS;
  readonly number: string | null;
  readonly words: string;
  readonly on: LocalDate;
  readonly files: readonly { readonly name: string; readonly sha256: string }[];
  readonly evidenceNo: number | null;
};
