import type { Json } from '#law';
import type { Evidence } from '#law/evidence/index';
import type { FormLists, TickOption } from '#ui/form/form-lists.ts';
import { listsOfPenalty, option, piece, short } from '#ui/form/penalty-lists.ts';
import { untakenAnswers } from '../lifecycle/assistance.ts';
import { openSamples } from '../lifecycle/samples.ts';
import type { OrdinaryPenalty } from '../model.ts';
import type { Good } from '../model-custody.ts';

type Lists = (s: OrdinaryPenalty, named: Named) => FormLists;
/** Names of officers by id. */
type Named = { readonly [id: string]: string };

/** What an act names of the case itself is chosen by what it is, never typed by a number that somebody has to look up elsewhere. */
const BY_ACT: Readonly<Record<string, Lists>> = {
  'verify-evidence': ({ evidence }) => ({ items: evidence.map((e) => piece(e, e.verifiedOn === null ? unlawful(e) : '已经查证属实')) }),
  conclude: ({ evidence, goods }) => {
    const proofs = evidence.map((e) => piece(e, unproven(e)));
    return { 'facts.evidence': proofs, mitigationEvidence: proofs, harmEvidence: proofs, things: goods.map(thing) };
  },
  decide: ({ evidence, goods }) => ({ mitigationEvidence: evidence.map((e) => piece(e, unproven(e))), things: goods.map(thing) }),
  'dispute-ended': ({ goods }) => ({ things: goods.map(thing) }),
  'correct-own': ({ goods }) => ({ things: goods.map(thing) }),
  'move-goods': ({ goods }) => ({ things: goods.map(thing) }),
  'dispose-goods': ({ goods }) => ({ things: goods.map(thing) }),
  'take-assistance': (s) => ({ no: untakenAnswers(s).map(({ no, organ, words }) => option(no, `${organ}：${short(words)}`, null)) }),
  'settle-preservation': ({ preservations }) => ({
    no: preservations.map(({ no, on, items, settledOn }) =>
      option(no, `${on}登记保存：${short(items.map(({ name }) => name).join('、'))}`, settledOn === null ? null : '已经处理'),
    ),
  }),
  'settle-sample': (s) => {
    const open = openSamples(s);
    const closed = (no: number) => (open.some((one) => one.no === no) ? null : '已经处理');
    return { 'samples.no': (s.samples ?? []).map(({ no, name, quantity }) => option(no, `${name}（${quantity}）`, closed(no))) };
  },
  'decide-recusal': ({ recusals }, named) => ({
    no: recusals.map(({ no, officerId, askedOn, decidedOn }) =>
      option(no, `${askedOn}申请${named[officerId] ?? '该人员'}回避`, decidedOn === null ? null : '已经决定'),
    ),
  }),
  recheck: ({ statements }) => ({
    no: statements.map(({ no, on, content, recheckedOn }) =>
      option(no, `${on}：${short(content)}`, recheckedOn === null ? null : '已经复核'),
    ),
  }),
};

/** A reader from outside is shown the status alone. */
export function listsOfOrdinaryPenalty(state: { readonly [key: string]: Json }, act: string, officers: Named): FormLists {
  if (!('evidence' in state)) return {};
  return { ...listsOfPenalty(state, act), ...BY_ACT[act]?.(state as unknown as OrdinaryPenalty, officers) };
}

const unlawful = ({ isLawful }: Evidence): string | null => (isLawful ? null : '取得不合法，不得作为根据');
const unproven = (e: Evidence): string | null => unlawful(e) ?? (e.verifiedOn === null ? '没有查证属实' : null);

const thing = ({ no, name, quantity, ended }: Good): TickOption =>
  option(no, `${name}（${quantity}）`, ended === null ? null : `已于${ended.on}出库`);
