import { type Folds, type Guard, type InputOf, type Lifecycle, type LifecycleRow, unverified } from '#law';
import { gather } from '#law/evidence/index';
import { sampleIssues, samplesSettledIssues } from '../documents/sampling.ts';
import { FORMS } from '../forms.ts';
import type { OrdinaryPenalty } from '../model.ts';
import type { Sample } from '../model-custody.ts';
import { ART_55, ART_56 } from './articles.ts';
import { form, law, notRecused, twoOfficers } from './conditions.ts';
import { WHILE_OPEN } from './custody.ts';
import { withGoods } from './goods.ts';
import { HANDLERS, LEADERS, office } from './who.ts';

type S = OrdinaryPenalty;

const { sample, 'settle-sample': settleSample } = FORMS;
const SAMPLE_FORMS = { sample, 'settle-sample': settleSample };
type SampleForms = typeof SAMPLE_FORMS;
type Settling = InputOf<SampleForms['settle-sample']>;

/** Samples of which nothing tells what became of them: neither settled, nor disposed of as a thing of the ledger. */
export function openSamples({ samples = [], goods }: Pick<S, 'samples' | 'goods'>): readonly Sample[] {
  const isInLedger = ({ goodNo }: Sample): boolean => goods.some((g) => g.no === goodNo && g.ended === null);
  return samples.filter((one) => one.ended === null && (one.goodNo === null || isInLedger(one)));
}

const SIGNED = law<InputOf<SampleForms['sample']>>('抽样凭证经当事人签名，或者注明情况', ART_55, ({ input }) =>
  input.unsigned !== null || (input.papers ?? []).length > 0
    ? null
    : ['unsigned', '抽样取证凭证应当由当事人签名并上传；不在场、拒绝签名的，注明情况'],
);
const WHOLLY_KEPT = form<InputOf<SampleForms['sample']>>('本机关保管的样品写明地点和保管人', ART_56, ({ input: { keptAt, keeper } }) =>
  (keptAt === null) === (keeper === null) ? null : ['half-kept', '样品由本机关保管的，存放地点和保管人都要填写；直接送检的都不填'],
);
const NOT_SETTLED = form<Settling>('所填样品尚未处理', ART_56, ({ state, input, legalDate }) => {
  const open = openSamples(state);
  const nos = input.samples.map(({ no }) => no);
  const twice = nos.find((no, i) => nos.indexOf(no) !== i);
  if (twice !== undefined) return ['sample-twice', `第${twice}号样品填写了两次`];
  for (const no of nos) {
    const one = open.find((o) => o.no === no);
    if (one === undefined) return ['no-sample', `没有尚未处理的第${no}号样品`];
    if (legalDate < one.takenOn) return ['sample-before', `处理日期早于第${no}号样品的抽样日期（${one.takenOn}）`];
  }
  return null;
});

const TO_SETTLE = form<null>('有尚未处理的样品', ART_56, ({ state }) =>
  openSamples(state).length === 0 ? ['no-sample', '没有尚未处理的样品'] : null,
);

const SETTLED = { name: '抽样取证的样品均已处理', cite: ART_56, parameter: 'closing.samples-settled' };
/** Closing: 56 lets samples be taken and says nothing of what becomes of them: that they are settled is ours (待核定). */
export const SAMPLES_SETTLED: Guard<S, null> = unverified<S, null>(SETTLED, ({ state }) => {
  const open = openSamples(state);
  if (open.length === 0) return null;
  const named = open.slice(0, 5).map(({ no, name }) => `${no}号${name}`);
  return [
    'samples',
    `还有${open.length}件样品没有写明检验结论和去向：${named.join('、')}${open.length > 5 ? '等' : ''}（规则参数，待核定）`,
  ];
});

const ENTRY = { does: 'entry', to: 'stays', group: '调查取证' } as const satisfies Partial<LifecycleRow<S, never>>;

/** 抽样取证, and what becomes of the samples. */
export const SAMPLES: Lifecycle<S, SampleForms> = {
  sample: {
    ...office(HANDLERS, ART_56),
    ...ENTRY,
    from: ['investigating'],
    label: '抽样取证',
    inputGuards: [twoOfficers((i) => i.officers), notRecused((i) => i.officers), SIGNED, WHOLLY_KEPT],
    issues: (s, input, frame, facts) => sampleIssues(s, input, frame, facts),
    says: (s) => `样品已登记为第${s.evidence.at(-1)?.no ?? ''}号证据；凭证交当事人一份，样品处理以后登记结论和去向。`,
  },
  'settle-sample': {
    ...office(LEADERS, ART_56, [TO_SETTLE]),
    ...ENTRY,
    from: WHILE_OPEN,
    label: '处理抽样取证的样品',
    inputGuards: [NOT_SETTLED],
    issues: (s, input, frame, facts) => samplesSettledIssues(s, input, frame, facts),
    says: (s) => {
      const { length } = openSamples(s);
      return `样品的检验结论和去向已记明，处理通知书交当事人一份；${length === 0 ? '样品都已处理' : `还有${length}件样品没有处理`}。`;
    },
  },
};

export const SAMPLE_FOLDS: Folds<S, SampleForms> = {
  sample: (s, input, frame) => {
    const { samples, place, officers } = input;
    const { legalDate: takenOn } = frame;
    const name = samples.map((one) => one.name).join('、');
    const gathered = gather(s, frame, { kind: 'material', name: `样品：${name}`, source: place, collectorIds: officers, how: 'sampled' });
    const [keptAt, keeper] = [input.keptAt ?? null, input.keeper ?? null];
    const isKept = keptAt !== null && keeper !== null;
    const before = s.samples ?? [];
    return {
      ...gathered,
      samples: [
        ...before,
        ...samples.map((one, i) => ({
          ...{ no: before.length + i + 1, name: one.name, quantity: one.quantity, takenOn },
          ...{ goodNo: isKept ? s.goods.length + i + 1 : null, ended: null },
        })),
      ],
      goods: isKept ? withGoods(s, samples, { origin: 'sampled', preservationNo: null, on: takenOn, place: keptAt, keeper }) : s.goods,
    };
  },
  'settle-sample': (s, input, { legalDate: on }) => {
    const endOf = (no: number | undefined) => input.samples.find((line) => line.no === no);
    const samples = (s.samples ?? []).map((one) => {
      const line = endOf(one.no);
      return line === undefined ? one : { ...one, ended: { on, how: line.how } };
    });
    const goods = s.goods.map((good) => {
      const line = endOf(samples.find(({ goodNo }) => goodNo === good.no)?.no);
      return line === undefined ? good : { ...good, ended: { on, how: line.how, to: line.to ?? '抽样取证物品处理' } };
    });
    return { ...s, samples, goods };
  },
};
