import { choice, date, type FormFields, type Json, organisation, ROLE_LABELS, rows, text } from '#law';
import { LABEL_REACH } from './admin-types.ts';

const POST_FIELDS = {
  organisationId: organisation('单位'),
  role: choice('岗位', ROLE_LABELS),
  labelMax: choice('可见密级', LABEL_REACH),
  from: date('起始日'),
  until: date('截止日', { required: false, hint: '不再任此岗的第一天；长期留空' }),
} satisfies FormFields;

export const REASON_FIELDS = { reason: text('理由', { max: 500, hint: '写明依据的文件或批准人，进入审计日志' }) } satisfies FormFields;

export const ACCOUNT_FIELDS = {
  login: text('登录名', { max: 32, hint: '小写字母开头，可含数字、点、横线' }),
  name: text('姓名', { max: 40 }),
  personNumber: text('身份证号', { required: false, max: 18, hint: '只用于核对一人一号，不保存原文' }),
  posts: rows('岗位', POST_FIELDS, { max: 10 }),
  ...REASON_FIELDS,
} satisfies FormFields;

export const POST_GRANT_FIELDS = { ...POST_FIELDS, ...REASON_FIELDS } satisfies FormFields;

type Given = { readonly [key: string]: Json };

/** A form's input as the body of a request: what was left empty is left out. */
export function withoutEmpty(input: Given): Given {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null));
}

/** A post as the server takes it: the reach of labels is a number. */
export function postBody(input: Given): Given {
  const { organisationId, role, labelMax, from, until } = input;
  return withoutEmpty({
    organisationId: organisationId ?? null,
    role: role ?? null,
    labelMax: Number(labelMax),
    from: from ?? null,
    until: until ?? null,
  });
}

export function accountBody(input: Given): Given {
  const posts = Array.isArray(input['posts']) ? input['posts'] : [];
  return {
    ...withoutEmpty(input),
    posts: posts.map((post: Json) => postBody(typeof post === 'object' && post !== null && !Array.isArray(post) ? (post as Given) : {})),
  };
}
