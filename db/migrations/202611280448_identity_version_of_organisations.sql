-- Identity: of the registers a session reads the reach of its organisation alone. A change of that reach now renews the mark
-- of identities, so that an act need not compare the mark of the registers, which every certificate and every record of a
-- unit renews. An organisation that is new has nobody signed in. One that came to lie elsewhere in the trees has another reach.
create constraint trigger renew_identity_version_updated after update on organisation deferrable initially deferred
  for each row when ((old.id, old.city, old.reach_region_lo, old.reach_region_hi, old.reach_line_lo, old.reach_line_hi)
    is distinct from (new.id, new.city, new.reach_region_lo, new.reach_region_hi, new.reach_line_lo, new.reach_line_hi))
  execute function renew_mark('identity_version', 'version');
create constraint trigger renew_identity_version after delete on organisation deferrable initially deferred
  for each row execute function renew_mark('identity_version', 'version');
create trigger renew_identity_version_whole after truncate on organisation
  for each statement execute function renew_mark('identity_version', 'version');
