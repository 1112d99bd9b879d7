-- What a station's request may touch: its own rows. The role is taken inside each request's transaction
-- (server/database/as-station.ts) together with the station; the owner of the tables, who migrates and loads packages,
-- is not bound. Certificate numbers and landings cross stations on purpose: they stand in tables of their own.
do $$
begin
  create role hukou_station nologin;
exception
  -- Roles belong to the whole server: another database, or a process starting at the same time, has made it.
  when duplicate_object or unique_violation then null;
end
$$;
grant hukou_station to current_user;

grant select, update (last_order) on stations to hukou_station;
grant select, insert on actions, refused_actions to hukou_station;
grant select, insert, update on cases, records to hukou_station;
grant select, insert on landings, serials to hukou_station;

alter table stations enable row level security;
alter table actions enable row level security;
alter table refused_actions enable row level security;
alter table cases enable row level security;
alter table records enable row level security;

create policy own_station on stations to hukou_station using (code = current_setting('app.station', true));
create policy own_actions on actions to hukou_station using (station = current_setting('app.station', true));
create policy own_refusals on refused_actions to hukou_station
  using (station = current_setting('app.station', true));
create policy own_cases on cases to hukou_station using (station = current_setting('app.station', true));
create policy own_records on records to hukou_station using (station = current_setting('app.station', true));
