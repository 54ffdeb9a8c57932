import { conditionsOf, type Stop } from '../conditions.ts';
import type { InputOf } from '../form.ts';
import { lastDay } from '../last-day.ts';
import type { Folds, Guard, GuardCase, Lifecycle, LifecycleRow } from '../matter-kind.ts';
import { notBefore } from '../not-before.ts';
import { scanOf } from '../outgoing.ts';
import { triesBeforeNotice } from '../rules/E03-public-service-last.ts';
import { sealing } from '../sealing.ts';
import { dayWords } from '../sheet.ts';
import { CIVIL_PROCEDURE_95, PENALTY_61 } from './articles.ts';
import type { ServingForms } from './forms.ts';
import { isLetterReady, type Letter, letterInHand, letterServed, paperInHand } from './letters.ts';
import { isSealerApart } from './sealer-apart.ts';
import { addressIssues, receiptIssues } from './service-papers.ts';
import type { Served, ServingRoom } from './serving-room.ts';

type Service = InputOf<ServingForms['serve']>;
type Announced = InputOf<ServingForms['announce']>;

/** E03: the last way, after others have failed, and only when thirty days have passed. */
function triedOtherwise({
  state: { failedServices },
  profile,
  legalDate,
}: Pick<GuardCase<Served, null>, 'state' | 'profile' | 'legalDate'>): Stop | null {
  const [tried, asked] = [failedServices.length, triesBeforeNotice(profile, legalDate)];
  return tried < asked
    ? ['public-first', `公告送达前应当采取其他方式送达，已记明未能送达${tried}次，不少于${asked}次（次数为规则参数，待核定）`]
    : null;
}

function guards<S extends Served>() {
  const { law, form } = conditionsOf<S>();
  return {
    unsealed: form<null>('有待用印的文书', PENALTY_61, ({ state }) => {
      const letter = letterInHand(state);
      if (letter === null) return ['no-letter', '没有待用印的文书'];
      return isLetterReady(state, letter) ? ['sealed', `${letter.number}已经用印，等待送达`] : null;
    }),
    sealed: form<null>('文书已经用印', PENALTY_61, ({ state }) => {
      const letter = letterInHand(state);
      if (letter === null) return ['no-letter', '没有待送达的文书'];
      return isLetterReady(state, letter) ? null : ['not-sealed', '用印文书尚未生成或者未上传，未用印的文书不得送达'];
    }),
    receivedBetween: form<Service>('送达日期在签发之后、办理之前', PENALTY_61, ({ state, input, legalDate }) => {
      const signedOn = letterInHand(state)?.signedOn ?? input.receivedOn;
      if (input.receivedOn > legalDate) return ['day-ahead', '送达日期不得晚于办理日期'];
      return input.receivedOn < signedOn ? ['day-before', `送达日期不得早于文书的签发日期（${signedOn}）`] : null;
    }),
    /** E02, 61¶2. */
    confirmed: law<Service>('电子送达先签订确认书', PENALTY_61, ({ state, input }) => {
      if (input.how !== 'electronic') return null;
      const { confirmation } = state;
      if (confirmation === null || !confirmation.electronic) return ['no-confirmation', '当事人同意并签订确认书的，才能采用电子方式送达'];
      return confirmation.on > input.receivedOn ? ['no-confirmation', '送达日期早于当事人签订确认书的日期'] : null;
    }),
    unannounced: form<null>('没有已经发出的公告', CIVIL_PROCEDURE_95, ({ state }) => {
      const letter = letterInHand(state);
      return letter?.announced === undefined
        ? null
        : ['announced', `${letter.number}已于${letter.announced.on}发出公告；登记有误的，更正原登记`];
    }),
    announcedBetween: form<Announced>('公告发布日期在签发之后、办理之前', CIVIL_PROCEDURE_95, ({ state, input, legalDate }) => {
      const signedOn = letterInHand(state)?.signedOn ?? input.on;
      if (input.on > legalDate) return ['day-ahead', '公告发布日期不得晚于办理日期'];
      return input.on < signedOn ? ['published-before', `公告发布日期不得早于文书的签发日期（${signedOn}）`] : null;
    }),
    announcedLast: law<null>('其他方式无法送达的才公告送达', CIVIL_PROCEDURE_95, triedOtherwise),
    asAnnounced: form<Service>('公告发布日期与登记的一致', CIVIL_PROCEDURE_95, ({ state, input }) => {
      const announced = letterInHand(state)?.announced;
      if (announced === undefined || input.how !== 'public' || input.publishedOn === null || input.publishedOn === announced.on)
        return null;
      return ['published-otherwise', `已经登记${announced.on}发出公告，填写的是${input.publishedOn}；登记有误的，更正原登记`];
    }),
    /** 民诉法 95: why and how is noted in the file; a notice that nobody has entered has put out nothing that could run. */
    announcedFirst: law<Service>('公告送达先登记发出公告，记明原因和经过', CIVIL_PROCEDURE_95, ({ state, input }) =>
      input.how !== 'public' || letterInHand(state)?.announced !== undefined
        ? null
        : ['not-announced', '公告送达应当先登记发出公告，记明原因和经过；自发出公告之日起经过三十日才视为送达'],
    ),
    publicLast: law<Service>('公告送达在其他方式无法送达之后，公告满三十日', CIVIL_PROCEDURE_95, (c) => {
      if (c.input.how !== 'public') return null;
      if (c.input.publishedOn === null) return ['not-published', '请填写公告发布日期'];
      const signedOn = letterInHand(c.state)?.signedOn ?? c.input.publishedOn;
      if (c.input.publishedOn < signedOn) return ['published-before', `公告发布日期不得早于文书的签发日期（${signedOn}）`];
      const early = triedOtherwise(c);
      if (early !== null) return early;
      const last = lastDay('law.public-service', c.input.publishedOn, c);
      if (last === null) return null;
      if (last === 'unknown') return 'unknown';
      return c.input.receivedOn > last ? null : ['public-too-soon', `自发出公告之日起经过三十日视为送达，至${last}届满，送达日期填次日`];
    }),
    witnessed: law<Service>('留置送达有见证人，或者记明拒收情况', PENALTY_61, ({ input }) =>
      input.how === 'left' && input.witness === null
        ? ['no-witness', '留置送达应当有见证人签名，或者以拍照、录像等方式记录，请填写']
        : null,
    ),
  };
}

