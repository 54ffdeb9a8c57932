import { type Static, Type } from 'typebox';
import { SEVERITY_LABELS } from '#law';

const closed = { additionalProperties: false } as const;
const Id = Type.String({ format: 'uuid' });
const Ref = Type.String({ minLength: 1, maxLength: 100, pattern: '^[^\\p{Cc}]+$' });

export const MOST_CASES = 50;
export const MOST_STEPS = 200;

const Step = Type.Object(
  {
    stepRef: Type.String({ ...Ref, description: '本步骤在自有系统里的编号，在一件案件里不重复；同一编号再次报送不重复记入' }),
    act: Type.String({ minLength: 1, maxLength: 60, description: '步骤代码，与平台办理的路径相同，如 open、propose-filing、file、decide' }),
    on: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: '实际办理日期' }),
    at: Type.Optional(Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$', description: '实际办理时刻' })),
    input: Type.Record(Type.String(), Type.Unknown(), { description: '填写内容；人员可以填行政执法证号，附件填上传所得的编号' }),
  },
  closed,
);
export type ReportedStep = Static<typeof Step>;

/** What a unit's own system tells of its cases: each a whole case, or what has been done in it since the last call. */
export const ReportsBody = Type.Object(
  {
    cases: Type.Array(
      Type.Object(
        {
          caseRef: Type.String({ ...Ref, description: '案件在自有系统里的编号，在本单位不重复' }),
          steps: Type.Array(Step, { minItems: 1, maxItems: MOST_STEPS }),
        },
        closed,
      ),
      { minItems: 1, maxItems: MOST_CASES },
    ),
  },
  closed,
);
export type ReportsBody = Static<typeof ReportsBody>;

const Severity = Type.Union([Type.Literal('red'), Type.Literal('orange'), Type.Literal('yellow')], {
  description: Object.values(SEVERITY_LABELS).join('、'),
});
const Problem = Type.Object({ path: Type.String(), label: Type.String(), reason: Type.String() });
const Outcome = Type.Union([Type.Literal('recorded'), Type.Literal('same'), Type.Literal('held')], {
  description: 'recorded=已记入，same=以前已经记入，held=没有记入、已留存待处理',
});
export const StepAnswer = Type.Object({
  stepRef: Type.String(),
  outcome: Outcome,
  seq: Type.Union([Type.Integer(), Type.Null()]),
  number: Type.Union([Type.String(), Type.Null()]),
  reason: Type.Union([Type.String(), Type.Null()]),
  article: Type.Union([Type.String(), Type.Null()]),
  problems: Type.Array(Problem),
  heldId: Type.Union([Id, Type.Null()]),
});
export type StepAnswer = Static<typeof StepAnswer>;
export const ReportsAnswer = Type.Object({
  recorded: Type.Integer(),
  same: Type.Integer(),
  held: Type.Integer(),
  cases: Type.Array(
    Type.Object({
      caseRef: Type.String(),
      matterId: Type.Union([Id, Type.Null()]),
      status: Type.Union([Type.String(), Type.Null()]),
      statusName: Type.Union([Type.String(), Type.Null()]),
      steps: Type.Array(StepAnswer),
      findings: Type.Array(Type.Object({ rule: Type.String(), severity: Severity, because: Type.String() })),
    }),
  ),
});
export type ReportsAnswer = Static<typeof ReportsAnswer>;
