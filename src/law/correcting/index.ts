export { correctionsFollowed, deadlineAhead, type RecheckForms, recheckFolds, rechecking, repeatsDisobeyed } from './checking.ts';
export { RECHECK_FORMS } from './forms.ts';
export { type Correcting, type CorrectionOrder, FOLLOWED_LABELS, type Followed } from './model.ts';
export { disobeyedOrders, ordersOf, uncheckedOrders, withNote, withOrder, withoutLastOrder, withRepetition } from './orders.ts';
export { orderIssues } from './papers.ts';
export type { CorrectingRoom } from './room.ts';
export { type OrderLine, orderColumns, orderLines, STANDINGS, type Standing } from './standing.ts';
export { correctionClock, correctionTasks } from './waiting.ts';
