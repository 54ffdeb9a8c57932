alter table major_penalty_filing drop column decision_no;
