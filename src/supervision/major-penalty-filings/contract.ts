import { type Static, Type } from 'typebox';
import type { Lamp, LocalDate } from '#law';
import type { Result } from './model.ts';

const closed = { additionalProperties: false } as const;
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });

/** Where a major penalty stands in the ledger (应备未备台账). */
export const STATE_LABELS = {
  due: '应备未报（期限内）',
  overdue: '逾期未报',
  filed: '按期报送',
  late: '逾期报送',
  voluntary: '自愿报送（不是应备）',
  stated: '来源载明已备案',
  lapsed: '不再应备',
} as const;
export type State = keyof typeof STATE_LABELS;

const Filters = {
  q: Type.Optional(Type.String({ maxLength: 100 })),
  organ: Type.Optional(Type.String({ format: 'uuid' })),
  state: Type.Optional(Type.Union((Object.keys(STATE_LABELS) as State[]).map((state) => Type.Literal(state)))),
  from: Type.Optional(Day),
  until: Type.Optional(Day),
};
export const FilingsExport = Type.Object(Filters, closed);
export const FilingsQuery = Type.Object(
  { ...Filters, cursor: Type.Optional(Type.String({ maxLength: 400 })), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })) },
  closed,
);
export type FilingFilter = Static<typeof FilingsExport>;
export type FilingsQuery = Static<typeof FilingsQuery>;
export const FilingParams = Type.Object({ id: Type.String({ format: 'uuid' }) }, closed);

export type FilingItem = {
  readonly id: string;
  readonly state: State;
  readonly statusName: string;
  readonly number: string;
  readonly partyName: string;
  readonly organName: string;
  readonly reviewerName: string | null;
  readonly upperName: string | null;
  readonly decidedOn: LocalDate;
  readonly reasons: readonly string[];
  readonly dueOn: LocalDate | null;
  /** The year's holidays are not loaded: the day is not final, nothing is overdue. */
  readonly provisional: boolean;
  readonly lamp: Lamp | null;
  readonly daysLeft: number | null;
  readonly filedOn: LocalDate | null;
  /** Filed before by another way, as the source of the decision tells. */
  readonly statedOn: LocalDate | null;
  readonly demands: number;
  readonly receiptOn: LocalDate | null;
  readonly result: Result | null;
};

/** How many stand where, of what the filters leave, and of all of them how many have to be filed. */
export type FilingCounts = Readonly<Record<State, number>> & { readonly owed: number };

/** One filing as its page tells of it. */
export type FilingView = FilingItem & {
  readonly decisionId: string;
  readonly penalty: string;
  readonly fineFen: number | null;
  readonly confiscatedFen: number | null;
  readonly overdueOn: LocalDate | null;
  readonly receiptNumber: string | null;
  readonly materials: readonly { readonly name: string; readonly files: number }[];
  /** What is sent to the upper department may be fetched once it has been filed and its report is made. */
  readonly hasPackage: boolean;
};
