-- Whether the gateways have a stop is told by their leases; it never was a state of the stop.
update incident.stop_order set standing = 'IN_FORCE' where standing in ('CONFIRMED', 'UNCONFIRMED');
alter table incident.stop_order
  drop constraint stop_order_standing_check,
  add constraint stop_order_standing_check
    check (standing in ('IN_FORCE', 'RE_EVALUATING', 'RECOVERY_CONFIRMED'));
