drop policy own on notice;
create policy own on notice to app_rt using (
  organisation_id = (select app_uuid('app.organisation')) and label <= (select app_int('app.label_max'))
) with check (true);
