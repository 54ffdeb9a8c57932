alter table matter drop column own_number;
