alter table normative_filing drop column open_suggestions, drop column suggestions;
