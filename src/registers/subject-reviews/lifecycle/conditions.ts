import { cite, condition, type GuardCase, type InputOf, isActorOneOf, isSubjectKind, type Stop } from '#law';
import type { Forms } from '../forms.ts';
import { type SubjectReview, unconcluded, unfollowed } from '../model.ts';

type S = SubjectReview;

export const ART_8_4 = cite('实施细则', 8, undefined, 4);
const form = <I>(name: string, stops: (c: GuardCase<S, I>) => Stop) => condition<S, I>(name, 'form', ART_8_4, stops);
const ownOf = (c: Pick<GuardCase<S, null>, 'actor'>): string => c.actor.organisationId ?? '';

export const OWN_SUBJECTS = form<InputOf<Forms['open']>>('清理本级监督的执法主体', (c): Stop => {
  if (c.facts.organisations.get(ownOf(c))?.kind !== 'bureau') return ['not-bureau', '执法主体的定期清理由司法行政部门组织'];
  for (const id of c.input.units) {
    const unit = c.facts.organisations.get(id);
    if (unit === undefined) return ['not-valid', '所选单位中有今日没有有效登记的'];
    if (unit.kind === 'bureau') return ['is-bureau', `${unit.name}是司法行政部门，主体由上一级审核，不列入本级清理`];
    if (!isSubjectKind(unit.kind))
      return ['not-a-subject', `${unit.name}不是行政执法主体（受委托组织、派出机构等以他人名义执法），不列入清理`];
    if (unit.bureauId !== ownOf(c)) return ['other-bureau', `${unit.name}由其他司法行政部门监督，不在本级清理范围`];
  }
  return null;
});
export const DUE_LATER = form<InputOf<Forms['open']>>('报送期限不早于今日', ({ input, legalDate }) =>
  input.dueOn < legalDate ? ['due-past', '报送期限不得早于今日'] : null,
);

export const IN_ROUND = form<InputOf<Forms['report']>>('本次清理的单位', (c) =>
  c.state.units.includes(ownOf(c)) ? null : ['not-in-round', '本单位不在本次清理之列'],
);
export const ALL_HEARD = form<null>('单位均已报送，或者报送期限已过', ({ state, legalDate }) => {
  const silent = state.units.length - state.reports.length;
  return silent === 0 || legalDate > state.dueOn ? null : ['still-reporting', `还有${silent}个单位没有报送，报送期限至${state.dueOn}`];
});

export const ABOUT_ROUND = form<InputOf<Forms['conclude']>>('结论所列单位均在本次清理之列，各列一次', ({ state, input }): Stop => {
  const named = input.conclusions.map((c) => c.unit);
  if (named.some((id) => !state.units.includes(id))) return ['not-in-round', '结论中有不在本次清理之列的单位'];
  return new Set(named).size === named.length ? null : ['unit-twice', '同一单位列了两次'];
});
export const ALL_CONCLUDED = form<null>('每个单位都有结论', ({ state }) => {
  const open = unconcluded(state).length;
  return open === 0 ? null : ['not-concluded', `还有${open}个单位没有结论`];
});
export const OWN_GOVERNMENT = form<InputOf<Forms['submit']>>('报本级人民政府批准', ({ state, input, facts }) => {
  if (facts.organisations.get(input.government)?.kind !== 'government') return ['not-government', '报批单位应当是人民政府'];
  const own = facts.organisations.get(state.bureauId);
  return own?.superiorId === input.government ? null : ['other-government', '应当报本机关所属的本级人民政府批准'];
});
export const APPROVED_BY_PAPER = form<InputOf<Forms['approve']>>('批准有文件，日期不晚于今日', (c) => {
  if (c.input.on > c.legalDate) return ['future', '批准日期不得晚于办理日期'];
  const isGovernment = ownOf(c) === c.state.governmentId;
  return isGovernment || (c.input.paper ?? []).length > 0 ? null : ['no-paper', '由司法行政部门登记政府批准的，应当上传批准文件'];
});
export const NOT_SUBMITTED = condition<S, null>('签发人不是审核认定人', 'law', ART_8_4, ({ state, actor }) =>
  isActorOneOf(actor, [state.submitter]) ? ['own-review', '清理结论由您报批，公告应当由另一人签发'] : null,
);

export const ABOUT_UNIT = form<InputOf<Forms['follow-up']>>('变更事项就是该单位的', ({ state, input, facts }): Stop => {
  if (!unfollowed(state).includes(input.unit)) return ['nothing-to-follow', '该单位的结论是维持，或者已经登记了变更事项'];
  const change = facts.matters?.get(input.change);
  if (change === undefined) return 'unknown';
  return change.about.includes(input.unit) ? null : ['other-unit', '所选的变更事项不是该单位的'];
});
export const ALL_FOLLOWED = form<null>('需要变更、撤销的都已经办理变更', ({ state }) => {
  const open = unfollowed(state).length;
  return open === 0 ? null : ['not-followed', `还有${open}个单位没有登记变更事项`];
});
