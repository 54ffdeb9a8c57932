import {
  EDUCATED_FOR,
  earlierNeeds,
  type Folds,
  type Guard,
  hasTurned,
  type InputOf,
  isJsonObject,
  type Json,
  type Lifecycle,
  NO_PENALTY_LABELS,
  type NoPenalty,
  notFirst,
  partyKindOf,
} from '#law';
import { notPunishedIssues } from '../documents/records.ts';
import type { Forms } from '../forms.ts';
import type { SummaryPenalty } from '../model.ts';
import { ART_30, ART_31, ART_33, ART_36 } from './articles.ts';
import { law } from './conditions.ts';
import { officersNeeded } from './on-site.ts';
import { barAnswer } from './time-bar.ts';
import { HANDLERS, office } from './who.ts';

type S = SummaryPenalty;
export type Spared = Pick<Forms, 'no-penalty'>;
type Sparing = InputOf<Forms['no-penalty']>;

/** D10, 33¶3. */
const EDUCATED: Guard<S, Sparing> = law('不予处罚的对当事人进行教育', ART_33, ({ input }) =>
  EDUCATED_FOR.includes(input.ground) && input.education === null
    ? ['not-educated', '依照第三十三条不予行政处罚的，应当对当事人进行教育，请填写教育的情况']
    : null,
);
const FIRST: Guard<S, Sparing> = law('以初次违法不予处罚的，没有以前的处罚决定，或者写明理由', ART_33, ({ state, input, facts }) =>
  input.ground === 'first' ? notFirst(state.party.mark, input.stillFirst ?? null, facts) : null,
);
/** 30: counted from the birthday; where the day of birth is not known, nobody can be held against it. */
const CHILD: Guard<S, Sparing> = law('以不满十四周岁不予处罚的，违法时不满十四周岁', ART_30, ({ state, input, facts }) => {
  if (input.ground !== 'child') return null;
  if (partyKindOf(state.party.kind) !== 'person') return ['not-a-person', '当事人不是自然人，不能以不满十四周岁不予处罚'];
  if (facts.parties === undefined) return 'unknown';
  const details = facts.parties.get(state.party.id);
  return details !== undefined && hasTurned(details, 14, state.actOn) === true
    ? ['turned-14', `当事人${state.actOn}违法时已满十四周岁，不能以此不予处罚`]
    : null;
});
const INCAPABLE: Guard<S, Sparing> = law(
  '以不能辨认、控制行为不予处罚的，当事人是精神病人、智力残疾人',
  ART_31,
  ({ state, input, facts }) => {
    if (input.ground !== 'incapable') return null;
    if (partyKindOf(state.party.kind) !== 'person') return ['not-a-person', '当事人不是自然人，不能以不能辨认、控制行为不予处罚'];
    if (facts.parties === undefined) return 'unknown';
    return facts.parties.get(state.party.id)?.isIncapable === false
      ? ['capable', '当事人信息没有登记为精神病人、智力残疾人；需要查明的，转为普通程序']
      : null;
  },
);
/** 36: whoever lets go because it is too late shows that it is. */
const BARRED: Guard<S, Sparing> = law('以超过追责时效不予处罚的，已经超过', ART_36, (c) =>
  c.input.ground === 'barred' && barAnswer(c) === null
    ? ['not-barred', `违法行为${c.state.actOn}发生，${c.state.openedOn}发现，没有超过追责时效`]
    : null,
);

export const SPARED: Lifecycle<S, Spared> = {
  'no-penalty': {
    ...office(HANDLERS, ART_33),
    label: '不予处罚并教育',
    does: 'step',
    from: ['onsite', 'heard'],
    to: 'not-punished',
    aside: true,
    inputGuards: [CHILD, INCAPABLE, BARRED, FIRST, EDUCATED],
    needs: (s, input) =>
      s === null
        ? []
        : [
            ...officersNeeded(s),
            { register: 'party', key: s.party.id },
            ...(input === null ? [] : earlierNeeds(s.party.mark, input.ground)),
          ],
    issues: notPunishedIssues,
    says: () => '已记明不予处罚的依据、理由和教育情况；办结。',
  },
};

export const SPARED_FOLDS: Folds<S, Spared> = {
  'no-penalty': (s, { ground, reason, education }, frame) => {
    // Of the first payloads, told in words, not every ground is known.
    const known = Object.hasOwn(NO_PENALTY_LABELS, ground) ? ground : null;
    const words = known === null ? reason : `${NO_PENALTY_LABELS[known]}。${reason}`;
    return { ...s, instead: { on: frame.legalDate, reason: words, education, ...(known === null ? {} : { ground: known }) } };
  },
};

const TOLD: readonly (readonly [ground: NoPenalty, words: RegExp])[] = [
  ['child', /十四周岁|第?三十条|第?30条/],
  ['incapable', /精神病|智力残疾|第?三十一条|第?31条/],
  ['barred', /时效|第?三十六条|第?36条/],
  ['faultless', /主观过错|三十三条第二款|33条第2款/],
  ['first', /初次|首次/],
  ['minor', /轻微/],
];

/** Payloads of the first form told the ground in words: what they name is taken, and the words stay with the reason. */
export function groundInWords(payload: Json): Json {
  if (!isJsonObject(payload) || typeof payload['ground'] !== 'string') return payload;
  const { ground, reason } = payload;
  const known = TOLD.find(([, words]) => words.test(ground))?.[0] ?? null;
  return { ...payload, ground: known, reason: `${ground}。${typeof reason === 'string' ? reason : ''}`, stillFirst: null };
}

/** Payloads of the first form told of a designation in one line. */
export function designatedInWords(payload: Json): Json {
  if (!isJsonObject(payload)) return payload;
  const { designation = null, ...rest } = payload;
  const told = { designatedBy: null, designationNumber: designation, designatedOn: null, designationPapers: null };
  return { ...rest, ...told, away: (rest['region'] ?? null) !== null };
}
