-- Who above a station may decide at its desks: people of the county and the city, entered by the city. A station's
-- session does not read the list; it asks about one person through `may_decide`, which knows who has left as well.
create table deciders (
  station text not null references stations (code),
  police_number text not null,
  role text not null check (role in ('county', 'city')),
  primary key (station, police_number, role)
);

create function may_decide(asked_number text, asked_role text) returns boolean
language sql stable security definer set search_path from current as $$
  select exists (
    select from deciders
    where station = current_setting('app.station', true)
      and police_number = asked_number
      and role = asked_role
      and not exists (
        select from leavers
        where leavers.station = deciders.station and leavers.police_number = deciders.police_number
      )
  )
$$;
revoke all on function may_decide(text, text) from public;
grant execute on function may_decide(text, text) to hukou_station;
