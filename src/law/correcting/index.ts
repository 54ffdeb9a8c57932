export { correctionsFollowed, type RecheckForms, recheckFolds, rechecking } from './checking.ts';
export { RECHECK_FORMS } from './forms.ts';
export type { Correcting, CorrectionOrder } from './model.ts';
export { disobeyedOrders, ordersOf, uncheckedOrders, withNote, withOrder } from './orders.ts';
export type { CorrectingRoom } from './room.ts';
export { correctionClock, correctionTasks } from './waiting.ts';
