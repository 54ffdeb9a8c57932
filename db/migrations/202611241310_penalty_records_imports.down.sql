drop table if exists import_title, import_row, import_job cascade;
