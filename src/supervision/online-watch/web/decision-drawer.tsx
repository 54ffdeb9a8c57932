import { Drawer } from 'antd';
import { choice, EXCLUSION_LABELS, type FormFields, longtext } from '#law';
import { call } from '#ui/api/client.ts';
import type { ActAnswer } from '#ui/api/types.ts';
import { useRefreshAll } from '#ui/api/use-api.ts';
import { PlainForm } from '#ui/form/plain-form.tsx';
import type { DecisionOffer } from '../contract.ts';

export type Decision = DecisionOffer['decision'];
/** What was done, and the matter that came of it. */
export type Done = { readonly says: string; readonly matterId: string | null };

type Plan = {
  readonly title: string;
  readonly submit: string;
  readonly path: string;
  readonly fields: FormFields;
  readonly hint: string;
  readonly initial?: Readonly<Record<string, string>>;
};

const REQUEST = '请核查所列预警是否属实：属实的说明原因和处理打算；数据有误或者已自行纠正的，附证明材料。';
const PLANS: Readonly<Record<Decision, Plan>> = {
  'sent-down': {
    title: '下发预警核查',
    submit: '下发',
    path: '/api/findings/send-down',
    fields: { words: longtext('核查要求', { max: 2000 }) },
    hint: '红色、橙色预警由单位在三个工作日内答复（平台自定，待核定）；答复后由监督人员确认。',
    initial: { words: REQUEST },
  },
  'taken-up': {
    title: '立监督案件',
    submit: '立监督案件',
    path: '/api/findings/take-up',
    fields: { words: longtext('补充的线索', { required: false, max: 2000 }) },
    hint: '同一单位的预警立为一件监督案件，从线索研判开始；此后不再自行消除，只由认定、排除或者退回了结。',
  },
  excluded: {
    title: '排除',
    submit: '排除',
    path: '/api/findings/exclude',
    fields: {
      reason: choice('理由', EXCLUSION_LABELS),
      words: longtext('说明', { max: 2000, hint: '写明依据什么判断；计入该规则的排除率' }),
    },
    hint: '由当日持有效行政执法监督证的监督人员办理。误报另计入规则的准确率。',
  },
  'confirmed-cleared': {
    title: '确认消除',
    submit: '确认消除',
    path: '/api/findings/confirm-cleared',
    fields: { words: longtext('确认意见', { max: 2000 }) },
    hint: '红色预警的事实变化以后，由持证监督人员确认方为消除。',
  },
};

type Props = {
  readonly decision: Decision | null;
  readonly ids: readonly string[];
  readonly close: () => void;
  readonly done: (done: Done) => void;
};

/** One decision on one finding or on many, with one reason for all. */
export function DecisionDrawer({ decision, ids, close, done }: Props) {
  const refresh = useRefreshAll();
  const plan = decision === null ? null : PLANS[decision];
  return (
    <Drawer
      open={plan !== null}
      onClose={close}
      title={plan === null ? '' : `${plan.title}（${ids.length} 条）`}
      size={520}
      destroyOnHidden
    >
      {plan === null ? null : (
        <>
          <p className="fh-quiet ow-hint">{plan.hint}</p>
          <PlainForm
            fields={plan.fields}
            submitLabel={plan.submit}
            {...(plan.initial === undefined ? {} : { initial: plan.initial })}
            onCancel={close}
            send={async (input, key) => {
              const words = input['words'] ?? '';
              const answer = await call<Partial<ActAnswer> & { decided?: number }>('POST', plan.path, {
                body: { ...input, words, ids },
                key,
              });
              await refresh();
              done({ says: answer.says ?? `已办理：${plan.title} ${answer.decided ?? 0} 条。`, matterId: answer.matterId ?? null });
            }}
          />
        </>
      )}
    </Drawer>
  );
}
