import { cite, condition, type GuardCase, type InputOf, type Stop } from '#law';
import type { Forms } from '../forms.ts';
import { type Guidance, relationOf } from '../model.ts';

export const ART_2_5 = cite('实施细则', 2, 5);

/** Who guides whom in what is typed; the one who records or asks is the other side. */
type Sides = { readonly guide: string; readonly guided: string };
const asking = (c: GuardCase<Guidance, InputOf<Forms['ask']>>): Sides => ({ guide: c.input.guide, guided: ownOf(c) });
const assigning = ({ input }: GuardCase<Guidance, InputOf<Forms['assign']>>): Sides => input;
const recording = (c: GuardCase<Guidance, InputOf<Forms['record-given']>>): Sides => ({ guide: ownOf(c), guided: c.input.guided });

function ownOf(c: Pick<GuardCase<Guidance, null>, 'actor'>): string {
  return c.actor.organisationId ?? '';
}

const related = <I>(sidesOf: (c: GuardCase<Guidance, I>) => Sides) =>
  condition<Guidance, I>('双方有业务指导关系', 'law', ART_2_5, (c): Stop => {
    const { guide, guided } = sidesOf(c);
    const [a, b] = [c.facts.organisations.get(guide), c.facts.organisations.get(guided)];
    if (a === undefined || b === undefined) return ['not-valid', '所填单位今日没有有效的登记'];
    return relationOf(a, b) === null
      ? ['not-related', `${a.name}与${b.name}之间没有业务指导关系（委托、派驻、乡镇执法、上下级主管部门）`]
      : null;
  });
export const ASKS_ITS_GUIDE = related(asking);
export const GUIDES_IT = related(assigning);
export const GUIDED_BY_OWN = related(recording);

/** A department sets itself a task; the 司法行政部门 of its level may set it one (行政执法监督条例 42¶3). */
export const MAY_SET = condition<Guidance, InputOf<Forms['assign']>>('由指导部门自己或者其司法行政部门布置', 'form', ART_2_5, (c): Stop => {
  const guide = c.facts.organisations.get(c.input.guide);
  return [c.input.guide, guide?.bureauId].includes(ownOf(c))
    ? null
    : ['not-own', '指导任务由指导部门自己布置，或者由其本级司法行政部门布置'];
});

const onDay = <I extends { readonly on: string }>(begunOn: (c: GuardCase<Guidance, I>) => string) =>
  condition<Guidance, I>('指导日期不晚于今日，不早于请求或者布置之日', 'form', ART_2_5, (c): Stop => {
    if (c.input.on > c.legalDate) return ['future', '指导日期不得晚于今日'];
    return c.input.on < begunOn(c) ? ['before-task', `指导日期早于请求或者布置之日${begunOn(c)}`] : null;
  });
/** What was recorded at once may lie at any time before; an answer not before its question. */
export const ON_A_DAY_PAST = onDay<InputOf<Forms['record-given']>>(() => '');
export const ON_A_DAY_SINCE = onDay<InputOf<Forms['record']>>(({ state }) => (state.origin === 'given' ? '' : state.begunOn));

export const DUE_LATER = condition<Guidance, { readonly dueOn: string | null }>(
  '商定的日期不早于今日',
  'form',
  ART_2_5,
  ({ input, legalDate }) => (input.dueOn !== null && input.dueOn < legalDate ? ['due-past', '完成或者答复的日期不得早于今日'] : null),
);

/** A task that another has set is called off by whoever has set it. */
export const OWN_TASK = condition<Guidance, null>('取消自己布置的任务', 'form', ART_2_5, (c) =>
  ownOf(c) === (c.state.setById ?? c.state.guideId)
    ? null
    : ['not-own', '任务由司法行政部门布置，只能由其取消；不属本部门职责的，可以退回'],
);
