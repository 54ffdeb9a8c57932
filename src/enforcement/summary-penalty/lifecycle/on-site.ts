import {
  besideTold,
  citedLaws,
  designatedAhead,
  type Folds,
  type Guard,
  type InputOf,
  type Lifecycle,
  NOTHING_EXECUTED,
  notDesignated,
  personOf,
  SHIPPED_LAWS,
  tooFewCertified,
  uncertifiedAmong,
  weighsMore,
} from '#law';
import { contextOf, doubted } from '#law/doubted';
import { itemNeeds, offList, outsideArea } from '#law/own-power';
import { qualifiedOrgan } from '#law/rules/S01-qualified-organ';
import { twoCertifiedOfficers } from '#law/rules/S09-two-certified-officers';
import { heardIssues } from '../documents/records.ts';
import type { Forms } from '../forms.ts';
import { type Proposed, type SummaryPenalty, standingOfProposed } from '../model.ts';
import { ART_17, ART_22, ART_42, ART_44, ART_45, ART_51, ART_52, ART_57 } from './articles.ts';
import { form, law, officersOn } from './conditions.ts';
import { HANDLERS, office } from './who.ts';

type S = SummaryPenalty;
type Opening = InputOf<Forms['open']>;
export type OnSite = Pick<Forms, 'open' | 'hear' | 'convert'>;

const DELEGATE_CANNOT = '受委托组织、外部机关不能以自己的名义实施行政处罚，应当以委托机关的名义在委托机关的岗位上办理';

/** 17, 38: who has no qualification as a subject decides nothing that stands. */
const QUALIFIED: Guard<S, Opening> = law('本机关具有行政处罚主体资格', ART_17, (c) => {
  const { actor, facts, legalDate } = c;
  const organ = facts.organisations.get(actor.organisationId ?? '');
  if (organ === undefined) return 'unknown';
  if (organ.kind === 'delegate' || organ.kind === 'external') return ['not-subject', DELEGATE_CANNOT];
  return doubted('not-qualified', qualifiedOrgan.check({ organ, decidedOn: legalDate }, contextOf(c)));
});

const TWO_OFFICERS: Guard<S, Opening> = law('执法人员不少于两人，均持有效行政执法证', ART_42, (c) => {
  const { input, facts, legalDate } = c;
  const uncertified = uncertifiedAmong(input.officers, facts, legalDate);
  if (c.reported !== true) return tooFewCertified(input.officers, facts, legalDate) ?? uncertified;
  // A law may let one officer act alone (治安管理处罚法 120): what was done elsewhere is doubted where the rule doubts it.
  const officers = officersOn(input.officers, facts, legalDate);
  const asked = { officers, decidedOn: legalDate, procedure: 'summary', fineFen: null } as const;
  const citations = citedLaws(input.basis, SHIPPED_LAWS);
  return doubted('two-officers', twoCertifiedOfficers.check({ ...asked, citations }, contextOf(c))) ?? uncertified;
});

const CARD_SHOWN: Guard<S, Opening> = law('已出示行政执法证件', ART_52, ({ input }) =>
  input.cardShown ? null : ['no-card', '当场作出处罚决定的，执法人员应当向当事人出示行政执法证件'],
);

/** S02 and S07, as the rules answer them of every decision. */
const OWN_ITEM: Guard<S, Opening> = law('处罚事项在本机关的清单内', ART_17, (c) =>
  offList({ ...c, organId: c.actor.organisationId ?? '', itemCode: c.input.itemCode }),
);

const OWN_PLACE: Guard<S, Opening> = law('违法行为发生在本机关管辖区域，或者已经指定管辖', ART_22, ({ actor, input, facts, reported }) => {
  if (input.region === null) return null;
  const place = outsideArea(actor.organisationId ?? '', input.region, facts);
  if (place === null || place === 'unknown') return place;
  return notDesignated(input, { code: 'out-of-area', place: place.name, reported: reported === true });
});
const PLACE_TOLD: Guard<S, Opening> = form('写明发生地，指定管辖不晚于办理日期', ART_22, ({ input, legalDate }) =>
  input.away && input.region === null
    ? ['no-region', '违法行为发生在本机关所在地以外的，请选择发生地的人民政府']
    : designatedAhead(input, legalDate),
);

const CLEAR: Guard<S, Opening> = law('违法事实确凿并有法定依据', ART_51, ({ input }) =>
  input.isClear ? null : ['not-clear', '违法事实不确凿或者有争议的，不适用简易程序，应当立案调查'],
);

const SAME_DAY: Guard<S, Opening> = form('违法行为日期不晚于办理日期', ART_51, ({ input, legalDate }) =>
  input.actOn <= legalDate ? null : ['act-ahead', '违法行为日期不得晚于办理日期'],
);

const proposedBy = ({ penalty, fine }: Pick<InputOf<Forms['hear']>, 'penalty' | 'fine'>): Proposed => ({ penalty, fineFen: fine ?? 0 });

