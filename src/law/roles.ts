/** What a post is for. An account acts through one post at a time. */
export const ROLE_LABELS = {
  supervisor: '行政执法监督人员',
  checker: '审核人员',
  'deputy-head': '分管领导',
  head: '主要负责人',
  'seal-keeper': '文印用印',
  receiver: '收文员',
  handler: '承办人',
  'legal-office': '法制机构人员',
  'justice-office': '司法所人员',
  'government-leader': '政府领导',
  'government-office': '政府办公室',
  'special-supervisor': '行政执法特邀监督员',
  liaison: '外部机关联络人',
  machine: '系统对接账号',
  'system-admin': '系统管理员',
  'security-admin': '安全管理员',
  'audit-admin': '审计管理员',
} as const;
export type Role = keyof typeof ROLE_LABELS;

/** 三员: mutually exclusive and without any business data. */
export const ADMIN_ROLES: readonly Role[] = ['system-admin', 'security-admin', 'audit-admin'];

/** To whom a task of a vacant post passes. */
export const LEADER_ROLES: readonly Role[] = ['head', 'deputy-head', 'government-leader'];

/** 密级标签: on every matter, copied to its rows. Sealed matters are reached only by a grant to named persons. */
export const LABEL_LABELS = { 1: '公开', 2: '内部', 3: '敏感', 4: '密封' } as const;
export type Label = keyof typeof LABEL_LABELS;

export const TIER_LABELS = { city: '市', banner: '旗县区', township: '苏木乡镇街道' } as const;
export type Tier = keyof typeof TIER_LABELS;

export const ORGANISATION_KIND_LABELS = {
  government: '人民政府',
  bureau: '司法行政部门',
  department: '行政执法部门',
  subordinate: '所属机构/派出机构',
  committee: '派出机关与管委会',
  vertical: '垂直或双重领导机关',
  authorised: '法律法规授权组织',
  delegate: '受委托组织',
  township: '苏木乡镇/街道及其综合行政执法机构',
  stationed: '派驻执法队伍',
  'justice-office': '司法所',
  external: '外部机关',
} as const;
export type OrganisationKind = keyof typeof ORGANISATION_KIND_LABELS;

/** 领导体制: never guessed from the name; each city confirms by its 三定 paper (R825-15). */
export const LEAD_KIND_LABELS = { local: '属地管理', vertical: '垂直管理', dual: '双重领导并以上级为主' } as const;
export type LeadKind = keyof typeof LEAD_KIND_LABELS;

export const QUALIFICATION_LABELS = { confirmed: '确认', suspended: '暂停', cancelled: '注销' } as const;
export type Qualification = keyof typeof QUALIFICATION_LABELS;

export const CERTIFICATE_KIND_LABELS = { enforcement: '行政执法证', supervision: '行政执法监督证' } as const;
export type CertificateKind = keyof typeof CERTIFICATE_KIND_LABELS;

export const CERTIFICATE_STATUS_LABELS = {
  valid: '有效',
  suspended: '暂扣',
  revoked: '吊销',
  cancelled: '注销',
  void: '作废',
} as const;
export type CertificateStatus = keyof typeof CERTIFICATE_STATUS_LABELS;
