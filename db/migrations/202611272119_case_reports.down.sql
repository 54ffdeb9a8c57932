drop table held_report_body;
drop table held_report;
drop table case_report_step;
drop table case_report;
