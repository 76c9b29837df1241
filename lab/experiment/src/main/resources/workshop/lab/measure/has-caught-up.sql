select exists (select from kappa_coverage where version = ?)
   and not exists (
       select
       from kappa_coverage present
       join kappa_report r on r.version = present.version and r.promoted
       left join kappa_coverage next
           on next.version = ? and next.topic = present.topic and next.partition = present.partition
       where coalesce(next.next_offset, 0) < present.next_offset
   )
