/** What the administrators' routes answer (nothing of any matter is among it). */
export type PostLine = {
  readonly id: string;
  readonly roleName: string;
  readonly organisation: string | null;
  readonly labelMax: number;
  readonly from: string;
  readonly through: string | null;
};
export type AccountLine = {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly status: 'pending' | 'active' | 'disabled';
  readonly statusName: string;
  readonly createdAt: string;
  readonly lastSignInAt: string | null;
  readonly locked: boolean;
  readonly openSessions: number;
  readonly posts: readonly PostLine[];
};
export type RequestLine = {
  readonly id: string;
  readonly kindName: string;
  readonly login: string;
  readonly name: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly reason: string;
  readonly requestedBy: string;
  readonly requestedAt: string;
  readonly state: 'pending' | 'approved' | 'refused' | 'withdrawn';
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  readonly decisionReason: string | null;
};
/** A secret comes in two halves, one to each administrator: neither ever holds the whole. */
export type HalfAnswer = { readonly half: string | null };

export const REQUEST_STATES = { pending: '待审批', approved: '已批准', refused: '未批准', withdrawn: '已撤回' } as const;
export const LABEL_REACH = { '0': '无业务数据', '1': '公开', '2': '公开、内部', '3': '公开、内部、敏感' } as const;
