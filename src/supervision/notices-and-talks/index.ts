export { TEMPLATES } from './documents.ts';
export { NOTICE_AND_TALK } from './kind.ts';
export type { NoticeAndTalk } from './model.ts';
