/**
 * The kinds of notices about the enforcement of an adoption. Adoption, applicability, enforcement, and permission are
 * four different matters: an agency can adopt a standard today, require it next year, not enforce it for some months,
 * and permit a newer version.
 */
export const NOTICE_KINDS = ['ENFORCEMENT_DISCRETION', 'SVAP', 'COMPLIANCE_DATE', 'ALTERNATIVE'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];
