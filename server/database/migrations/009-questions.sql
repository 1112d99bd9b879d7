-- What the city answers questions from: which station knows a number or a mark. Distributed by the key, because the
-- look-up crosses stations; nothing stands here but the key, the station, a reference and a day. No station reads it:
-- its session may write its own rows, and asks through `known_elsewhere`, which gives away an office and a day.
create table known_numbers (
  key text not null,
  station text not null references stations (code),
  -- Key of the record, or `case:<id>` while a case is underway.
  reference text not null,
  on_date date,
  primary key (key, station, reference)
);
create index known_numbers_of_a_reference on known_numbers (station, reference);

-- A mark of somebody told apart by name, birth and mother is kept as a digest.
create function known_number_key(about text) returns text language sql immutable as $$
  select case when about like 'same-person:%'
    then 'same-person:' || encode(sha256(convert_to(about, 'UTF8')), 'hex')
    else about
  end
$$;

-- The keys under which a record of the register can be asked for.
create function known_numbers_of(body jsonb) returns table (key text, on_date date) language sql immutable as $$
  with mother as (
    select kin ->> 'documentNumber' as number
    from jsonb_array_elements(coalesce(body -> 'kin', '[]'::jsonb)) as given (kin)
    where kin ->> 'relation' = 'mother' and kin ->> 'documentNumber' <> ''
  )
  select 'citizen-id:' || (body ->> 'citizenId'), null::date
  where body ->> 'kind' = 'person' and body ->> 'status' = 'registered' and body ->> 'citizenId' <> ''
  union all
  select known_number_key('same-person:' || (body ->> 'name') || '/' || (body ->> 'birthDate') || '/' || number), null::date
  from mother where body ->> 'kind' = 'person' and body ->> 'status' = 'registered'
  union all
  select 'births-of:' || number, (body ->> 'birthDate')::date
  from mother where body ->> 'kind' = 'person'
  union all
  select 'birth-certificate:' || (body ->> 'number'), (body ->> 'usedOn')::date
  where body ->> 'kind' = 'birth-certificate'
$$;

insert into known_numbers (key, station, reference, on_date)
select distinct on (known.key, records.station, records.key) known.key, records.station, records.key, known.on_date
from records, known_numbers_of(records.body) as known
where records.kind in ('person', 'birth-certificate');

grant select, insert, delete on known_numbers to hukou_station;
alter table known_numbers enable row level security;
create policy own_numbers on known_numbers to hukou_station
  using (station = current_setting('app.station', true));

-- Which other station knows a key, by the name of its office. Whoever asks for a key keeps it locked until the end of
-- the transaction, so that of two stations that ask for the same at the same time the later one sees the earlier.
create function known_elsewhere(asked text[]) returns table (key text, office text, on_date date)
language plpgsql security definer set search_path from current as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(each, 150400009))
  from (select distinct known_number_key(unnest) as each from unnest(asked) order by 1) as locks;
  return query
    select known.key, stations.name, known.on_date
    from known_numbers as known join stations on stations.code = known.station
    where known.key in (select known_number_key(unnest) from unnest(asked))
      and known.station <> current_setting('app.station', true)
    order by known.key, known.on_date nulls last, stations.name;
end
$$;
revoke all on function known_elsewhere(text[]) from public;
grant execute on function known_elsewhere(text[]) to hukou_station;
