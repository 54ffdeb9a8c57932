import { cite, condition, type InputOf, isActorOneOf, isSubjectKind, listUnitFault, reviewedByAnother } from '#law';
import type { Forms } from '../forms.ts';
import type { ListChange } from '../model.ts';

type S = ListChange;

/** 细则 8(9), 8(10): departments enter their lists themselves. */
export const ART_8_9 = cite('实施细则', 8, undefined, 9);
export const ART_8_3 = cite('实施细则', 8, undefined, 3);

export const OWN_LIST = condition<S, InputOf<Forms['propose']>>('本单位可以有这份清单', 'form', ART_8_9, ({ input, actor, facts }) => {
  const unit = facts.organisations.get(actor.organisationId ?? '');
  if (unit === undefined || !isSubjectKind(unit.kind))
    return ['no-subject', '以自己名义执法的单位才录入清单；受委托组织、派驻队伍、内设和派出机构的事项由所属机关录入'];
  const fault = listUnitFault(input.list, unit);
  return fault === null ? null : ['other-unit', fault];
});

export const HAS_CHANGES = condition<S, null>('有拟调整的事项', 'form', ART_8_9, ({ state }) =>
  state.proposed.added + state.proposed.changed + state.proposed.ended === 0 ? ['empty', '还没有拟调整的事项，不能送审'] : null,
);

/** What was lawful on a past day is not changed without a paper that says so: decisions of those days are judged by the list. */
export const HAS_GROUNDS = condition<S, null>('追溯生效的写明依据', 'form', ART_8_9, ({ state }) =>
  state.proposed.backdated > 0 && state.grounds === null
    ? ['no-grounds', `有${state.proposed.backdated}项自今日以前的日期起生效或者终止，应当写明追溯生效的依据`]
    : null,
);

export const NOT_PROPOSER = condition<S, null>('审核、批准人不是拟制人', 'law', ART_8_9, ({ state, actor }) =>
  isActorOneOf(actor, state.proposers) ? ['own-proposal', '拟制人本人不得审核、批准'] : null,
);

export const ANOTHER_REVIEWER = reviewedByAnother<S>(ART_8_9, (s) => s.reviewed?.by ?? null);

export const PUBLISHED_PAST = condition<S, InputOf<Forms['publish']>>('公布日期不晚于办理日期', 'form', ART_8_9, ({ input, legalDate }) =>
  input.publishedOn > legalDate ? ['future-publication', `公布日期不得晚于办理日期（${legalDate}）`] : null,
);
