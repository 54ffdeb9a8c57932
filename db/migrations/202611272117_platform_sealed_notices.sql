-- Platform: a message about a matter beyond one's label is read by whoever has a grant to the matter, and by nobody else.
drop policy own on notice;
create policy own on notice to app_rt using (
  organisation_id = (select app_uuid('app.organisation')) and (label <= (select app_int('app.label_max'))
    or exists (select 1 from access_grant g where g.matter_id = notice.matter_id and g.account_id = (select app_uuid('app.account'))
      and g.held @> (select app_now())))
) with check (true);
