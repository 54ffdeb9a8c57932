import type { Label, LocalDate } from '#law';

export const STATUS_LABELS = { open: '待处理', trying: '正在再次办理', done: '已自动办成', closed: '已关闭' } as const;
export type Status = keyof typeof STATUS_LABELS;

/** Something that was to follow an act by itself and did not. It names its cause by id alone: what that is about stays there. */
export type UnfinishedEffect = {
  readonly status: Status;
  readonly ownerId: string;
  readonly label: Exclude<Label, 4>;
  /** The matter whose act it was to follow, and which act. */
  readonly causeId: string;
  readonly causeKind: string;
  readonly causeSeq: number;
  /** The item that the platform has given up. */
  readonly itemId: number;
  readonly topic: string;
  /** What was to be done, in the words of the table of effects. */
  readonly effect: string;
  readonly tries: readonly { readonly askedOn: LocalDate; readonly worked: boolean | null }[];
  /** How a person has seen to it. */
  readonly reason: string | null;
};
