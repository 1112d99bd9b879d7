-- Whose hand recorded what: the public part of each person's signing key on each machine, and under each filed action the
-- signature of its author. Nothing is ever taken out: what an ended key signed stays provable.
create table author_keys (
  station text not null references stations (code),
  key_id text not null,
  device text not null,
  user_id text not null,
  police_number text not null,
  -- The machine's certified key that vouched for it.
  machine_key text not null,
  valid_from timestamptz not null,
  -- Null while its owner signs with it.
  ended_at timestamptz,
  body jsonb not null,
  primary key (station, key_id)
);
create index author_keys_by_owner on author_keys (station, device, user_id);

-- Both null: unsigned, by a desk of before, or by somebody who had no key on file then.
alter table actions add column author_key text, add column author_signature text;

grant select on author_keys to hukou_station;
alter table author_keys enable row level security;
create policy own_author_keys on author_keys to hukou_station
  using (station = current_setting('app.station', true));
