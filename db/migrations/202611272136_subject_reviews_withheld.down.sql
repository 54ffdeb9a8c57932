set local role app_system;
update document set withheld = false where kind = 'DOC-29-清理';
reset role;