/** 45: what the party has said in its defence makes nothing heavier; facts found since then belong into the ordinary procedure. */
const NOT_FOR_DEFENCE: Guard<S, InputOf<Forms['hear']>> = law('不因陈述、申辩给予更重的处罚', ART_45, ({ state, input }) => {
  if (state.hearing?.made !== true || !weighsMore(standingOfProposed(proposedBy(input)), standingOfProposed(state.hearing.proposed)))
    return null;
  const both = besideTold(standingOfProposed(state.hearing.proposed), standingOfProposed(proposedBy(input)), '现在拟处罚');
  return ['heavier-for-defence', `${both}：不得因当事人陈述、申辩而给予更重的处罚；又有新查明的事实的，转为普通程序`];
});

export const ON_SITE: Lifecycle<S, OnSite> = {
  open: {
    ...office(HANDLERS, ART_51, [], 'opener'),
    label: '登记现场情况',
    does: 'step',
    from: 'start',
    to: 'onsite',
    inputGuards: [QUALIFIED, TWO_OFFICERS, CARD_SHOWN, OWN_ITEM, PLACE_TOLD, OWN_PLACE, CLEAR, SAME_DAY],
    needs: (_, input, actor) => itemNeeds(actor.organisationId, input.itemCode),
    says: (s) => `已登记${s.party.name}的违法行为；接着告知处罚内容并听取陈述、申辩。`,
  },
  hear: {
    ...office(HANDLERS, ART_45),
    label: '告知并听取陈述、申辩',
    does: 'step',
    from: ['onsite', 'heard'],
    to: 'heard',
    inputGuards: [
      form('拟罚款数额与处罚种类相符', ART_44, ({ input }) =>
        (input.penalty === 'warning') === ((input.fine ?? 0) === 0)
          ? null
          : ['proposed-fine', '拟处以罚款的，写明拟罚款数额；拟只给予警告的不填'],
      ),
      NOT_FOR_DEFENCE,
      law('已告知处罚内容及事实、理由、依据和权利', ART_44, ({ input }) =>
        input.told ? null : ['not-told', '作出处罚决定之前，应当告知拟处罚的内容及事实、理由、依据和陈述、申辩权利，没有告知的不得处罚'],
      ),
      law('陈述、申辩经复核', ART_45, ({ input }) =>
        input.statement === 'made' && (input.words === null || input.review === null || input.reason === null)
          ? ['not-reviewed', '当事人陈述、申辩的，应当记明内容，写明是否采纳和理由']
          : null,
      ),
    ],
    needs: officersNeeded,
    issues: heardIssues,
    says: () => '已告知并听取；接着当场作出处罚决定。',
  },
  convert: {
    ...office(HANDLERS, ART_57),
    label: '转为普通程序',
    does: 'step',
    from: ['onsite', 'heard'],
    to: 'converted',
    aside: true,
    says: () => '不再适用简易程序；随即在“普通程序处罚”登记线索，带入当事人、执法人员和现场材料，核查后提请立案。',
  },
};

/** The papers name the officers with their certificates. */
export function officersNeeded(s: S | null): readonly { readonly register: 'certificates'; readonly key: string }[] {
  return s === null ? [] : s.officerIds.map((key) => ({ register: 'certificates' as const, key }));
}

function designationTold({ designatedBy: by, designationNumber: number, designatedOn: on }: Opening): S['designation'] {
  return by === null && number === null && on === null ? null : { by, number, on };
}

export const ON_SITE_FOLDS: Folds<S, OnSite> = {
  open: (_, input, frame) => ({
    status: 'onsite',
    organId: frame.actor.organisationId ?? '',
    openedOn: frame.legalDate,
    openedBy: personOf(frame.actor),
    officerIds: [...input.officers],
    party: input.party,
    place: input.place,
    regionId: input.region,
    designation: designationTold(input),
    actOn: input.actOn,
    conduct: input.conduct,
    facts: input.facts,
    violated: input.violated,
    basis: input.basis,
    itemCode: input.itemCode,
    hearing: null,
    decision: null,
    delivery: null,
    reportedOn: null,
    payments: [],
    collection: null,
    completedOn: null,
    ...NOTHING_EXECUTED,
    ended: null,
    instead: null,
    closedOn: null,
    archive: null,
    archivedBefore: [],
    disputes: [],
    redresses: [],
    stays: [],
  }),
  hear: (s, input, frame) => {
    const { words, review, reason } = input;
    const proposed = proposedBy(input);
    // Told again, what the party said the first time still stands.
    if (input.statement === 'none' && s.hearing?.made) return { ...s, hearing: { ...s.hearing, on: frame.legalDate, proposed } };
    const made = input.statement === 'made';
    return { ...s, hearing: { on: frame.legalDate, proposed, made, words, review, reason } };
  },
  convert: (s, input, frame) => ({ ...s, instead: { on: frame.legalDate, reason: input.reason, education: null } }),
};
