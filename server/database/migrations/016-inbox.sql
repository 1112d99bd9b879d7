-- Messages that the city took while it was busy, each until it is judged. Whole as they came: nothing is known of them yet
-- but whose they are.
create table inbox (
  station text not null references stations (code),
  -- SHA-256 of the message: one that is sent again lies here once.
  digest text not null,
  place bigint generated always as identity,
  kept_at timestamptz not null,
  -- Gzipped JSON.
  message bytea not null,
  primary key (station, digest)
);
-- It is packed already.
alter table inbox alter column message set storage external;
create index inbox_in_order on inbox (station, place);

grant select, insert, delete on inbox to hukou_station;
alter table inbox enable row level security;
create policy own_inbox on inbox to hukou_station using (station = current_setting('app.station', true));
