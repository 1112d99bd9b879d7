-- Scans and photos. The action names a file by its digest and the case carries it; the bytes lie in files beside the
-- base (server/attachments), and this table says which of them the city holds.
create table attachments (
  station text not null references stations (code),
  digest text not null,
  bytes integer not null,
  media_type text not null,
  begun_at timestamptz not null,
  -- Null until the whole file is on the disk and its digest was checked.
  stored_at timestamptz,
  primary key (station, digest)
);
create index attachments_of_a_day on attachments (station, begun_at);

-- Which digests a station's cases name.
create index attachments_named on cases using gin ((body -> 'attachments') jsonb_path_ops)
  where body ? 'attachments';

grant select, insert, update on attachments to hukou_station;
alter table attachments enable row level security;
create policy own_attachments on attachments to hukou_station
  using (station = current_setting('app.station', true));
