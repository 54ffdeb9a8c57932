drop trigger renew_identity_version on organisation;
drop trigger renew_identity_version_updated on organisation;
drop trigger renew_identity_version_whole on organisation;
