-- A kept message that the program cannot read waits for one that can: first in its place, so that nothing overtakes it, and
-- after a while put aside, so that its station goes on. Null: it stands in line.
alter table inbox add column put_aside_at timestamptz;
grant update on inbox to hukou_station;
