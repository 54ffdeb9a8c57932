alter table task drop column officers;
