-- Bundles that came on a stick. The same one again gets the same answer, up to the same order; one that a later bundle
-- of its machine has overtaken is not taken any more.
create table bundles (
  station text not null references stations (code),
  device text not null,
  digest text not null,
  n integer not null,
  up_to integer not null,
  taken_at timestamptz not null,
  primary key (station, device, digest)
);

grant select, insert on bundles to hukou_station;
alter table bundles enable row level security;
create policy own_bundles on bundles to hukou_station using (station = current_setting('app.station', true));
