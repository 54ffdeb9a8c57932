import { conditionsOf } from '../conditions.ts';
import type { Redress } from '../disputing/index.ts';
import type { InputOf } from '../form.ts';
import type { LocalDate } from '../local-date.ts';
import type { ClockRun, Folds, Guard, GuardCase, Lifecycle, LifecycleRow } from '../matter-kind.ts';
import { notBefore } from '../not-before.ts';
import { isWarningAlone } from '../penalty.ts';
import { placesOfPersonalData } from '../personal-data.ts';
import { isReproofAlone } from '../rules/credit-class.ts';
import { unverified } from '../unverified.ts';
import { CREDIT, DISCLOSURE_15, MARKET_2, PENALTY_48, PENALTY_50 } from './articles.ts';
import type { PublishingForms } from './forms.ts';
import { type Channel, type Executed, NOT_PUBLIC_LABELS } from './model.ts';
import type { ExecutingRoom, Publicity } from './room.ts';

type Publishing = InputOf<PublishingForms['publish']>;

const shows = (channel: Channel, channels: readonly Channel[] | null): boolean => channels?.includes(channel) === true;
const isSlight = (told: Publicity | null): boolean => told !== null && (told.procedure === 'summary' || isReproofAlone(told.kinds));

function shownIn({ publication }: Executed): readonly Channel[] | null {
  return publication !== null && 'where' in publication ? (publication.channels ?? null) : null;
}

/** 公示 of the decision, or the reason why there is none (处罚法 48). */
export function publishing<S extends Executed>(room: ExecutingRoom<S>): Lifecycle<S, PublishingForms> {
  const { law, form } = conditionsOf<S>();
  const decided = form<null>('已经作出处罚决定', PENALTY_48, ({ state }) =>
    isToBePublished(room, state) ? null : ['no-decision', '本案没有有效的处罚决定，不需要公示'],
  );
  const notYet = form<null>('还没有办理公示', PENALTY_48, ({ state }) =>
    state.publication === null ? null : ['published', '处罚决定的公示已经办理'],
  );
  const between = form<Publishing>('公示日期在决定之后', PENALTY_48, ({ state, input, legalDate }) => {
    const from = room.decision(state)?.on ?? input.on;
    return input.on < from || input.on > legalDate ? ['published-on', '公示日期应当在决定日期和登记日期之间'] : null;
  });
  const masked = law<Publishing>('公示文本中没有个人信息', PENALTY_50, ({ state, input, legalDate }) => {
    const found = input.redacted == null ? placesOfPersonalData(room.publicity(state)?.texts ?? [], legalDate) : null;
    if (found === null || found.kinds.size === 0) return null;
    const places = Object.entries(found.places).map(([label, where]) => `“${label}”${where}`);
    return ['personal-data', `公示文本疑似含有个人信息：${places.join('；')}。整体删去后公示，并写明删去的内容`];
  });
  const ofPublication = { day: ({ input }: GuardCase<S, Publishing>) => input.on };
  // The article protects privacy; that nothing of a minor is shown, masked or not, is ours (§6.1): a city may leave it to the alert.
  const grown = unverified<S, Publishing>(
    { ...ofPublication, name: '当事人不是未成年人', cite: DISCLOSURE_15, parameter: 'publicity.minor-not-shown' },
    ({ state }) =>
      room.publicity(state)?.isMinor === true ? ['minor', '当事人是未成年人，不公示；写明不公示的理由（规则参数，待核定）'] : null,
  );
  const open = law<Publishing>('不公开国家秘密、商业秘密、个人隐私', PENALTY_50, ({ state, input }) =>
    room.publicity(state)?.isSecret === true && input.redacted == null
      ? ['secret', '本案因涉及国家秘密、商业秘密或者个人隐私没有公开听证；写明公示文本删去的内容，或者写明不公示的理由']
      : null,
  );
  // Known from a summary alone, and only 原则上: P03 alerts, and refuses where the city has verified it.
  const credit = unverified<S, Publishing>(
    {
      ...ofPublication,
      name: '信用平台不公示轻微失信信息',
      cite: CREDIT,
      parameter: 'publicity.slight-not-on-credit',
      grade: 'excerpt-summary',
    },
    ({ state, input }) =>
      shows('credit', input.channels) && isSlight(room.publicity(state))
        ? ['slight', '简易程序作出的，以及只有警告、通报批评的，原则上不在信用平台公示（规则参数，待核定）']
        : null,
  );
  const enterprise = law<Publishing>('企业公示系统不公示只有警告的', MARKET_2, ({ state, input }) =>
    shows('enterprise', input.channels) && input.otherLaw == null && isWarningAlone(room.publicity(state)?.kinds ?? [])
      ? ['warning-only', '只有警告的行政处罚不在国家企业信用信息公示系统公示；法律、行政法规另有规定的，写明依据']
      : null,
  );
  const entry = { does: 'entry', to: 'stays', from: room.statuses.published, group: '公示' } as const satisfies Partial<
    LifecycleRow<S, never>
  >;
  return {
    publish: {
      ...room.office(room.handlers, PENALTY_48, [decided, notYet]),
      ...entry,
      label: '登记公示',
      inputGuards: [between, masked, grown, open, credit, enterprise],
      says: (s) => {
        const isDoubtful = shows('credit', shownIn(s)) && isSlight(room.publicity(s));
        return `处罚决定的公示已登记。${isDoubtful ? '轻微失信信息原则上不在信用平台公示（待核定）；确需公示的，留存决定和理由。' : ''}`;
      },
    },
    'not-public': {
      ...room.office(room.leaders, PENALTY_48, [decided, notYet]),
      ...entry,
      label: '决定不公示',
      inputGuards: [notBefore<S, never>('处罚决定', PENALTY_48, (s) => room.decision(s)?.on ?? null)],
      says: () => '不公示的理由已记明。',
    },
  };
}

