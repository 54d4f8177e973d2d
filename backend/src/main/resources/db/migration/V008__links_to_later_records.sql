-- A load writes its records some at a time, and one may refer to another that comes later: there this is looked at when all are written.
alter table link alter constraint link_target_fkey deferrable initially immediate;
