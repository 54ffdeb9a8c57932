alter table correction_order drop column handler_ids;
alter table summary_penalty drop column handler_ids;
alter table ordinary_penalty drop column handler_ids;