function sealerApart<S extends Served>(room: ServingRoom<S>): Guard<S, null> {
  return {
    ...conditionsOf<S>().law<null>('用印人不是本案承办人（待核定）', PENALTY_61, ({ state, actor, profile }) => {
      const letter = letterInHand(state);
      return letter !== null &&
        isSealerApart(profile, letter) &&
        actor.officerId !== null &&
        room.handlerIds(state).includes(actor.officerId)
        ? ['handler-seals', '您是本案承办人，应当由文印或者其他人员用印（规则参数，待核定）']
        : null;
    }),
    severity: 'orange',
    grade: 'ours',
  };
}

/** 用印、送达 of the numbered letters of a case (处罚法 61). */
export function serving<S extends Served>(room: ServingRoom<S>): Lifecycle<S, ServingForms> {
  const { office, handlers, sealers, statuses } = room;
  const g = guards<S>();
  const entry = { does: 'entry', to: 'stays', group: '送达' } as const satisfies Partial<LifecycleRow<S, never>>;
  return {
    ...sealing<S>({
      ...{ cite: PENALTY_61, by: sealers, from: statuses.lettered, to: (s) => s.status, letterOf: letterInHand },
      ...{ guards: [g.unsealed, sealerApart(room)], marked: paperInHand, next: '送达' },
    }),
    'confirm-address': {
      ...office(handlers, PENALTY_61),
      ...entry,
      from: statuses.confirming,
      label: '登记送达地址确认书',
      issues: addressIssues,
      says: (s) => (s.confirmation?.electronic === true ? '当事人同意电子送达。' : '送达地址已确认；当事人没有同意电子送达。'),
    },
    'fail-service': {
      ...office(handlers, PENALTY_61, [g.sealed]),
      ...entry,
      from: statuses.lettered,
      label: '登记未能送达',
      inputGuards: [notBefore<S, never>('签发文书', PENALTY_61, (s) => letterInHand(s)?.signedOn ?? null)],
      says: (s) => `已记明未能送达${s.failedServices.length}次。`,
    },
    announce: {
      ...office(handlers, CIVIL_PROCEDURE_95, [g.sealed, g.unannounced, g.announcedLast]),
      ...entry,
      from: statuses.lettered,
      label: '登记发出公告',
      inputGuards: [g.announcedBetween],
      says: (s) => {
        const letter = letterInHand(s);
        return `${letter?.number ?? ''}已于${dayWords(letter?.announced?.on ?? null)}发出公告；自该日起经过三十日视为送达，期满后登记送达。`;
      },
    },
    serve: {
      ...office(handlers, PENALTY_61, [g.sealed]),
      does: 'step',
      from: statuses.lettered,
      to: room.afterService,
      label: '送达',
      inputGuards: [g.receivedBetween, g.confirmed, g.asAnnounced, g.announcedFirst, g.publicLast, g.witnessed],
      documents: 'served',
      marked: paperInHand,
      issues: (s, input, frame, facts) => receiptIssues(room, s, input, frame, facts),
      says: (s) => {
        const letter = letterServed(s);
        return letter === null ? '已送达。' : `${letter.number}已送达；${room.afterArrival(letter)}`;
      },
    },
  };
}

export function servingFolds<S extends Served>(room: ServingRoom<S>): Folds<S, ServingForms> {
  return {
    seal: (s) => s,
    'seal-by-hand': (s, _, frame) => withLetterInHand(s, (letter) => ({ ...letter, scan: scanOf(frame) })),
    'confirm-address': (s, input, frame) => ({
      ...s,
      confirmation: { on: frame.legalDate, electronic: input.electronic, channel: input.channel },
    }),
    'fail-service': (s, input, frame) => ({ ...s, failedServices: [...s.failedServices, { on: frame.legalDate, how: input.how }] }),
    announce: (s, { on, where }) => withLetterInHand(s, (one) => ({ ...one, announced: { on, where } })),
    serve: (s, { how, receivedOn, publishedOn }, frame) => {
      const letter = letterInHand(s);
      if (letter === null) return s;
      const told =
        how === 'public' && publishedOn !== null && letter.announced === undefined ? { announced: { on: publishedOn, where: null } } : {};
      const sent = withLetterInHand(s, (one) => ({ ...one, ...told, servedOn: frame.legalDate, how, receivedOn }));
      // What was tried to serve the letter that waits was not undone by another that went before it.
      const failedServices = letterInHand(sent) === null ? [] : s.failedServices;
      return room.arrived({ ...withServedNo(sent, letter), failedServices }, letter, receivedOn);
    },
  };
}

function withLetterInHand<S extends Served>(s: S, change: (letter: Letter) => Letter): S {
  const inHand = letterInHand(s);
  return inHand === null ? s : { ...s, letters: s.letters.map((letter) => (letter.no === inHand.no ? change(letter) : letter)) };
}

function withServedNo<S extends Served>(s: S, { no }: Letter): S {
  const { servedNo: _, ...rest } = s;
  return (no === s.letters.length ? rest : { ...rest, servedNo: no }) as S;
}
