import { cite, condition, type GuardCase, type InputOf, type OrganisationKind, type Stop } from '#law';
import type { Forms } from '../forms.ts';
import type { Delegation } from '../model.ts';

type Input = InputOf<Forms['revise']>;
type Case = GuardCase<Delegation, Input>;

const PENALTY_20 = cite('行政处罚法', 20);
const PENALTY_21 = cite('行政处罚法', 21);
const COERCION_17 = cite('行政强制法', 17, 1);
const ART_8_11 = cite('实施细则', 8, undefined, 11);

/** Who may be entrusted: never an organ that has the power of its own, never a citizen (处罚法 20¶1, 21). */
const DELEGATES: readonly OrganisationKind[] = ['delegate', 'subordinate', 'township'];
const DELEGATORS: readonly OrganisationKind[] = ['department', 'vertical', 'township', 'committee', 'government', 'bureau'];

const delegatorOf = (c: Case) => c.state?.delegatorId ?? c.actor.organisationId ?? '';

export const DELEGATOR = condition<Delegation, Input>('委托机关是有效的执法主体，不再委托', 'law', PENALTY_20, (c): Stop => {
  const own = c.facts.organisations.get(delegatorOf(c));
  if (own === undefined) return ['not-valid', '委托机关今日没有有效的登记'];
  if (own.kind === 'delegate') return ['sub-delegation', '受委托组织不得再委托其他组织或者个人实施'];
  if (!DELEGATORS.includes(own.kind)) return ['not-an-organ', '只有行政机关可以委托'];
  return own.qualification === 'confirmed' ? null : ['not-qualified', '委托机关的主体资格没有确认，没有可以委托的权限'];
});

export const DELEGATE = condition<Delegation, Input>('受委托组织在名录中，归委托机关监督', 'law', PENALTY_21, (c): Stop => {
  const delegate = c.facts.organisations.get(c.input.delegate);
  if (delegate === undefined) return ['not-valid', '受委托组织今日没有有效的登记'];
  if (delegate.id === delegatorOf(c)) return ['self', '不能委托给自己'];
  return DELEGATES.includes(delegate.kind) ? null : ['not-a-delegate', '受委托组织应当是依法成立并具有管理公共事务职能的组织'];
});

export const CONDITIONS = condition<Delegation, Input>('受委托组织三项条件各有说明和证明', 'law', PENALTY_21, ({ input }): Stop => {
  if (input.lawfulProof.length === 0) return ['condition-lawful', '应当有依法成立并具有管理公共事务职能的证明'];
  return input.staffProof.length === 0 ? ['condition-staff', '应当有取得执法资格的人员名单'] : null;
});

export const NO_COERCION = condition<Delegation, Input>(
  '不委托行政强制措施',
  'law',
  COERCION_17,
  ({ input }): Stop => (input.items.some((i) => i.power === 'measure') ? ['coercion', '行政强制措施权不得委托'] : null),
);

export const TERM = condition<Delegation, Input>('委托书载明事项、权限和期限', 'form', PENALTY_20, ({ input, legalDate }): Stop => {
  if (input.to < input.from) return ['term', '委托最后一日不得早于起始日'];
  if (input.to < legalDate) return ['term-over', '委托期限已经届满'];
  const names = input.items.map((i) => i.code ?? i.name);
  return new Set(names).size === names.length ? null : ['item-twice', '同一事项列了两次'];
});

export const BUREAU = condition<Delegation, Input>('报本级司法行政部门备案', 'form', ART_8_11, (c): Stop => {
  const own = c.facts.organisations.get(delegatorOf(c));
  if (c.facts.organisations.get(c.input.bureau)?.kind !== 'bureau') return ['not-bureau', '备案单位应当是司法行政部门'];
  return own?.bureauId === c.input.bureau ? null : ['other-bureau', '应当报本级司法行政部门备案'];
});
