import { condition, type Guard, type InputOf, refuse, type Stop } from '#law';
import type { FORMS } from '../forms.ts';
import type { FollowUp, SupervisionCase } from '../model.ts';
import { ART_8_7, ART_9_5, ART_22_1, REGULATION_42_2 } from './articles.ts';

type S = SupervisionCase;
type LinkInput = InputOf<(typeof FORMS)['link-document']>;

/** 22¶1: a problem is answered by a document that has been issued, by this organ, to the unit of this case. */
export const ISSUED_HERE: Guard<S, LinkInput> = {
  name: '文书由本机关签发，主送或者涉及本案被监督单位',
  nature: 'law',
  cite: ART_22_1,
  check: ({ state, input, facts }) => {
    if (facts.matters === undefined) return 'unknown';
    const document = facts.matters.get(input.document);
    if (document === undefined || document.homeId !== state.organId)
      return refuse('other-organs-document', ART_22_1, '只能关联本机关制发的监督文书');
    if (!document.about.includes(state.unitId)) return refuse('other-unit', ART_22_1, '该文书的主送单位和所涉单位都不是本案的被监督单位');
    return document.isIssued ? null : refuse('not-issued', ART_22_1, '该文书尚未签发，或者已经撤回、被取代，不能作为本案问题的监督文书');
  },
};

/** 825 Art. 42: a letter that only asks about the facts tells nobody of a problem. */
export const ANSWERS_PROBLEMS = condition<S, LinkInput>('情况核实函不代替问题告知函', 'law', REGULATION_42_2, ({ input, facts }) => {
  if ((input.problems ?? []).length === 0) return null;
  if (facts.matters === undefined) return 'unknown';
  return facts.matters.get(input.document)?.type === 'inquiry'
    ? ['inquiry', '情况核实函只核实情况；已经认定的问题应当以问题告知函告知其上一级主管部门']
    : null;
});

/** 当场制止 is followed by a 监督通知书; a vertical unit, to which none may be sent, gets a letter. */
export const NOTICE_FOR_STOPS = condition<S, LinkInput>('当场制止补发的是监督通知书', 'law', ART_8_7, ({ input, facts }): Stop => {
  if ((input.stops ?? []).length === 0) return null;
  if (facts.matters === undefined) return 'unknown';
  return ['notice', 'inquiry', 'notification'].includes(facts.matters.get(input.document)?.type ?? '')
    ? null
    : ['not-a-notice', '当场制止后应当补发行政执法监督通知书，所选文书不是监督通知书'];
});

/** Nobody's word, but the document's own state. */
export const HAS_ENDED = condition<S, InputOf<(typeof FORMS)['document-ended']>>(
  '文书确已办结、撤回或者被取代',
  'law',
  ART_22_1,
  ({ input, facts }) => {
    if (facts.matters === undefined) return 'unknown';
    return facts.matters.get(input.document)?.status === input.ending
      ? null
      : ['not-ended', '该文书的实际状态与所填结果不符，不能登记；尚在办理的，待其办结后登记'];
  },
);

const KIND_OF: Readonly<Record<FollowUp, string>> = { transfer: 'referral', talk: 'notice-and-talk' };

export const FOLLOWED_HERE = condition<S, InputOf<(typeof FORMS)['follow-up']>>(
  '移送、通报、约谈由本机关签发，通报、约谈针对本案被监督单位',
  'law',
  ART_9_5,
  ({ state, input, facts }) => {
    if (facts.matters === undefined) return 'unknown';
    const named = facts.matters.get(input.matter);
    if (named === undefined || named.homeId !== state.organId) return ['other-organs-matter', '只能关联本机关办理的移送、通报或者约谈'];
    if (named.kind !== KIND_OF[input.kind]) return ['wrong-kind', '所选事项与所填方式不一致'];
    if (input.kind === 'talk' && !named.about.includes(state.unitId)) return ['other-unit', '该通报、约谈针对的不是本案的被监督单位'];
    return named.isIssued ? null : ['not-issued', '该移送、通报或者约谈尚未签发，或者已经撤回、退回'];
  },
);
