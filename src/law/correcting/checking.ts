import { cite } from '../citation.ts';
import { conditionsOf, type Stop } from '../conditions.ts';
import type { InputOf } from '../form.ts';
import type { LocalDate } from '../local-date.ts';
import type { BaseState, Folds, Guard, Lifecycle } from '../matter-kind.ts';
import { notBefore } from '../not-before.ts';
import { occasion } from '../occasion.ts';
import { dayWords } from '../sheet.ts';
import { unverified } from '../unverified.ts';
import type { RECHECK_FORMS } from './forms.ts';
import type { Correcting, CorrectionOrder } from './model.ts';
import { deadlineOf, disobeyedOrders, ordersOf, uncheckedOrders, withNote } from './orders.ts';
import { recheckIssues } from './papers.ts';
import type { CorrectingRoom } from './room.ts';

export type RecheckForms = typeof RECHECK_FORMS;
const ART_28 = cite('行政处罚法', 28);

/** 改正复查, and what follows where nothing was corrected (处罚法 28, SM-E2). */
export function rechecking<S extends Correcting>(room: CorrectingRoom<S>): Lifecycle<S, RecheckForms> {
  const { law, form } = conditionsOf<S>();
  const checkable = (order: CorrectionOrder, s: S): Stop => {
    if (order.corrected === true) return ['checked', '该次责令改正已经复查合格'];
    if (order.followed !== undefined) return ['followed', '该次责令改正已经作了处理'];
    return room.arrivedOn(s, order) === null ? ['not-served', '责令改正还没有送达当事人'] : null;
  };
  const toCheck = occasion<S, CorrectionOrder>({
    ...{ name: '有送达而尚未复查合格的责令改正', cite: ART_28, several: ordersOf, lets: checkable },
    none: ['no-correction', '没有责令改正'],
  });
  const served = form<InputOf<RecheckForms['check-correction']>>('责令改正已经送达，尚未复查合格', ART_28, ({ state, input }) => {
    const order = ordersOf(state).find((o) => o.no === input.no);
    if (order === undefined) return ['no-correction', `本案没有第${input.no}次责令改正`];
    return checkable(order, state);
  });
  const notEarly = law<InputOf<RecheckForms['check-correction']>>(
    '改正期限届满以前不认定没有改正',
    ART_28,
    ({ state, input, legalDate }) => {
      const order = ordersOf(state).find((o) => o.no === input.no);
      const deadline = order === undefined ? null : deadlineOf(room, state, order);
      if (input.corrected || deadline === null || legalDate >= deadline) return null;
      return ['too-early', `改正期限${dayWords(deadline)}才届满，届满以前不能认定没有改正；已经改正的可以提前复查`];
    },
  );
  const followable = form<InputOf<RecheckForms['follow-correction']>>('责令改正复查没有改正，或者不再复查', ART_28, ({ state, input }) => {
    if (disobeyedOrders(room, state).some((o) => o.no === input.no)) return null;
    if (!uncheckedOrders(room, state).some((o) => o.no === input.no))
      return ['nothing-to-follow', `第${input.no}次责令改正没有送达、已经改正或者已经作了处理`];
    return input.how === 'moot' || input.how === 'transferred' ? null : ['not-checked', `第${input.no}次责令改正还没有复查`];
  });
  const toFollow = form<null>('有需要处理的责令改正', ART_28, ({ state }) =>
    disobeyedOrders(room, state).length + uncheckedOrders(room, state).length === 0
      ? ['nothing-to-follow', '没有送达而尚未改正、尚未处理的责令改正']
      : null,
  );
  const reached = notBefore<S, { readonly no: number }>('责令改正的送达、上次复查', ART_28, (s, { no }) => reachedOn(room, s, no));
  const entry = { does: 'entry', from: room.checked, to: 'stays', group: '责令改正' } as const;
  return {
    'check-correction': {
      ...room.office(room.handlers, ART_28, [toCheck]),
      ...entry,
      label: '复查改正情况',
      inputGuards: [served, reached, notEarly, ...room.officers],
      issues: (s, input, frame, facts) => recheckIssues(room, s, input, frame, facts),
      says: (s) =>
        disobeyedOrders(room, s).length === 0 ? '复查情况已记明。' : '复查没有改正；由负责人再次责令改正，或者写明处理，处理以前不能结案。',
    },
    'follow-correction': {
      ...room.office(room.leaders, ART_28, [toFollow]),
      ...entry,
      label: '处理没有改正的情况',
      inputGuards: [followable, reached],
      says: () => '没有改正的处理已记明。',
    },
  };
}

/** Before a day that has gone by nothing can be corrected; absent: at once. */
export function deadlineAhead<S extends BaseState, I>(byOf: (input: I) => string | null): Guard<S, I> {
  return conditionsOf<S>().form<I>('改正期限不早于责令之日', ART_28, ({ input, legalDate }) => {
    const by = byOf(input);
    return by !== null && by < legalDate ? ['by-past', '改正期限不得早于办理日期'] : null;
  });
}

/** A repeated order names one that was found not obeyed. */
export function repeatsDisobeyed<S extends Correcting>(room: CorrectingRoom<S>): Guard<S, { readonly again: number | null }> {
  return conditionsOf<S>().form('再次责令的，前次复查没有改正', ART_28, ({ state, input: { again } }) =>
    again === null || disobeyedOrders(room, state).some(({ no }) => no === again)
      ? null
      : ['not-disobeyed', `第${again}次责令改正没有复查、已经改正或者已经作了处理`],
  );
}

/** The day before which nothing can have come of an order: that of its last re-check, or else of its service. */
function reachedOn<S extends Correcting>(room: CorrectingRoom<S>, s: S, no: number): LocalDate | null {
  const order = ordersOf(s).find((o) => o.no === no);
  return order === undefined ? null : (order.checkedOn ?? room.arrivedOn(s, order));
}

export function recheckFolds<S extends Correcting>(): Folds<S, RecheckForms> {
  return {
    'check-correction': (s, { no, corrected }, frame) => withNote(s, no, { checkedOn: frame.legalDate, corrected }),
    'follow-correction': (s, { no, how, words }, frame) => withNote(s, no, { followed: { on: frame.legalDate, how, words } }),
  };
}

/**
 * SM-E2: no case is closed while an order waits for its re-check, or was not obeyed and nothing has followed. 28 has the organ order
 * and says nothing of what comes after: the re-check is ours (待核定).
 */
export function correctionsFollowed<S extends Correcting>(room: CorrectingRoom<S>): Guard<S, null> {
  const said = (nos: readonly { readonly no: number }[]): string => nos.map((o) => o.no).join('、');
  const asked = { name: '责令改正均已复查，没有改正的已作处理', cite: ART_28, parameter: 'closing.orders-followed' };
  return unverified<S, null>(asked, ({ state }) => {
    const [unchecked, disobeyed] = [uncheckedOrders(room, state), disobeyedOrders(room, state)];
    if (unchecked.length > 0) return ['not-checked', `第${said(unchecked)}次责令改正还没有复查（规则参数，待核定）；不再复查的写明理由`];
    if (disobeyed.length > 0)
      return ['not-corrected', `第${said(disobeyed)}次责令改正复查没有改正，还没有再次责令或者写明处理（规则参数，待核定）`];
    return null;
  });
}
