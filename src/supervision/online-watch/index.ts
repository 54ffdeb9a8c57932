export { followAlertCheck } from './actions/follow.ts';
export { type CaseActs, followCase } from './actions/follow-case.ts';
export { type CaseOpening, confirmCleared, excludeFindings, sendDown, takeUp } from './actions.ts';
export { ALERT_CHECK } from './kind.ts';
export { type AlertCheck, OUTCOME_LABELS, STATUS_LABELS } from './model.ts';
