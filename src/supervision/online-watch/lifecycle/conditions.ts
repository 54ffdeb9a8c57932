import { type Guard, type InputOf, refuse } from '#law';
import { ART_3_2 as CITE, uncertified } from '../facts.ts';
import type { FORMS } from '../forms.ts';
import type { AlertCheck } from '../model.ts';

type S = AlertCheck;
type Answer = InputOf<(typeof FORMS)['answer']>;

export const EXISTING_NUMBERS: Guard<S, { readonly each: readonly { readonly no: number }[] | null }> = {
  name: '逐条填写的序号在核查单之内，且不重复',
  nature: 'form',
  cite: CITE,
  check: ({ state, input }) => {
    const named = (input.each ?? []).map((e) => e.no);
    const unknown = named.find((no) => !state.findings.some((f) => f.no === no));
    if (unknown !== undefined) return refuse('no-such-finding', CITE, `核查单上没有第${unknown}条预警`);
    return new Set(named).size === named.length ? null : refuse('twice', CITE, '同一条预警填写了两次');
  },
};

export const PROVED: Guard<S, Answer> = {
  name: '“数据有误”“已自行纠正”附有证明材料',
  nature: 'form',
  cite: CITE,
  check: ({ input }) => {
    const isClaimed = [input.answer, ...(input.each ?? []).map((e) => e.answer)].some((answer) => answer !== 'true');
    return isClaimed && (input.proofs ?? []).length === 0 ? refuse('no-proof', CITE, '答复“数据有误”“已自行纠正”的，应当附证明材料') : null;
  },
};

export const CERTIFIED: Guard<S, null> = {
  name: '确认人持有效行政执法监督证',
  nature: 'law',
  cite: CITE,
  check: ({ actor, facts, legalDate }) => uncertified(actor.officerId, facts, legalDate),
};

export const ONCE_BACK: Guard<S, null> = {
  name: '退回补充不超过一次',
  nature: 'form',
  cite: CITE,
  check: ({ state }) =>
    state.rounds.length > 1 ? refuse('sent-back-already', CITE, '已经退回过一次；请确认处理，或者转为监督事项') : null,
};
