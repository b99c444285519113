// How sure a list of changes is: what is known of each section and appendix on the first and on the last day.
WITH COLLECT {
  MATCH (unit:Regulation)
  WHERE unit.level IN ['SECTION', 'APPENDIX'] AND ${regulation/lies-within(unit)}
  RETURN COLLECT { UNWIND [$from, $to] AS day RETURN ${regulation/certainty(unit)} }
} AS sections
WITH {provision: null, place: null, listed: ${coverage/listed(sections)}} AS node