export function publishingFolds<S extends Executed>(): Folds<S, PublishingForms> {
  return {
    publish: (s, { on, where, channels, redacted, otherLaw }) => ({
      ...s,
      publication: {
        ...{ on, where },
        ...(channels == null ? {} : { channels }),
        ...(redacted == null ? {} : { redacted }),
        ...(otherLaw == null ? {} : { otherLaw }),
      },
    }),
    'not-public': (s, input, frame) => ({
      ...s,
      publication: { on: frame.legalDate, notBecause: `${NOT_PUBLIC_LABELS[input.reason]}：${input.words}` },
    }),
  };
}

export function isToBePublished<S extends Executed>(room: ExecutingRoom<S>, s: S): boolean {
  const decision = room.decision(s);
  return decision !== null && decision.penalty !== null && decision.stands;
}

/** Before the case is closed it has been said whether the decision is public. */
export function publicationHandled<S extends Executed>(room: ExecutingRoom<S>): Guard<S, null> {
  return conditionsOf<S>().law<null>('处罚决定的公示已经办理', PENALTY_48, ({ state }) =>
    !isToBePublished(room, state) || state.publication !== null ? null : ['not-published', '处罚决定还没有公示，也没有写明不公示的理由'],
  );
}

/** Where the decision stands in public now, as disputes see it. */
export function publishedAt({ publication }: Pick<Executed, 'publication'>): { readonly on: LocalDate; readonly at: string } | null {
  return publication !== null && 'where' in publication ? { on: publication.on, at: publication.where } : null;
}

/**
 * When the decision `no` was published, for the rules: null day where it has not been; null where there is no duty, or where it
 * is not to be judged: reasons for not publishing are nobody's to overrule here.
 */
export function publishedFact(
  { redresses }: { readonly redresses: readonly Redress[] },
  no: number,
  publication: Executed['publication'],
  isDue: boolean,
): { readonly on: LocalDate | null } | null {
  const takenBack = redresses.findLast((r) => r.publishedOn !== null && r.decisionNo === no);
  if (takenBack !== undefined) return { on: takenBack.publishedOn };
  if (publication === null) return isDue ? { on: null } : null;
  return 'where' in publication ? { on: publication.on } : null;
}

function changesInHand<S extends Executed>(room: ExecutingRoom<S>, s: S): readonly Redress[] {
  const no = room.decision(s)?.no;
  return s.redresses.filter((c) => c.decisionNo === no && (c.undoing === 'changed' || c.undoing === 'partly'));
}

/** The run of KE-37 that is open: a decision that was changed is published as it stands now. */
export function publicityKey<S extends Executed>(room: ExecutingRoom<S>, s: S): string {
  const changes = changesInHand(room, s).length;
  return room.runOf(s, changes === 0 ? '' : `第${changes}次变更`);
}

/** Publication of the decision in hand, and of every change of it (KE-37). `endedOn`: when nothing was left to be published. */
export function publicationRuns<S extends Executed>(room: ExecutingRoom<S>, s: S, endedOn: LocalDate | null): readonly ClockRun[] {
  const decision = room.decision(s);
  if (decision === null || decision.on === null || decision.penalty === null) return [];
  const changes = changesInHand(room, s);
  const done = s.publication?.on ?? (decision.stands ? null : endedOn);
  return [decision.on, ...changes.map((c) => c.effectOn)].map((startedOn, i) => {
    const next = changes[i];
    const key = room.runOf(s, i === 0 ? '' : `第${i}次变更`);
    const stoppedOn = next === undefined ? done : (next.publishedOn ?? next.effectOn);
    return { key, startedOn, stoppedOn, boundId: s.organId };
  });
}
