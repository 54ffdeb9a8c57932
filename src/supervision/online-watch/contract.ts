import { type Static, Type } from 'typebox';
import type { Citation, Severity } from '#law';
import type { RuleExamples } from '#law/rules/examples';
import type { FindingCount, FindingGroup, FindingItem, FindingPage } from '#platform/findings/list';
import type { NotJudged } from '#platform/findings/not-judged';
import type { Precision, RuleFigures } from '#platform/findings/rule-figures';
import type { EventView, FindingView as StoredView } from '#platform/findings/view';

export type { EventView, FindingCount, FindingGroup, FindingItem, FindingPage, NotJudged };

const closed = { additionalProperties: false } as const;
const Id = Type.String({ format: 'uuid' });

const TabName = Type.Union([
  Type.Literal('open'),
  Type.Literal('checking'),
  Type.Literal('established'),
  Type.Literal('excluded'),
  Type.Literal('cleared'),
]);
const SeverityName = Type.Union([Type.Literal('red'), Type.Literal('orange'), Type.Literal('yellow')]);
const StatusName = Type.Union([
  Type.Literal('open'),
  Type.Literal('sent-down'),
  Type.Literal('answered'),
  Type.Literal('taken-up'),
  Type.Literal('established'),
  Type.Literal('excluded'),
  Type.Literal('cleared'),
  Type.Literal('cleared-unconfirmed'),
]);
const RuleId = Type.String({ pattern: '^[A-Z][A-Z0-9-]{0,40}$' });

const Filter = {
  tab: Type.Optional(TabName),
  status: Type.Optional(StatusName),
  severity: Type.Optional(SeverityName),
  rule: Type.Optional(RuleId),
  organisation: Type.Optional(Id),
  q: Type.Optional(Type.String({ maxLength: 100 })),
  matter: Type.Optional(Id),
  check: Type.Optional(Id),
  case: Type.Optional(Id),
  batch: Type.Optional(Id),
};
export const FindingsQuery = Type.Object(
  { ...Filter, cursor: Type.Optional(Type.String({ maxLength: 400 })), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })) },
  closed,
);
export type FindingsQuery = Static<typeof FindingsQuery>;
export const ExportQuery = Type.Object(Filter, closed);
export const GroupsQuery = Type.Object({ ...Filter, by: Type.Union([Type.Literal('rule'), Type.Literal('organisation')]) }, closed);
export type GroupsQuery = Static<typeof GroupsQuery>;
export const CountsQuery = Type.Object(
  { rule: Filter.rule, organisation: Filter.organisation, q: Filter.q, severity: Filter.severity },
  closed,
);
export type CountsQuery = Static<typeof CountsQuery>;
export const NotJudgedQuery = Type.Object(
  { rule: Type.Optional(RuleId), organisation: Type.Optional(Id), batch: Type.Optional(Id) },
  closed,
);
export type NotJudgedQuery = Static<typeof NotJudgedQuery>;
export const FindingParams = Type.Object({ id: Id }, closed);
export const RuleParams = Type.Object({ id: RuleId }, closed);

const ids = Type.Array(Id, { minItems: 1, maxItems: 500, uniqueItems: true });
const Words = Type.String({ minLength: 1, maxLength: 2000, pattern: '\\S' });
export const ExcludeBody = Type.Object(
  { ids, reason: Type.Union([Type.Literal('false-alarm'), Type.Literal('data-error'), Type.Literal('corrected')]), words: Words },
  closed,
);
export type ExcludeBody = Static<typeof ExcludeBody>;
export const DecideBody = Type.Object({ ids, words: Words }, closed);
export type DecideBody = Static<typeof DecideBody>;
export const TakeUpBody = Type.Object({ ids, words: Type.String({ maxLength: 2000 }) }, closed);
export type TakeUpBody = Static<typeof TakeUpBody>;

/** What a post may decide about a finding now and, if not, why not. */
export type DecisionOffer = {
  readonly decision: 'sent-down' | 'taken-up' | 'excluded' | 'confirmed-cleared';
  readonly label: string;
  readonly allowed: boolean;
  readonly reason: string | null;
};
export type FindingView = NonNullable<StoredView> & {
  readonly ruleTitle: string;
  /** Version of the rule in use; an older finding keeps its own. */
  readonly ruleCurrent: number | null;
  readonly offers: readonly DecisionOffer[];
};

export type FindingsSummary = {
  readonly counts: readonly FindingCount[];
  readonly unconfirmed: number;
  readonly lastJudgedAt: string | null;
};

export type RuleLine = {
  readonly id: string;
  readonly title: string;
  readonly articles: readonly { readonly cite: Citation; readonly article: string }[];
  readonly gradeName: string;
  readonly verified: boolean;
  readonly severity: Severity;
  readonly mode: 'B' | 'A';
  readonly reach: string;
  /** From what it is answered, in words. */
  readonly answeredFrom: string;
  readonly version: number;
  /** Matters in the reader's sight that it was asked about, and of those it could not judge. */
  readonly asked: number;
  readonly notJudged: number;
  readonly figures: RuleFigures & Precision;
};
/** A numbered rule that nothing in the platform can answer yet. */
export type UnansweredRule = { readonly id: string; readonly name: string; readonly missing: string };
export type RuleList = { readonly items: readonly RuleLine[]; readonly unanswered: readonly UnansweredRule[] };

export type RuleParameterView = {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly gradeName: string;
  readonly verified: boolean;
  readonly from: string;
};
export type RuleView = RuleLine & {
  readonly asks: string;
  readonly duty: string | null;
  readonly conduct: string | null;
  readonly examples: RuleExamples;
  readonly parameters: readonly RuleParameterView[];
  readonly profileName: string;
  readonly missing: readonly { readonly missing: string; readonly of: 'matter' | 'unit'; readonly count: number }[];
  readonly versions: readonly { readonly version: number; readonly since: string; readonly findings: number }[];
};
